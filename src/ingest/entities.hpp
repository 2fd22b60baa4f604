// SPDX-License-Identifier: MIT
// HTML character references.
#pragma once

#include <string>
#include <string_view>

namespace lectern::ingest {

// Appends what one reference means ("&amp;", "&#38;", "&#x26;", with "&" and ";"); one that is not
// known is appended as it stands, a control character and what is none as U+FFFD.
void append_entity(std::string& out, std::string_view entity);

// The text with every reference resolved.
std::string decode_entities(std::string_view text);

}  // namespace lectern::ingest
