// SPDX-License-Identifier: MIT
// Which way text runs: of a page, by its language, and of a text of its own, by its first letter.
#pragma once

#include <string_view>

namespace lectern::layout {

// "ltr" or "rtl": `dir` where it is one of these, else what the language (BCP 47) is written in.
std::string_view direction_of(std::string_view dir, std::string_view lang);

// A letter of a right-to-left script, or a mark or form that belongs to one.
bool is_right_to_left(char32_t c);

// By the first character with a direction (UAX #9, P2 and P3); "" when there is none.
std::string_view direction_of_text(std::string_view text);

}  // namespace lectern::layout
