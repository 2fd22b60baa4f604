// SPDX-License-Identifier: MIT
// sw.js: the viewer's service worker (web/sw.js) with the list of what it keeps of this version.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/viewer_files.hpp"

namespace lectern::publish {

inline constexpr const char* kWorkerPath = "sw.js";
inline constexpr const char* kOfflinePath = "offline.html";

// `offline_page` is the bytes of offline.html, `base_path` what its links begin with. The same
// input gives the same bytes: browsers take another sw.js for another version.
std::string write_service_worker(const ViewerFiles& viewer, const std::string& offline_page,
                                 const std::string& base_path);

// The site paths that a sw.js lists, and offline.html.
std::vector<std::string> files_of_worker(std::string_view worker);

}  // namespace lectern::publish
