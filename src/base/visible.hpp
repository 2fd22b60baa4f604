// SPDX-License-Identifier: MIT
// Text of an input that is shown to a person: nothing in it may steer the terminal, begin a line of
// its own or turn the reading direction.
#pragma once

#include <string>
#include <string_view>

namespace lectern {

// Control characters, and those that order directions or divide lines.
bool steers_terminal(char32_t code_point);

// The text in one line of well-formed UTF-8: such characters as "\n", "\t", "\r" or "\u{1B}". Equal
// to the text when it has none.
std::string visible(std::string_view text);

// The text with every direction that a character begins (UAX #9, 2.1 to 2.5) ended in it, and without
// ends of what it does not begin: so it steers nothing that stands beside it.
std::string closed_directions(std::string_view text);

}  // namespace lectern
