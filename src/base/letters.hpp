// SPDX-License-Identifier: MIT
// Letters of all scripts, as far as names in addresses and the comparison of words need them: no
// table of Unicode's properties is carried along.
#pragma once

namespace lectern {

// False for spaces, punctuation, symbols, controls and private use. ASCII capitals are none either:
// what is asked about has gone through small_letter.
bool is_letter_or_digit(char32_t c);

// The small letter of a capital of ASCII, Latin-1, Greek and Cyrillic, whose small letters are at a
// fixed distance; any other character itself.
char32_t small_letter(char32_t c);

// The same, and for Latin Extended-A (Č, Ł, Ş), Greek with accents, and the sigma at a word's end.
char32_t fold_letter(char32_t c);

// Han, kana and Hangul, which are written without spaces or with endings on their words.
bool is_cjk(char32_t c);

}  // namespace lectern
