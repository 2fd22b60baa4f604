// SPDX-License-Identifier: MIT
// Previous and next story: two halves, each a label under a hairline and a link.
#include "view/panels.hpp"
#include "view/widgets.hpp"

namespace lectern::view {

void draw_turn(Surface& surface, int root) {
  for_each_in_view(surface, root, [&](int node) { draw_element(surface, node); });
}

}  // namespace lectern::view
