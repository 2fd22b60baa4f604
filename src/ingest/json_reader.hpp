// SPDX-License-Identifier: MIT
// JSON (RFC 8259) into a value tree.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/place_index.hpp"
#include "ingest/report.hpp"
#include "ingest/value.hpp"

namespace lectern::ingest {

// Nothing when it is malformed or beyond a limit, which the report then says in one sentence.
// A key that stands twice is a warning, and the last one counts. `text` is clean; `places` is of
// it.
std::optional<Value> read_json(std::string_view text, const PlaceIndex& places, Report& report);

// The offset after the JSON string that begins at `offset` with its quote; the size of the text
// when it is not closed.
size_t end_of_json_string(std::string_view text, size_t offset);

}  // namespace lectern::ingest
