// SPDX-License-Identifier: MIT
// What a reader typed, as words and phrases.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/words.hpp"

namespace lectern::search {

// More words narrow nothing down any more, and each costs parts of the index.
constexpr std::size_t kMaxWords = 12;

struct QueryWord {
  std::string lower, plain;  // as Word's
  WordKind kind = WordKind::word;
  bool open = false;  // may be the beginning of the word that is meant
};

struct Query {
  std::vector<QueryWord> words;                   // each once
  std::vector<std::vector<std::string>> phrases;  // at least two words that stand beside each other, plain
  bool cut = false;                               // there were more words
};

// Quotation marks hold a phrase together, as do scripts without spaces. The last word is open until something
// follows it.
Query parse_query(std::string_view text);

}  // namespace lectern::search
