// SPDX-License-Identifier: MIT
// What languages are called in articles, and the grammar that each has.
#pragma once

#include <string_view>

namespace lectern::highlight {

// The name of its grammar. Empty for what stays plain; then data() is null when the language is not known.
std::string_view grammar_of(std::string_view language);

}  // namespace lectern::highlight
