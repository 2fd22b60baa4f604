// SPDX-License-Identifier: MIT
// What the pointer and the keyboard show: the hit areas that Dear ImGui tests, a button's looks in
// each state, and the focus ring. Nothing here triggers anything: the click is the DOM's.
#pragma once

#include "view/surface.hpp"

namespace lectern::view {

struct HitState {
  bool hovered = false;
  bool pressed = false;  // held down, with the pointer still on it
};

// An area of an element: of a button (link -1), or of a part of a link, which stands on several lines. Its ImGui id is
// made of the three numbers, so that it lasts over scrolling and a new layout.
HitState hit_area(const PxRect& rect, int node, int link, int part);

// A button or what looks like one, with its label. False when it does not lie in the canvas whole,
// or when there is no room for the label: nothing is painted.
bool draw_button(Surface& surface, int node);

// A button, or the text of another element; nothing for a container. False when nothing is painted.
bool draw_element(Surface& surface, int node);

// A bar beside the first line of what is shown as this page's own: not by colour alone.
void draw_current_mark(Surface& surface, int node);

// Around what the keyboard is on, with a gap, so that it reads on any ground.
void draw_focus_ring(Surface& surface, const PxRect& rect);

}  // namespace lectern::view
