// SPDX-License-Identifier: MIT
// The column map: the publication's columns, indented by depth; this page's own is marked.
#include "view/panels.hpp"
#include "view/widgets.hpp"

namespace lectern::view {

void draw_column_map(Surface& surface, int root) {
  for_each_in_view(surface, root, [&](int node) {
    const bool painted = draw_element(surface, node);
    if (painted && surface.node(node).current) draw_current_mark(surface, node);
  });
}

}  // namespace lectern::view
