// SPDX-License-Identifier: MIT
// "Share this page": buttons, a mail link that looks like one, and a line that says how it went.
#include "view/panels.hpp"
#include "view/widgets.hpp"

namespace lectern::view {

void draw_share(Surface& surface, int root) {
  for_each_in_view(surface, root, [&](int node) { draw_element(surface, node); });
}

}  // namespace lectern::view
