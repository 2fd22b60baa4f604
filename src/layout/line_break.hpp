// SPDX-License-Identifier: MIT
// Where a text may break. Where its lines do is line_fit's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/prepare.hpp"

namespace lectern::layout {

// For each byte, whether a line may end after it: UAX #14 by libunibreak, tailored to a language
// (BCP 47; strict with the extension -u-lb-strict). Never inside a character.
std::vector<BreakAfter> find_breaks(std::string_view text, std::string_view lang);

// Adds, after find_breaks, the ends of words in scripts that put no spaces between them (Thai, Lao,
// Myanmar, Khmer: class SA of UAX #14), as the measurer knows them. False when it doesn't.
bool add_words(std::string_view text, TextMeasurer& measurer, std::vector<BreakAfter>& breaks);

// Adds, after find_breaks, where words may be broken with a hyphen, as the measurer knows them in a language.
void add_hyphenation(std::string_view text, const std::string& lang, TextMeasurer& measurer,
                     std::vector<BreakAfter>& breaks);

// Whether lines of a text grow in its spaces alone when they are justified. Browsers widen what stands between Han,
// kana and many symbols too; scripts without spaces have next to none.
bool grows_in_spaces(std::string_view text);

// Whether the letters before and after a byte are of a script whose letters join, as Arabic's do: they can't
// be drawn apart.
bool joins_letters(std::string_view text, size_t at);

// The byte offsets at which the grapheme clusters end (UAX #29).
std::vector<int> grapheme_ends(std::string_view text);

}  // namespace lectern::layout
