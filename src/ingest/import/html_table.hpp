// SPDX-License-Identifier: MIT
// A table of HTML as rows of cells, all of one width, with what spans columns or rows filled up.
#pragma once

#include <vector>

#include "ingest/import/html_tree.hpp"
#include "model/block.hpp"

namespace lectern::ingest {

struct HtmlTable {
  struct Cell {
    const GumboNode* node = nullptr;  // null for a place that a span covers
    model::Align align = model::Align::none;
  };
  struct Row {
    const GumboNode* node = nullptr;
    std::vector<Cell> cells;
  };
  // False for a table whose cells hold blocks or that lays out a page: its rows are not read.
  bool is_data = true;
  std::vector<Row> rows;
  const GumboNode* caption = nullptr;
};

// At most 200 columns are filled up. Cost: linear in the table's nodes.
HtmlTable table_of(const GumboNode& table);

}  // namespace lectern::ingest
