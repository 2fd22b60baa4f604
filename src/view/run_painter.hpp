// SPDX-License-Identifier: MIT
// Paints an element's text: the runs of its lines as images, 1:1 on device px, with what belongs to
// them: the grounds of inline code and marks, underlines, struck lines, the areas of its links. All
// or nothing: when one run has no room, the element's HTML stays visible and nothing is painted.
#pragma once

#include <optional>
#include <string_view>

#include "view/surface.hpp"

namespace lectern::view {

// How a text differs from its spans' own colours on paper.
struct TextLook {
  Rgb ground = 0;
  std::optional<Rgb> ink;  // in place of every span's colour
};

// Paints a node with text, with the hairline above it if it has one and the focus ring if it has
// that, and adds it to the painted ones. False when it does not lie in the canvas whole, or when
// there is no room.
bool draw_text(Surface& surface, int node, const TextLook& look);
bool draw_text(Surface& surface, int node);  // on paper

// The image of one run that begins at x (device px, any fraction); nothing when there is no room.
std::optional<PlacedImage> place_run(Surface& surface, RunImageKey key, float x_px,
                                     int baseline_px);

}  // namespace lectern::view
