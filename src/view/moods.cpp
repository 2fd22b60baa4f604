// SPDX-License-Identifier: MIT
// The moods: a question, eight buttons of which at most one is set, and a line that says so.
#include "view/panels.hpp"
#include "view/widgets.hpp"

namespace lectern::view {

void draw_moods(Surface& surface, int root) {
  for_each_in_view(surface, root, [&](int node) { draw_element(surface, node); });
}

}  // namespace lectern::view
