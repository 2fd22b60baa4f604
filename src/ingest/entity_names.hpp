// SPDX-License-Identifier: MIT
// HTML's 2,125 names of characters ("eacute"), of which texts use a few. Natively they are md4c's table
// (entity_names_all.cpp). The viewer has the commonest (entity_names_few.cpp), for the others are a
// twentieth of its download; see wants_entity_names in ingest/ingest.hpp.
#pragma once

#include <string>
#include <string_view>

namespace lectern::ingest {

// Appends the one or two characters of that name, in UTF-8. False when it is not known.
bool append_named(std::string& out, std::string_view name);

}  // namespace lectern::ingest
