// SPDX-License-Identifier: MIT
// What stands to the left of a list item: a bullet, its number, or the box of a task.
#pragma once

#include "view/surface.hpp"

namespace lectern::view {

// Paints the marker at the item's first line and adds the item to the painted nodes, unless that
// line is out of the canvas or the number has no room. An item may be longer than the canvas: its
// marker is all that is painted of itself.
void draw_list_marker(Surface& surface, int item);

}  // namespace lectern::view
