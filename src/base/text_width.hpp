// SPDX-License-Identifier: MIT
// How many columns of a terminal a character takes.
#pragma once

namespace lectern {

// 2 for what is wide or full-width (Unicode 15, UAX #11) and for emoji, 0 for what stands on the
// character before it or is not seen, else 1. Whole blocks where a block holds little else.
int terminal_columns(char32_t code_point);

}  // namespace lectern
