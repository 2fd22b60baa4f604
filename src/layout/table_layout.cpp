// SPDX-License-Identifier: MIT
#include "layout/table_layout.hpp"

#include <cmath>

namespace lectern::layout {

std::optional<std::vector<float>> column_widths(const std::vector<ColumnNeed>& needs,
                                                float available_px) {
  float least = 0, most = 0;
  for (const ColumnNeed& need : needs) {
    least += std::ceil(need.least);
    most += std::ceil(need.most);
  }
  if (least > available_px) return std::nullopt;
  std::vector<float> widths;
  widths.reserve(needs.size());
  // What is left beyond the least goes to the columns by how much more they ask for.
  const float share = most <= available_px ? 1 : (available_px - least) / (most - least);
  for (const ColumnNeed& need : needs) {
    const float own = std::ceil(need.least);
    const float more = (std::ceil(need.most) - own) * share;
    widths.push_back(own + (share < 1 ? std::floor(more) : more));
  }
  return widths;
}

}  // namespace lectern::layout
