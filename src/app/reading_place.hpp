// SPDX-License-Identifier: MIT
// Where the reader is in the text, so that a new layout (another width, a font that came late) can
// bring the same words back to the same height in the window.
#pragma once

#include "layout/page_layout.hpp"

namespace lectern::app {

struct ReadingPlace {
  int node = -1;       // -1: above the article's text, where nothing needs keeping
  int offset = 0;      // bytes into its text: the first word of the topmost whole line
  float below_px = 0;  // that line's top, below the window's top edge
};

ReadingPlace reading_place(const layout::PageTree& tree, const layout::PageLayout& layout,
                           float scroll_y);

// The scroll position that shows a place where it was.
float scroll_for(const ReadingPlace& place, const layout::PageLayout& layout);

}  // namespace lectern::app
