// SPDX-License-Identifier: MIT
#include "app/twin.hpp"

#include <algorithm>
#include <limits>

#include "base/utf8.hpp"

namespace lectern::app {
namespace {

using layout::Box;
using layout::Element;
using layout::Node;

// Whether an element is told its box, or takes its place from those inside it.
bool has_box(const Node& node, const Box& box) {
  switch (node.element) {
    case Element::page:
    case Element::lead:
    case Element::side:
    case Element::image:
    case Element::rule:
      return true;
    default:
      break;
  }
  const layout::ElementToken& token = layout::token_of(node.element);
  return token.text || box.placed || box.html_only ||
         (token.flow != layout::Flow::stack && token.flow != layout::Flow::columns);
}

void add_breaks(platform::TwinBox& twin, const layout::PreparedText& text, const Box& box,
                const layout::PageLayout& layout) {
  int units = 0, counted = 0;  // UTF-16 units of the text's first `counted` bytes
  const auto units_at = [&](int offset) {
    const std::string_view part(text.text);
    units += utf16_length(part.substr(static_cast<size_t>(counted),
                                      static_cast<size_t>(offset - counted)));
    counted = offset;
    return units;
  };
  for (int i = 0; i + 1 < box.line_count; ++i) {
    const layout::Line& line = layout.lines[static_cast<size_t>(box.first_line + i)];
    if (line.hard) continue;  // the element has a <br> there
    twin.breaks.push_back({units_at(line.end), line.hyphen_px > 0 ? platform::kHyphenBreak : line.next - line.end});
  }
  twin.text_length = units_at(static_cast<int>(text.text.size()));
  if (!text.justified || box.line_count < 2) return;
  const layout::Line& last = layout.lines[static_cast<size_t>(box.first_line + box.line_count - 1)];
  twin.rest = std::max(0.0f, box.rect.width - last.width);
}

}  // namespace

std::vector<platform::TwinBox> twin_boxes(const layout::PageTree& tree,
                                          const layout::PreparedPage& prepared,
                                          const layout::PageLayout& layout) {
  std::vector<platform::TwinBox> boxes;
  size_t next = 0;
  for (size_t i = 0; i < tree.nodes.size(); i = next) {
    const Node& node = tree.nodes[i];
    const Box& box = layout.boxes[i];
    // What the browser shows, it places too, inside and out.
    const bool whole = node.is_away() || box.html_only || box.far;
    next = whole ? static_cast<size_t>(node.end) : i + 1;
    if (node.is_away() || box.far || !has_box(node, box)) continue;
    platform::TwinBox twin;
    twin.block = static_cast<int>(i);
    twin.x = box.rect.x;
    twin.y = box.rect.y;
    if (box.placed) {
      const Box& parent = layout.boxes[static_cast<size_t>(node.parent)];
      twin.placed = true;
      twin.x -= parent.rect.x;
      twin.y -= parent.rect.y;
    }
    // Behind what is left to the browser, only that knows.
    const bool known = layout.segments.empty() || static_cast<int>(i) < layout.segments[0].node;
    if (!known && !box.placed) twin.y = std::numeric_limits<float>::quiet_NaN();
    twin.width = box.rect.width;
    twin.height = box.html_only || box.cut ? -1 : box.rect.height;
    twin.margin = box.margin;
    if (layout::token_of(node.element).text && !box.html_only) {
      const layout::PreparedText& text = prepared.texts[i];
      if (node.element == Element::code) {
        twin.text_length = utf16_length(text.text);  // its own line ends break it
      } else {
        add_breaks(twin, text, box, layout);
      }
    }
    boxes.push_back(std::move(twin));
  }
  return boxes;
}

}  // namespace lectern::app
