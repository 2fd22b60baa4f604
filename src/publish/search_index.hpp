// SPDX-License-Identifier: MIT
// The publication's search index as files of the site (src/search makes it, and the browser's module reads it).
#pragma once

#include <string>
#include <vector>

#include "publish/content.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::publish {

struct SearchIndex {
  std::string root_path;        // "_/search.HASH.bin"
  std::vector<SiteFile> files;  // as they are in memory: on the site they are packed (compress_zlib). The root comes last
};

// Of all stories. What `memory` knows of a story is not worked out again; `jobs` threads do not change the bytes.
// Cost: n log n in all words. Throws std::bad_alloc alone.
SearchIndex build_search_index(const Content& content, int jobs, BuildMemory& memory);

}  // namespace lectern::publish
