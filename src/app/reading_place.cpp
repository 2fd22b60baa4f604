// SPDX-License-Identifier: MIT
#include "app/reading_place.hpp"

#include <algorithm>

namespace lectern::app {

using layout::Box;
using layout::Element;
using layout::Line;

ReadingPlace reading_place(const layout::PageTree& tree, const layout::PageLayout& layout,
                           float scroll_y) {
  if (scroll_y <= 0) return {};
  const auto side = std::find_if(tree.nodes.begin(), tree.nodes.end(), [](const layout::Node& node) {
    return node.element == Element::side;
  });
  const auto end = static_cast<size_t>(side - tree.nodes.begin());
  for (size_t i = 0; i < end && i < layout.boxes.size(); ++i) {
    const Box& box = layout.boxes[i];
    const bool leaf = layout::token_of(tree.nodes[i].element).text || box.html_only ||
                      tree.nodes[i].element == Element::image;
    if (!leaf || box.rect.height <= 0 || box.rect.bottom() <= scroll_y) continue;
    const int node = static_cast<int>(i);
    if (box.line_count == 0) return {node, 0, box.rect.y - scroll_y};
    for (int l = box.first_line; l < box.first_line + box.line_count; ++l) {
      const Line& line = layout.lines[static_cast<size_t>(l)];
      if (line.top >= scroll_y) return {node, line.begin, line.top - scroll_y};
    }
  }
  return {};
}

float scroll_for(const ReadingPlace& place, const layout::PageLayout& layout) {
  const Box& box = layout.boxes[static_cast<size_t>(place.node)];
  float top = box.rect.y;
  for (int l = box.first_line; l < box.first_line + box.line_count; ++l) {
    const Line& line = layout.lines[static_cast<size_t>(l)];
    if (line.begin > place.offset) break;
    top = place.offset > 0 ? line.top : top;
  }
  return std::max(0.0f, top - place.below_px);
}

}  // namespace lectern::app
