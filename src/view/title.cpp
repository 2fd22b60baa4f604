// SPDX-License-Identifier: MIT
// The article's head: title, standfirst, byline and date, each drawn by itself, since the article's
// picture and body stand in the same element.
#include "view/panels.hpp"
#include "view/run_painter.hpp"

namespace lectern::view {

void draw_title(Surface& surface, int node) {
  draw_text(surface, node);
}

}  // namespace lectern::view
