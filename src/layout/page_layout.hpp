// SPDX-License-Identifier: MIT
// The second step of layout: sums. Every element gets its rect, every text its lines and every line
// its runs, for one width of the viewport. All in CSS px from the page's top left corner.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/rect.hpp"
#include "layout/prepare.hpp"

namespace lectern::layout {

// A stretch of one style on one line: what is rastered and drawn as one.
struct Run {
  int begin = 0;  // bytes into the element's text
  int end = 0;
  int span = 0;
  float x = 0;  // page
  float width = 0;    // of its glyphs
  float through = 0;  // to where an underline or strike goes on into the next run; else width
  BidiLevel level = 0;
  bool hyphen = false;  // one is drawn behind it
};

struct Line {
  int node = 0;
  int begin = 0;  // bytes into the element's text, without the white space at the line's end
  int end = 0;
  int next = 0;  // where the next line begins: end, or after the white space
  float x = 0;   // page
  float width = 0;
  float baseline = 0;
  float top = 0;     // of the DOM's rects of its text
  float height = 0;
  int first_run = 0;  // its runs stand from left to right
  int run_count = 0;
  bool hard = false;  // ended by a <br>
  float hyphen_px = 0;  // of the hyphen behind it, which its text and width are without
};

struct Box {
  Rect rect;
  float margin = 0;     // above it, in its column: what the twin is told
  bool placed = false;     // beside others: the twin is told x and y within its container
  bool html_only = false;  // shown by its HTML: Node::html_only, PreparedText::html_only, code wider than
                           // its box, or lines that would be ordered otherwise if each stood alone
  bool far = false;        // left out, with all that it holds
  bool cut = false;        // something that it holds was left out
  int first_line = 0;
  int line_count = 0;
};

// The first element behind what was left out, and all that stands below it up to the next one: its
// place is known when the browser has said where its top is.
struct Segment {
  int node = 0;
  int first_line = 0;
  float top_px = 0;  // of the node, as it stands now
};

struct PageLayout {
  std::vector<Box> boxes;  // one for each node of the tree; an empty rect when hidden or far
  std::vector<Line> lines;
  std::vector<Run> runs;
  std::vector<Segment> segments;  // in the tree's order; none when nothing was left out
  float width = 0;
  float height = 0;
};

struct Viewport {
  float width_px = 0;
  float rem_px = 16;
};

Metrics metrics_of(const Viewport& viewport);

// Where the page's columns stand, CSS px: all that it has is between x and x + width.
struct PageColumns {
  float x = 0;
  float width = 0;
  bool wide = false;  // lead and side beside each other
};
PageColumns page_columns(const PageTree& tree, const Viewport& viewport);

// The height of an element that the canvas leaves to the browser (Node::html_only) at a width.
using HtmlHeight = std::function<float(int node, float width_px)>;

// Lays out what is in the band. Cost: linear in its text and in the tree's nodes, without measuring.
PageLayout layout_page(const PageTree& tree, const PreparedPage& prepared, const Viewport& viewport,
                       const HtmlHeight& html_height, const Band& band = {});

// Breaks an element's text anew after it was prepared anew. False, and nothing has changed, when the element
// would then have another height or the page is mirrored: all is to be laid out again.
bool relayout_text(PageLayout& layout, const PageTree& tree, const PreparedPage& prepared,
                   const Viewport& viewport, int node);

// Moves each segment to where the browser has its first element: tops_px[i] is the top of
// segments[i].node, CSS px from the page's. Gives whether anything moved.
bool settle(PageLayout& layout, const PageTree& tree, std::span<const float> tops_px);

// What is under a point: the innermost interactive element, a button or a link.
struct Target {
  int node = -1;  // -1: nothing
  int link = -1;  // the how-manieth link of the element; -1 for a button
  bool operator==(const Target&) const = default;
};
Target hit_test(const PageTree& tree, const PreparedPage& prepared, const PageLayout& layout,
                float x, float y);

// The rects of a link, one for each line that it stands on, or of a button.
std::vector<Rect> target_rects(const PageTree& tree, const PreparedPage& prepared,
                               const PageLayout& layout, const Target& target);

bool is_button(Element element);

}  // namespace lectern::layout
