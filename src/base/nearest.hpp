// SPDX-License-Identifier: MIT
// Which of some names a misspelt one was meant to be.
#pragma once

#include <span>
#include <string_view>

namespace lectern {

// The least number of characters (code points) to put in, take out, change, or swap with the next
// (optimal string alignment). Counts to `limit` only: more gives limit + 1. Cost: the product of
// the lengths, and nothing when they differ by more than `limit`.
int edit_distance(std::string_view a, std::string_view b, int limit);

// The first of the nearest names that is surely meant: 1 edit away, or 2 when the name has five
// characters or more, and case aside. "" when none is, or when the name is itself among them.
std::string_view nearest(std::string_view name, std::span<const std::string_view> names);

}  // namespace lectern
