// SPDX-License-Identifier: MIT
// What stands on the site beside its pages, mostly for other programs than a browser: feeds,
// sitemaps and the like. Each kind has a file of its own; this is the list of them.
#pragma once

#include <vector>

#include "publish/page_context.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::publish {

// In the order that they are written in. Those that need absolute URLs are there only with a base
// URL.
std::vector<SiteFile> write_outputs(const Site& site, const ViewerFiles& viewer);

}  // namespace lectern::publish
