// SPDX-License-Identifier: MIT
// Publishing: a checked content folder becomes a static site (CONTRACT.md, "Site layout").
#pragma once

#include <string>

#include "publish/content.hpp"
#include "publish/memory.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::publish {

struct SiteOptions {
  std::string folder;    // of the site; made when it isn't there
  std::string base_url;  // absolute, without a final slash; "" leaves out what needs one
  int jobs = 1;          // threads that write pages; the bytes don't depend on it
  BuildMemory* memory = nullptr;  // of the build before to the same folder, for this one and the next
  bool compress = false;  // FILE.br and FILE.gz beside what is worth it (publish/compress)
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
