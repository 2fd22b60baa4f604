// SPDX-License-Identifier: MIT
// How wide a table's columns are: CSS 2.2, 17.5.2.2, automatic table layout, without spans.
#pragma once

#include <optional>
#include <vector>

namespace lectern::layout {

// What a column's cells ask for, px, padding included.
struct ColumnNeed {
  float least = 0;  // its longest word
  float most = 0;   // its longest text on one line
};

// The widths in whole px; nothing when even the least do not fit: the table has to scroll.
std::optional<std::vector<float>> column_widths(const std::vector<ColumnNeed>& needs,
                                                float available_px);

}  // namespace lectern::layout
