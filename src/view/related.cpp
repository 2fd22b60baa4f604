// SPDX-License-Identifier: MIT
// Related stories: a heading and the links, each with its reason below.
#include "view/panels.hpp"
#include "view/widgets.hpp"

namespace lectern::view {

void draw_related(Surface& surface, int root) {
  for_each_in_view(surface, root, [&](int node) { draw_element(surface, node); });
}

}  // namespace lectern::view
