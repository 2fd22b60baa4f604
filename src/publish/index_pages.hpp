// SPDX-License-Identifier: MIT
// Front page, column map and 404, as the HTML inside their stage: <div class="page …">…</div>. They
// are plain pages, without the viewer.
#pragma once

#include <string>

#include "publish/page_context.hpp"

namespace lectern::publish {

inline constexpr const char* kMapPath = "map/";

// The newest story, then the latest of each top column.
std::string write_front_page(const Site& site);

// Every column with the stories that stand in it itself.
std::string write_map_page(const Site& site);

// Its links begin with `base_path` ("/", "/blog/"), since it is shown at any depth.
std::string write_not_found_page(const Site& site, const std::string& base_path);
// What stands for a page that is not kept, where there is no network.
std::string write_offline_page(const Site& site, const std::string& base_path);

}  // namespace lectern::publish
