// SPDX-License-Identifier: MIT
// Where a text stands that a reader of this folder reads, and where its problems go.
#pragma once

#include "ingest/place_index.hpp"
#include "ingest/report.hpp"

namespace lectern::ingest {

struct TextSource {
  const PlaceIndex& places;  // of the text
  Report& report;
};

}  // namespace lectern::ingest
