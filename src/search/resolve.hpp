// SPDX-License-Identifier: MIT
// From a word that was typed to the lists of the index that it means: the word itself, its stem, what begins with
// it, and when there is nothing of these, words that are one letter away.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/dictionary.hpp"
#include "search/parts.hpp"
#include "search/query.hpp"
#include "search/stem.hpp"

namespace lectern::search {

struct Meaning {
  ListRef ref;
  double share = 1;  // how sure it is that this is meant
};

struct Resolved {
  std::vector<Meaning> lists;
  std::vector<std::string> instead;  // words one letter away, the commonest first
};

// Incomplete while `parts` wants something.
Resolved resolve(const QueryWord& word, Parts& parts, Stemmer& stemmer);

// Whether the two differ by one letter that is missing, too much, another or changed places with its neighbour; or
// not at all. `open`: the second may go on.
bool is_near(std::string_view typed, std::string_view word, bool open);

}  // namespace lectern::search
