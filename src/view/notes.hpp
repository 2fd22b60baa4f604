// SPDX-License-Identifier: MIT
// What an article's body has beside its text: the summaries of details, the footnotes' line.
#pragma once

#include "view/surface.hpp"

namespace lectern::view {

// The summary's text, and to its left a triangle that points down when the details are open.
void draw_summary(Surface& surface, int node);

// A short line above the footnotes, which may be longer than the canvas: that is all of themselves.
void draw_line_above(Surface& surface, int node);

}  // namespace lectern::view
