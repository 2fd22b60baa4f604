// SPDX-License-Identifier: MIT
// Names for folders, addresses and parts of a page.
#pragma once

#include <string>
#include <string_view>

namespace lectern {

// "Hello, World" as "hello-world": small letters and digits of any script, the rest as one hyphen, at
// most 80 bytes; "article" when nothing is left.
std::string slug(std::string_view text);

}  // namespace lectern
