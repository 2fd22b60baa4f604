// SPDX-License-Identifier: MIT
// Markdown as the other readers of this folder use it: with the places of their own text.
#pragma once

#include <string_view>

#include "ingest/place_index.hpp"
#include "ingest/report.hpp"
#include "model/block.hpp"

namespace lectern::ingest {

// `text` is well-formed UTF-8 without NUL; `places` is of the same text.
model::Blocks build_markdown(std::string_view text, const PlaceIndex& places, Report& report);

}  // namespace lectern::ingest
