// SPDX-License-Identifier: MIT
// Names that look the same, made equal. A file "Über.md" may come as one character or as U and its
// dots (macOS, some archives), and many file systems do not tell capitals from small letters.
#pragma once

#include <string>
#include <string_view>

namespace lectern {

// The text in canonical decomposition (UAX #15; marks stay in their order) and in small letters of
// the Latin, Greek and Cyrillic scripts. For comparing alone.
std::string folded(std::string_view text);

}  // namespace lectern
