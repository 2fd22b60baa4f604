// SPDX-License-Identifier: MIT
#include "view/list_marker.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "layout/flatten.hpp"
#include "view/run_painter.hpp"

namespace lectern::view {
namespace {

using layout::Color;
using layout::Element;

// Where Chromium puts a list item's own marker. A bullet is placed by two thirds of the ascent, in whole px
// (its RelativeSymbolMarkerRect); a number's ink ends where a space and the full stop's side leave it.
constexpr int kBulletGap = 7;
constexpr float kNumberGap = 0.316f;  // em
constexpr int kRasterMargin = 2;      // device px to the right of a run's ink

// The box of a task, in rem, as in lectern.css.
constexpr float kTaskLeft = 1.5f;
constexpr float kTaskTop = 0.5f;
constexpr float kTaskSize = 1;
constexpr float kTaskRadius = 0.125f;

// The first node with lines in an item; -1 for none. A marker stands on its first line.
int first_text(const Surface& surface, int item) {
  for (int i = item + 1; i < surface.node(item).end; ++i) {
    if (surface.box(i).html_only) return -1;  // where its baseline is, only the browser knows
    if (surface.box(i).line_count > 0) return i;
  }
  return -1;
}

// The text's own font, whatever its first words are set in: bold words don't make a bold number.
int marker_font(const Surface& surface, int text) {
  const Frame& frame = surface.frame();
  const layout::Metrics metrics = layout::metrics_of({frame.layout.width, frame.rem_px});
  const std::vector<layout::Font>& fonts = frame.prepared.fonts;
  const auto found =
      std::find(fonts.begin(), fonts.end(), layout::font_of(surface.node(text), metrics));
  if (found == fonts.end()) return surface.text(text).spans[0].font;
  return static_cast<int>(found - fonts.begin());
}

int depth_of(const Surface& surface, int item) {
  int depth = 0;
  for (int i = item; i >= 0; i = surface.node(i).parent) {
    depth += surface.node(i).element == Element::list;
  }
  return depth;
}

// Disc, circle and square by depth, as browsers have it.
void draw_bullet(Surface& surface, int item, float ascent_px, float baseline) {
  const float dpr = surface.frame().dpr;
  const Rgb color = surface.rgb(Color::muted);
  const int ascent = static_cast<int>(std::lround(ascent_px));
  const int offset = ascent * 2 / 3;
  const int size = (offset + 1) / 2;
  const Rect& rect = surface.box(item).rect;
  const float x = surface.is_right_to_left() ? rect.right() + static_cast<float>(offset + kBulletGap - size)
                                             : rect.x - static_cast<float>(offset + kBulletGap);
  const PxRect box = surface.px({x,
                                 baseline - static_cast<float>(ascent - 3 * (ascent - offset) / 2),
                                 static_cast<float>(size), static_cast<float>(size)});
  const float radius = static_cast<float>(size) / 2 * dpr;
  const PxPoint centre{static_cast<float>(box.left) + radius, static_cast<float>(box.top) + radius};
  switch (depth_of(surface, item)) {
    case 1:
      return surface.disc(centre, radius, color);
    case 2:
      return surface.circle(centre, radius, color, static_cast<float>(surface.hairline_px()));
    default:
      surface.fill(Layer::over, box, color);
  }
}

// Numbers end where their ink ends, so that they stand in a column.
bool draw_number(Surface& surface, int item, int font, float baseline) {
  const bool mirrored = surface.is_right_to_left();
  std::string words = std::to_string(surface.node(item).ordinal) + '.';
  if (mirrored) words = "\u202B" + words + "\u202C";  // the full stop stands on the left
  const RunImageKey key{.font = font,
                        .text = words,
                        .color = surface.rgb(Color::muted),
                        .ground = surface.rgb(Color::paper)};
  std::optional<PlacedImage> placed = place_run(surface, key, 0, surface.y_px(baseline));
  if (!placed) return false;
  const Rect& rect = surface.box(item).rect;
  const float gap = kNumberGap * surface.font(font).size_px;
  const int width = placed->rect.right - placed->rect.left;
  if (mirrored) {
    placed->rect.left = surface.px({rect.right() + gap, 0, 0, 0}).left - kRasterMargin;
    placed->rect.right = placed->rect.left + width;
  } else {
    placed->rect.right = surface.px({rect.x - gap, 0, 0, 0}).left + kRasterMargin;
    placed->rect.left = placed->rect.right - width;
  }
  surface.image(*placed);
  return true;
}

void draw_check(Surface& surface, const PxRect& box) {
  const auto side = static_cast<float>(box.right - box.left);
  const auto point = [&](float x, float y) {
    return PxPoint{static_cast<float>(box.left) + x * side, static_cast<float>(box.top) + y * side};
  };
  const PxPoint points[] = {point(0.22f, 0.52f), point(0.42f, 0.72f), point(0.78f, 0.28f)};
  surface.line(points, surface.rgb(Color::on_accent), 0.12f * side);
}

void draw_task_box(Surface& surface, int item) {
  const float rem = surface.frame().rem_px;
  const Rect& rect = surface.box(item).rect;
  const float x = surface.is_right_to_left() ? rect.right() + (kTaskLeft - kTaskSize) * rem : rect.x - kTaskLeft * rem;
  const PxRect box = surface.px(
      {x, rect.y + kTaskTop * rem, kTaskSize * rem, kTaskSize * rem});
  const int radius = surface.rem_px(kTaskRadius);
  if (surface.node(item).checked) {
    surface.fill(Layer::ground, box, surface.rgb(Color::accent), radius);
    draw_check(surface, box);
  } else {
    surface.stroke(Layer::ground, box, surface.rgb(Color::muted), surface.hairline_px(), radius);
  }
}

}  // namespace

void draw_list_marker(Surface& surface, int item) {
  const int text = first_text(surface, item);
  if (text < 0 || surface.box(item).cut) return;
  const layout::Line& line = surface.lines(text)[0];
  if (!surface.holds(surface.px({line.x, line.top, 0, line.height}))) return;
  const int font = marker_font(surface, text);
  const layout::Node& node = surface.node(item);
  if (node.task) {
    draw_task_box(surface, item);
  } else if (node.ordered) {
    if (!draw_number(surface, item, font, line.baseline)) return;
  } else {
    draw_bullet(surface, item, surface.text(text).metrics.ascent_px, line.baseline);
  }
  surface.painted(item);
}

}  // namespace lectern::view
