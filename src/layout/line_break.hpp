// SPDX-License-Identifier: MIT
// Where a text may break, and where its lines do break.
#pragma once

#include <string_view>
#include <vector>

#include "layout/prepare.hpp"

namespace lectern::layout {

// For each byte, whether a line may end after it: UAX #14 by libunibreak, tailored to a language
// (BCP 47). Never inside a character, nor at a soft hyphen, since no hyphen would be shown.
std::vector<BreakAfter> find_breaks(std::string_view text, std::string_view lang);

// Adds, after find_breaks, the ends of words in scripts that put no spaces between them (Thai, Lao,
// Myanmar, Khmer: class SA of UAX #14), as the measurer knows them. False when it doesn't.
bool add_words(std::string_view text, TextMeasurer& measurer, std::vector<BreakAfter>& breaks);

// Whether the letters before and after a byte are of a script whose letters join, as Arabic's do: they can't
// be drawn apart.
bool joins_letters(std::string_view text, size_t at);

// The byte offsets at which the grapheme clusters end (UAX #29).
std::vector<int> grapheme_ends(std::string_view text);

// The pieces of a line: [first, last) of PreparedText::pieces.
struct PieceRange {
  size_t first = 0;
  size_t last = 0;
};

// Fills lines one after the other, each as full as it goes (CSS Text 3, section 5, with
// overflow-wrap: anywhere). Arithmetic only.
std::vector<PieceRange> break_lines(const std::vector<Piece>& pieces, float width_px);

}  // namespace lectern::layout
