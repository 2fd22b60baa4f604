// SPDX-License-Identifier: MIT
// The moods' own drawings, which stand above their names in the text's colour: painted by view/moods, and written
// into the stylesheet from the same curves.
#pragma once

#include <span>

#include "model/mood.hpp"

namespace lectern::layout {

// A quadratic Bézier curve on a grid of 24 by 24, from 0 to 1 with its control between them.
struct Curve {
  float x0, y0, control_x, control_y, x1, y1;
};

// Strokes of one width with round ends.
struct MoodDrawing {
  bool is_face = true;  // within a circle
  std::span<const Curve> curves;
};

inline constexpr float kDrawingGrid = 24;
inline constexpr float kDrawingStroke = 1.75f;  // on the grid
inline constexpr float kFaceRadius = 10;
inline constexpr float kDrawingSize = 1.5f;   // rem
inline constexpr float kDrawingGap = 0.25f;   // rem to the name below
inline constexpr float kChosenScale = 1.25f;  // of the mood that is set
inline constexpr int kMotionMs = 160;         // until it has that size

const MoodDrawing& drawing_of(model::Mood mood);

}  // namespace lectern::layout
