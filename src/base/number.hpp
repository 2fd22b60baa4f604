// SPDX-License-Identifier: MIT
// Numbers as text. printf of floating point would be a thirtieth of what a reader downloads.
#pragma once

#include <string>

namespace lectern {

// A value in decimal digits with at most `places` (0 to 6) after the point, without zeros at the
// end: "19.2", "-0.5", "3". Beyond 2^53 digits are lost; what is not finite gives "0".
std::string decimal(double value, int places);

}  // namespace lectern
