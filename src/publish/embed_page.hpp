// SPDX-License-Identifier: MIT
// embed/ID/index.html: the article without the site around it, for the pages of other sites. Its script
// (web/embed_frame.js) talks with the page that it stands in, and starts the viewer.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "publish/page_context.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::publish {

// The page of content.stories[index], its blocks of code coloured as PageContext::code says. The viewer reads the
// article.json of the article's own page.
std::string write_embed_page(const Site& site, const ViewerFiles& viewer, std::size_t index,
                             const std::vector<std::string>& code);

// embed.json: the loader of this moment, for pages that hold on to it: {"version": 1, "script": "_/embed.HASH.js",
// "integrity": "sha256-…"}.
inline constexpr const char* kLoaderPath = "embed.json";
std::string write_loader_version(const ViewerFiles& viewer);

}  // namespace lectern::publish
