// SPDX-License-Identifier: MIT
// A line of text that runs in both directions: where its pieces stand, from left to right.
#pragma once

#include <vector>

#include "layout/line_fit.hpp"

namespace lectern::layout {

struct PlacedPiece {
  size_t piece = 0;  // index into PreparedText::pieces
  float x = 0;       // px from the line's left edge
};

// The pieces of a line in the order in which they are seen (UAX #9, L2), and the line's width, each of its spaces
// wider by `stretch_px`. Cost: linear in the pieces times the highest level.
struct LineOrder {
  std::vector<PlacedPiece> pieces;
  float width_px = 0;
};
LineOrder order_line(const PreparedText& text, const PieceRange& range, float stretch_px);

// Whether each line has the order that it has in its paragraph when it is one by itself: to browsers a forced
// break, as the twin's, ends a paragraph (CSS Writing Modes 4, section 2.4.2).
bool lines_stand_alone(const PreparedText& text, const std::vector<PieceRange>& lines);

}  // namespace lectern::layout
