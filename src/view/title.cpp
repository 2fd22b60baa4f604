// SPDX-License-Identifier: MIT
// The article's head (mark, title, standfirst, byline and date) and the topics at its end, each drawn by
// itself, since the article's picture and body stand in the same element; and the row of links to it in other
// languages.
#include "view/panels.hpp"
#include "view/run_painter.hpp"
#include "view/widgets.hpp"

namespace lectern::view {

void draw_title(Surface& surface, int node) {
  draw_text(surface, node);
}

void draw_languages(Surface& surface, int root) {
  for_each_in_view(surface, root, [&](int node) { draw_element(surface, node); });
}

}  // namespace lectern::view
