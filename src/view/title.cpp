// SPDX-License-Identifier: MIT
// The article's head (mark, title, standfirst, byline and date) and the topics at its end, each drawn by
// itself, since the article's picture and body stand in the same element.
#include "view/panels.hpp"
#include "view/run_painter.hpp"

namespace lectern::view {

void draw_title(Surface& surface, int node) {
  draw_text(surface, node);
}

}  // namespace lectern::view
