// SPDX-License-Identifier: MIT
// The body of an article, block by block: text, code on a tint, quotes beside a bar, rules,
// pictures with captions. Lists' markers are in list_marker.
#include "view/list_marker.hpp"
#include "view/notes.hpp"
#include "view/panels.hpp"
#include "view/run_painter.hpp"
#include "view/widgets.hpp"

namespace lectern::view {
namespace {

using layout::Color;
using layout::Element;

constexpr float kQuoteBar = 3;  // CSS px, as in lectern.css

void draw_code(Surface& surface, int node) {
  const Rgb ground = surface.rgb(Color::tint);
  if (!draw_text(surface, node, {ground, {}}) || !surface.frame().grounds) return;
  surface.fill(Layer::ground, surface.px(surface.box(node).rect), ground,
               surface.rem_px(layout::tokens().radius));
}

void draw_quote(Surface& surface, int node, Color color) {
  if (!surface.holds(node) || surface.box(node).cut) return;
  PxRect bar = surface.px(surface.box(node).rect);
  if (surface.is_right_to_left()) {
    bar.left = bar.right - surface.length_px(kQuoteBar);
  } else {
    bar.right = bar.left + surface.length_px(kQuoteBar);
  }
  surface.fill(Layer::ground, bar, surface.rgb(color));
  surface.painted(node);
}

void draw_cell(Surface& surface, int node) {
  if (!draw_text(surface, node)) return;
  PxRect line = surface.px(surface.box(node).rect);
  line.top = line.bottom - surface.hairline_px();
  surface.fill(Layer::ground, line, surface.rgb(Color::rule));
}

void draw_rule(Surface& surface, int node) {
  if (!surface.holds(node)) return;
  PxRect line = surface.px(surface.box(node).rect);
  line.bottom = line.top + surface.hairline_px();
  surface.fill(Layer::ground, line, surface.rgb(Color::rule));
  surface.painted(node);
}

void draw_picture(Surface& surface, int node) {
  const PxRect rect = surface.px(surface.box(node).rect);
  if (!surface.holds(rect) || rect.right <= rect.left || rect.bottom <= rect.top) return;
  const std::optional<RunImage> image =
      surface.frame().images.picture(node, rect.right - rect.left, rect.bottom - rect.top);
  if (!image) return;
  surface.image({*image, rect, Layer::picture});
  surface.painted(node);
}

void draw_block(Surface& surface, int node) {
  switch (surface.node(node).element) {
    case Element::item:
      return draw_list_marker(surface, node);
    case Element::code:
      return draw_code(surface, node);
    case Element::cell:
      return draw_cell(surface, node);
    case Element::quote:
      return draw_quote(surface, node, Color::rule);
    case Element::pull_quote:
      return draw_quote(surface, node, Color::accent);
    case Element::rule:
      return draw_rule(surface, node);
    case Element::image:
      return draw_picture(surface, node);
    case Element::summary:
      return draw_summary(surface, node);
    case Element::footnotes:
      return draw_line_above(surface, node);
    default:
      draw_element(surface, node);
  }
}

}  // namespace

void draw_body(Surface& surface, int root) {
  for_each_in_view(surface, root, [&](int node) { draw_block(surface, node); });
}

}  // namespace lectern::view
