// SPDX-License-Identifier: MIT
// Makes a publication's index of what is known of its articles. The same articles give the same bytes.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace lectern::search {

struct File {
  std::string name;  // "search-words.HASH.bin"
  std::string bytes;
};

struct Index {
  std::vector<File> files;  // the root comes last
};

// Makes files of parts: packs each, in place.
using PackAll = std::function<void(std::vector<std::string>&)>;

// `analyses` (search/analysis) stand oldest first: articles keep their numbers when newer ones come. Those that can't
// be read are left out. Cost: n log n in all words.
Index build_index(const std::vector<std::string>& analyses, const PackAll& pack);

}  // namespace lectern::search
