// SPDX-License-Identifier: MIT
// The breadcrumb: links in a row, each but the first after an angle quote, which is no text of the
// page but its decoration (::before in the HTML).
#include "view/panels.hpp"
#include "view/run_painter.hpp"
#include "view/widgets.hpp"

namespace lectern::view {
namespace {

constexpr float kSeparatorLeft = 0.78f;   // rem to the left of the crumb, as in lectern.css
constexpr float kSeparatorRight = 0.45f;  // rem to the right of it on a mirrored page

bool is_first(const Surface& surface, int crumb) {
  return surface.node(crumb).parent == crumb - 1;
}

std::optional<PlacedImage> place_separator(Surface& surface, int crumb) {
  const Frame& frame = surface.frame();
  const std::span<const layout::Line> lines = surface.lines(crumb);
  if (lines.empty()) return PlacedImage{};
  const bool mirrored = surface.is_right_to_left();
  const RunImageKey key{.font = surface.text(crumb).spans[0].font,
                        .text = mirrored ? "\u202D‹\u202C" : "›",
                        .color = surface.rgb(layout::type_of(surface.node(crumb).style).color),
                        .ground = surface.rgb(layout::Color::paper)};
  const Rect& rect = surface.box(crumb).rect;
  const float x = mirrored ? rect.right() + kSeparatorRight * frame.rem_px : rect.x - kSeparatorLeft * frame.rem_px;
  return place_run(surface, key, surface.x_px(x), surface.y_px(lines[0].baseline));
}

}  // namespace

void draw_breadcrumb(Surface& surface, int root) {
  for_each_in_view(surface, root, [&](int node) {
    if (surface.node(node).element != layout::Element::crumb) return;
    if (is_first(surface, node)) {
      draw_element(surface, node);
      return;
    }
    const std::optional<PlacedImage> separator = place_separator(surface, node);
    if (separator && draw_element(surface, node)) surface.image(*separator);
  });
}

}  // namespace lectern::view
