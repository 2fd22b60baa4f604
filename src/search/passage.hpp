// SPDX-License-Identifier: MIT
// What a result shows of its article: the title and the place that was found, with the words marked.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/query.hpp"
#include "search/stem.hpp"

namespace lectern::search {

// A text in pieces that are by turns plain and marked; the first is plain and may be empty.
using Marked = std::vector<std::string>;

struct Mark {
  std::size_t begin = 0, end = 0;  // bytes
  std::size_t word = 0;            // of the query
};

class Marker {
 public:
  // `instead`: of each word of the query those that it stands for.
  Marker(const Query& query, const std::vector<std::vector<std::string>>& instead, Stemmer& stemmer);

  // The query's words in a text of a language, in order.
  std::vector<Mark> find(std::string_view text, std::string_view lang) const;

  // Whether all words of each phrase stand beside each other there.
  bool has_phrases(std::string_view text) const;

 private:
  const Query& query_;
  const std::vector<std::vector<std::string>>& instead_;
  Stemmer& stemmer_;
};

Marked marked(std::string_view text, const std::vector<Mark>& marks);

// The place in a text of paragraphs where most of the words are near each other; its beginning when there is none.
Marked passage_of(std::string_view text, const std::vector<Mark>& marks);

}  // namespace lectern::search
