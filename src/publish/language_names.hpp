// SPDX-License-Identifier: MIT
// What languages call themselves, and where each is mostly spoken.
#pragma once

#include <string>
#include <string_view>

namespace lectern::publish {

// "Deutsch" for "de", "Deutsch (AT)" for "de-AT"; the tag itself for a language that is not in the
// table.
std::string language_name(std::string_view tag);

// As Open Graph has it: "de_AT" for "de-AT", "de_DE" for "de"; without a place for a language that
// is not in the table.
std::string open_graph_locale(std::string_view tag);

}  // namespace lectern::publish
