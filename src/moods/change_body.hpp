// SPDX-License-Identifier: MIT
// The body of a change: {"mood": "sad", "seq": 7}.
#pragma once

#include <optional>
#include <string_view>

#include "moods/ledger.hpp"

namespace lectern::moods {

// "application/json", with parameters or without.
bool is_json_type(std::string_view content_type);

// Nothing, and a sentence in `wrong`, when it is not that. Other
// keys are passed over.
std::optional<Own> read_change_body(std::string_view body, std::string_view& wrong);

}  // namespace lectern::moods
