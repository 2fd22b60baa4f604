// SPDX-License-Identifier: MIT
// What can be pointed at: links and buttons, and where they are.
#include <algorithm>

#include "layout/page_layout.hpp"

namespace lectern::layout {
namespace {

// A link can be hit on the whole height of its line's text, and across its spaces.
Rect rect_of(const Line& line, const Run& run) { return {run.x, line.top, run.through, line.height}; }

}  // namespace

bool is_button(Element element) {
  return element == Element::share_button || element == Element::share_link ||
         element == Element::mood_button;
}

Target hit_test(const PageTree& tree, const PreparedPage& prepared, const PageLayout& layout,
                float x, float y) {
  for (int i = 0; i < static_cast<int>(tree.nodes.size()); ++i) {
    const auto index = static_cast<size_t>(i);
    const Box& box = layout.boxes[index];
    if (!box.rect.contains(x, y)) continue;
    if (is_button(tree.nodes[index].element)) return {i, -1};
    for (int l = box.first_line; l < box.first_line + box.line_count; ++l) {
      const Line& line = layout.lines[static_cast<size_t>(l)];
      for (int r = line.first_run; r < line.first_run + line.run_count; ++r) {
        const Run& run = layout.runs[static_cast<size_t>(r)];
        const int link = prepared.texts[index].spans[static_cast<size_t>(run.span)].link;
        if (link >= 0 && rect_of(line, run).contains(x, y)) return {i, link};
      }
    }
  }
  return {};
}

std::vector<Rect> target_rects(const PageTree& tree, const PreparedPage& prepared,
                               const PageLayout& layout, const Target& target) {
  std::vector<Rect> rects;
  if (target.node < 0 || target.node >= static_cast<int>(tree.nodes.size())) return rects;
  const auto index = static_cast<size_t>(target.node);
  const Box& box = layout.boxes[index];
  if (target.link < 0) return {box.rect};
  for (int l = box.first_line; l < box.first_line + box.line_count; ++l) {
    const Line& line = layout.lines[static_cast<size_t>(l)];
    bool joined = false;
    for (int r = line.first_run; r < line.first_run + line.run_count; ++r) {
      const Run& run = layout.runs[static_cast<size_t>(r)];
      if (prepared.texts[index].spans[static_cast<size_t>(run.span)].link != target.link) {
        joined = false;
        continue;
      }
      if (joined) {
        rects.back().width = run.x + run.width - rects.back().x;
      } else {
        rects.push_back(rect_of(line, run));
      }
      joined = true;
    }
  }
  return rects;
}

}  // namespace lectern::layout
