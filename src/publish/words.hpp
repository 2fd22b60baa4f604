// SPDX-License-Identifier: MIT
// The words of a text as two articles are compared by: capitals and small letters alike, in any
// script.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace lectern::publish {

// Calls `take` for each word in the order of the text: first as it is compared, then as it is
// written. A word is a run of letters and digits of at least three characters and at most 64 bytes;
// numbers are left out. Han, kana and Hangul, in which spaces do not tell, give each pair of
// neighbours instead. Cost: linear.
void for_each_word(std::string_view text,
                   const std::function<void(const std::string&, std::string_view)>& take);

// A name as it is compared: small letters, one space between words. "New  York" and "new york" are
// one.
std::string fold_name(std::string_view name);

}  // namespace lectern::publish
