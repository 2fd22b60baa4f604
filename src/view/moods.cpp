// SPDX-License-Identifier: MIT
// The moods: a question, eight buttons of which at most one is set, each with its drawing, and a line that says so.
#include <algorithm>
#include <cmath>

#include "layout/mood_drawings.hpp"
#include "view/panels.hpp"
#include "view/widgets.hpp"

namespace lectern::view {
namespace {

using layout::Color;

constexpr int kSteps = 8;  // of a curve

// From the size that it had before the press to the one that it has now: quick at first, then slower.
float scale_of(const Frame& frame, model::Mood mood) {
  const auto scale = [&](const std::optional<model::Mood>& chosen) { return chosen == mood ? layout::kChosenScale : 1; };
  const float left = 1 - std::clamp(frame.mood_age_ms / layout::kMotionMs, 0.0f, 1.0f);
  const float now = scale(frame.reader.mood);
  return now + (scale(frame.mood_before) - now) * left * left;
}

void draw_drawing(Surface& surface, int node, model::Mood mood) {
  const Frame& frame = surface.frame();
  const Rect& rect = surface.box(node).rect;
  const float rem = frame.rem_px * frame.dpr;
  const float below = layout::kDrawingSize / 2 + layout::kDrawingGap;
  const PxPoint middle{surface.x_px(rect.x + rect.width / 2),
                       static_cast<float>(surface.y_px(rect.y)) + (layout::token_of(layout::Element::mood_button).pad_top - below) * rem};
  const float unit = layout::kDrawingSize * rem / layout::kDrawingGrid * scale_of(frame, mood);
  const auto at = [&](float x, float y) {
    return PxPoint{middle.x + (x - layout::kDrawingGrid / 2) * unit, middle.y + (y - layout::kDrawingGrid / 2) * unit};
  };
  const Rgb ink = surface.rgb(surface.node(node).pressed ? Color::on_accent : Color::ink);
  const float width = layout::kDrawingStroke * unit;
  const layout::MoodDrawing& drawing = layout::drawing_of(mood);
  constexpr float kOff = 0.5f;  // by which ImGui's circles are smaller than they are told
  if (drawing.is_face) surface.circle(middle, layout::kFaceRadius * unit + kOff, ink, width);
  for (const layout::Curve& curve : drawing.curves) {
    PxPoint points[kSteps + 1];
    for (int i = 0; i <= kSteps; ++i) {
      const float t = static_cast<float>(i) / kSteps, s = 1 - t;
      points[i] = at(s * s * curve.x0 + 2 * s * t * curve.control_x + t * t * curve.x1,
                     s * s * curve.y0 + 2 * s * t * curve.control_y + t * t * curve.y1);
    }
    surface.line(points, ink, width);
    for (const PxPoint& end : {points[0], points[kSteps]}) surface.disc(end, width / 2, ink);
  }
}

}  // namespace

void draw_moods(Surface& surface, int root) {
  for_each_in_view(surface, root, [&](int node) {
    if (!draw_element(surface, node) || surface.node(node).element != layout::Element::mood_button) return;
    if (const auto mood = model::mood_from_key(surface.node(node).key)) draw_drawing(surface, node, *mood);
  });
}

}  // namespace lectern::view
