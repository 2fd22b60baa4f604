// SPDX-License-Identifier: MIT
// A text's words as the search knows them: capitals and marks on letters make no difference. Both ends
// use it: the publisher for what it indexes, the browser for what a reader types and for the marks.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace lectern::search {

enum class WordKind {
  word,  // a run of letters and digits
  pair,  // two neighbours in a script without spaces (Han, kana, Hangul, Thai, Lao, Khmer, Myanmar)
  last,  // the last character of such a run, so that one character can be searched for
};

struct Word {
  WordKind kind = WordKind::word;
  std::string lower;  // in small letters, as stemmers want it
  std::string plain;  // without marks too: as it is compared
  std::size_t begin = 0, end = 0;  // where it is written, in bytes
};

// Calls `take` for each word in the order of the text. What is longer than 64 bytes is an address or a key and
// no word. Soft hyphens and joiners are passed over. Cost: linear.
void for_each_word(std::string_view text, const std::function<void(const Word&)>& take);

// Small letters without marks: "Ünal" and "unal", "Straße" and "strasse", "Ёж" and "еж", "أحمد" and "احمد" are one.
std::string plain_form(std::string_view lower);

}  // namespace lectern::search
