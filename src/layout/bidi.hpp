// SPDX-License-Identifier: MIT
// The order of text that runs in both directions (UAX #9), by SheenBidi. Here levels are found; page_layout
// puts the pieces of each line in their order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::layout {

// An embedding level: even runs from left to right, odd from right to left.
using BidiLevel = std::uint8_t;

// Whether text of a left-to-right page has anything that does not run so: letters of right-to-left
// scripts, or characters that order directions.
bool has_right_to_left(std::string_view text);

// The level of each byte of a text, a paragraph by itself or several between line feeds (rules X1 to I2; L1,
// which is for the white space at the ends of lines, is not applied). Cost: linear.
std::vector<BidiLevel> bidi_levels(std::string_view text, bool right_to_left);

// Rule L2: for each place from left to right, the index of what stands there, of parts of a line with levels.
std::vector<std::size_t> visual_order(const std::vector<BidiLevel>& levels);

// Words of one level as they are to be measured and drawn by themselves: in an override (UAX #9, 2.2), since
// the surroundings that decided their direction are missing.
std::string in_direction(std::string_view words, BidiLevel level);

}  // namespace lectern::layout
