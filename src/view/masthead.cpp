// SPDX-License-Identifier: MIT
// The masthead: the publication's name. Its hairline is its container's own, drawn by the HTML.
#include "view/panels.hpp"
#include "view/widgets.hpp"

namespace lectern::view {

void draw_masthead(Surface& surface, int root) {
  for_each_in_view(surface, root, [&](int node) { draw_element(surface, node); });
}

}  // namespace lectern::view
