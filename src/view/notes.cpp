// SPDX-License-Identifier: MIT
// Details' summaries with their triangles, the line above the footnotes, and the corrections.
#include "view/notes.hpp"

#include <algorithm>

#include "view/panels.hpp"
#include "view/run_painter.hpp"
#include "view/widgets.hpp"

namespace lectern::view {
namespace {

using layout::Color;

// As in lectern.css, in rem: the triangle stands to the left of the summary's first line.
constexpr float kTriangleLeft = 1.25f;
constexpr float kTriangleWidth = 0.55f;
constexpr float kTriangleHeight = 0.7f;
constexpr float kLineAbove = 1.25f;
constexpr float kLineLength = 8;

}  // namespace

void draw_summary(Surface& surface, int node) {
  if (!draw_text(surface, node)) return;
  const Frame& frame = surface.frame();
  const Rect& rect = surface.box(node).rect;
  const float scale = frame.rem_px * frame.dpr;
  const float w = kTriangleWidth / 2 * scale, h = kTriangleHeight / 2 * scale;
  const float x = surface.x_px(rect.x) - kTriangleLeft * scale + w;
  const auto y = static_cast<float>(surface.y_px(rect.y + surface.text(node).line_height_px / 2));
  const bool open = surface.node(surface.node(node).parent).open;
  // Turned by a right angle about its middle when open.
  const PxPoint down[] = {{x + h, y - w}, {x, y + w}, {x - h, y - w}};
  const PxPoint right[] = {{x - w, y - h}, {x + w, y}, {x - w, y + h}};
  surface.triangle(open ? down : right, surface.rgb(Color::muted));
}

void draw_line_above(Surface& surface, int node) {
  const Frame& frame = surface.frame();
  const Rect& rect = surface.box(node).rect;
  const float length = std::min(rect.width, kLineLength * frame.rem_px);
  PxRect line = surface.px({rect.x, rect.y - kLineAbove * frame.rem_px, length, 0});
  if (surface.is_right_to_left()) {
    const int right = surface.px(rect).right;
    line = {right - (line.right - line.left), line.top, right, line.bottom};
  }
  line.bottom = line.top + surface.hairline_px();
  if (!surface.holds(line)) return;
  surface.fill(Layer::ground, line, surface.rgb(Color::rule));
  surface.painted(node);
}

void draw_corrections(Surface& surface, int root) {
  for_each_in_view(surface, root, [&](int node) { draw_element(surface, node); });
}

}  // namespace lectern::view
