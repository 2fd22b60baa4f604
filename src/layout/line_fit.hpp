// SPDX-License-Identifier: MIT
// Which of a text's opportunities to break its lines take. Arithmetic only: all is measured before.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/prepare.hpp"

namespace lectern::layout {

// The pieces of a line: [first, last) of PreparedText::pieces.
struct PieceRange {
  size_t first = 0;
  size_t last = 0;
};

// Breaks a text into lines of a width, px. However it is done there are as many lines as when each is filled
// one after the other (CSS Text 3, section 5, with overflow-wrap: anywhere), which is what browsers do: so a text
// is as high as the browser's own; or fewer, where words are hyphenated. Text that only an emergency breaks, and any that `fit` has nothing to gain
// for, is filled. Cost: linear in the pieces times those of a line.
std::vector<PieceRange> fit_lines(const std::vector<Piece>& pieces, float width_px, Fit fit);

}  // namespace lectern::layout
