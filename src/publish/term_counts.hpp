// SPDX-License-Identifier: MIT
// How often a story has each of its words and tags. Every word of every story stands here, so that they are kept in
// as few bytes as they need.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "publish/content.hpp"
#include "publish/kept_bytes.hpp"

namespace lectern::publish {

struct TermCount {
  std::uint64_t hash;    // of the word and its language, or of the tag
  std::uint32_t weight;  // the sum of the weights of the fields where it stands
  bool tag;
};

// Some nine bytes for each count; bytes() may be set to what another's were, or to any others.
class TermCounts {
 public:
  TermCounts() = default;
  explicit TermCounts(const std::vector<TermCount>& counts);
  KeptBytes& bytes() { return bytes_; }

  template <typename Take>
  void for_each(Take take) const {
    TermCount count{};
    for (std::string_view left = bytes_; next(left, count);)
      take(count);
  }

 private:
  static bool next(std::string_view& left, TermCount& count);
  KeptBytes bytes_;
};

// Of all words of a story and its tags, in the order of their hashes.
TermCounts count_terms(const Content& content, const Story& story);

std::uint64_t hash_of_tag(std::string_view tag);

// Of its title and body: another story with the same is the same.
std::uint64_t hash_of_text(const Story& story);

// Its own language, or the publication's, without a region.
std::string_view main_language_of(const Content& content, const Story& story);

// Calls `take` for each word of a story with its hash, its form there and the weight of its field.
void for_each_story_word(const Content& content, const Story& story,
                         const std::function<void(std::uint64_t, std::string_view, std::uint32_t)>& take);

}  // namespace lectern::publish
