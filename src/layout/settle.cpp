// SPDX-License-Identifier: MIT
// Where the parts of a long page stand that have something left out above them: the browser, which
// lays that out, has said it.
#include <algorithm>
#include <cmath>

#include "layout/page_layout.hpp"

namespace lectern::layout {
namespace {

// Less is the rounding of the browser's own layout units, 1/64 px.
constexpr float kSame = 1.0f / 32;

void move(PageLayout& layout, size_t segment, int node_end, float by) {
  const Segment& own = layout.segments[segment];
  const bool last = segment + 1 == layout.segments.size();
  const size_t line_end = last ? layout.lines.size()
                               : static_cast<size_t>(layout.segments[segment + 1].first_line);
  for (auto i = static_cast<size_t>(own.node); i < static_cast<size_t>(node_end); ++i) {
    layout.boxes[i].rect.y += by;
  }
  for (auto i = static_cast<size_t>(own.first_line); i < line_end; ++i) {
    layout.lines[i].top += by;
    layout.lines[i].baseline += by;
  }
}

bool is_part_of_page(const PageTree& tree, size_t node) { return tree.nodes[node].parent == 0; }

// Whether an element is as high as what it holds. Of the page's parts those are not that are whole: a margin inside
// counts to them, and they have moved with what they hold.
bool is_rebuilt(const PageLayout& layout, const PageTree& tree, size_t node) {
  const Flow flow = token_of(tree.nodes[node].element).flow;
  const Box& box = layout.boxes[node];
  const bool leaf = tree.nodes[node].end == static_cast<int>(node) + 1;
  return !leaf && !box.html_only && !box.placed && (flow == Flow::stack || flow == Flow::columns) &&
         (box.cut || !is_part_of_page(tree, node));
}

void enclose(PageLayout& layout, const PageTree& tree) {
  for (size_t i = tree.nodes.size(); i-- > 1;) {
    const Box& box = layout.boxes[i];
    if (box.rect.height <= 0) continue;
    const auto parent = static_cast<size_t>(tree.nodes[i].parent);
    if (!is_rebuilt(layout, tree, parent)) continue;
    Rect& outer = layout.boxes[parent].rect;
    const bool known = outer.height > 0 || is_part_of_page(tree, parent);
    const float top = known ? std::min(outer.y, box.rect.y) : box.rect.y;
    const float bottom = outer.height > 0 ? std::max(outer.bottom(), box.rect.bottom())
                                          : box.rect.bottom();
    outer.y = top;
    outer.height = bottom - top;
  }
  layout.boxes[0].rect.height += layout.boxes[0].rect.y;
  layout.boxes[0].rect.y = 0;
  layout.height = layout.boxes[0].rect.height;
}

}  // namespace

bool settle(PageLayout& layout, const PageTree& tree, std::span<const float> tops_px) {
  bool moved = false;
  for (size_t i = 0; i < layout.segments.size(); ++i) {
    const float by = tops_px[i] - layout.segments[i].top_px;
    if (std::abs(by) < kSame) continue;
    layout.segments[i].top_px = tops_px[i];
    const bool last = i + 1 == layout.segments.size();
    move(layout, i, last ? static_cast<int>(tree.nodes.size()) : layout.segments[i + 1].node, by);
    moved = true;
  }
  if (!moved) return false;
  // Containers are built anew from those inside, which stand behind them in the tree.
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    if (is_rebuilt(layout, tree, i)) layout.boxes[i].rect.height = 0;
  }
  enclose(layout, tree);
  return true;
}

}  // namespace lectern::layout
