// SPDX-License-Identifier: MIT
// Related stories: those that the article names, then those that are about the same, each with what
// the two have in common.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "publish/content.hpp"

namespace lectern::publish {

inline constexpr std::size_t kMostRelated = 5;
inline constexpr std::size_t kNoStory = static_cast<std::size_t>(-1);

struct RelatedStory {
  std::size_t story = kNoStory;  // an index; none for a page elsewhere
  int named = -1;  // an index into the article's own list, when it is from there; such
                   // a one may have nothing of what follows
  bool same_column = false;
  std::vector<std::string> tags;   // of both, as the article at hand writes them; the rarest first
  std::vector<std::string> words;  // the most telling of both
};

// For each story at most five, never itself, one with the same title and body, or two that are the
// same. What the article names comes first; others by BM25 (publish/term_index), the share of the
// section path that is the same and the time between the two, at equal scores by id. What has
// neither a tag nor enough telling words in common is left out. Cost: n log n in all words, then
// for each story the postings of its most telling words; on `jobs` threads, which do not change the
// result. Throws std::bad_alloc alone.
std::vector<std::vector<RelatedStory>> find_related(const Content& content, int jobs,
                                                   BuildMemory* memory = nullptr);

// Why it is related, in the language of the publication: "same column and topic: harbour, bridge".
std::string reason_of(const RelatedStory& related, std::string_view lang);

}  // namespace lectern::publish
