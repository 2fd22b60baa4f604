// SPDX-License-Identifier: MIT
// Makes a publication's index of what is known of its articles. The same articles give the same bytes.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::search {

struct File {
  std::string name;  // "search-words.HASH.bin", of the bytes as they are here: a host may have them packed
  std::string bytes;
};

struct Index {
  std::vector<File> files;  // the root comes last
};

// Calls its work with 0 to count - 1, in any order, on as many threads as it likes.
using ForEach = std::function<void(std::size_t count, const std::function<void(std::size_t)>& work)>;
void one_by_one(std::size_t count, const std::function<void(std::size_t)>& work);

// `analyses` (search/analysis) stand oldest first: articles keep their numbers when newer ones come. Those that can't
// be read are left out. Cost: n log n in all words.
Index build_index(const std::vector<std::string_view>& analyses, const ForEach& for_each = one_by_one);

}  // namespace lectern::search
