// SPDX-License-Identifier: MIT
// Publishing: a checked content folder becomes a static site (CONTRACT.md, "Site layout").
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "publish/content.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::publish {

// What the articles' pages were made of by the build before, for a process that publishes the same
// site again and again with the same viewer: such a page is made again only of something else.
struct PageMemory {
  std::map<std::string, std::uint64_t> made_of;  // by the page's site path
  std::mutex mutex;
};

struct SiteOptions {
  std::string folder;    // of the site; made when it isn't there
  std::string base_url;  // absolute, without a final slash; "" leaves out what needs one
  int jobs = 1;          // threads that write pages; the bytes don't depend on it
  PageMemory* memory = nullptr;
};

struct SiteResult {
  int pages = 0;        // articles
  int written = 0;      // files that were new or other than before
  std::string problem;  // "" when all went well; else the site is whole, but not all of it is new
};

// Hashed files first, then the articles' pages with their article.json, then the pages that list
// them; what the build before had and this one hasn't goes last.
SiteResult build_site(const Content& content, const ViewerFiles& viewer,
                      const SiteOptions& options);

}  // namespace lectern::publish
