// SPDX-License-Identifier: MIT
// What languages are called in articles, and the grammar that each has.
#pragma once

#include <string_view>

namespace lectern::highlight {

// The grammar's name; "" for one that stays plain, nullptr as its data for one that is not known.
std::string_view grammar_of(std::string_view language);

}  // namespace lectern::highlight
