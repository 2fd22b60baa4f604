// SPDX-License-Identifier: MIT
// Inline elements as one text with spans of one style each: what lines are made of.
#pragma once

#include <vector>

#include "layout/prepare.hpp"

namespace lectern::layout {

struct FlatText {
  std::string text;                 // the element's textContent
  std::vector<Span> spans;          // in order, without gaps
  std::vector<int> hard_breaks;     // offsets of the "\n" after each <br>
};

// `fonts` gets the fonts that the spans use; equal ones share an index.
FlatText flatten(const Node& node, const Metrics& metrics, std::vector<Font>& fonts);

// The element's own font and line height, px.
Font font_of(const Node& node, const Metrics& metrics);
float line_height_px(const Node& node, const Metrics& metrics);

}  // namespace lectern::layout
