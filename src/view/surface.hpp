// SPDX-License-Identifier: MIT
// What the panels paint on: the part of the page that the canvas covers, in device px. It turns CSS
// px into device px, knows which nodes are in view, and keeps the list of those painted whole. It
// has layers instead of painting order, so that shapes and glyphs don't alternate: each change of
// texture would be a draw call. No other header of the view names ImGui's draw list.
#pragma once

#include <span>
#include <vector>

#include "base/rect.hpp"
#include "view/theme.hpp"
#include "view/view.hpp"

struct ImDrawList;

namespace lectern::view {

struct PxPoint {
  float x = 0, y = 0;
};

// Device px from the canvas's top left corner, on the grid.
struct PxRect {
  int left = 0, top = 0, right = 0, bottom = 0;
  PxRect grown(int px) const { return {left - px, top - px, right + px, bottom + px}; }
};

// In the order of painting. Text darker or lighter than its ground is blended so (see SetBlend).
enum class Layer : std::uint8_t { ground, picture, dark_text, light_text, over };

// A raster and where it goes; nothing of it when the rect is empty.
struct PlacedImage {
  RunImage image;
  PxRect rect;
  Layer layer = Layer::picture;
};

class Surface {
 public:
  // `list` is split into the layers until finish().
  Surface(const Frame& frame, ImDrawList& list);
  std::vector<int> finish();  // the painted nodes

  const Frame& frame() const { return frame_; }
  const layout::Node& node(int index) const { return frame_.tree.nodes[at(index)]; }
  bool is_right_to_left() const { return frame_.tree.dir == "rtl"; }
  const layout::Box& box(int index) const { return frame_.layout.boxes[at(index)]; }
  const layout::PreparedText& text(int index) const { return frame_.prepared.texts[at(index)]; }
  const layout::Font& font(int index) const { return frame_.prepared.fonts[at(index)]; }
  std::span<const layout::Line> lines(int index) const;
  std::span<const layout::Run> runs(const layout::Line& line) const;

  // Both edges are rounded, so that neighbours that touch in CSS px still touch.
  PxRect px(const Rect& rect) const;
  int y_px(float css_px) const;
  float x_px(float css_px) const { return css_px * frame_.dpr - static_cast<float>(origin_x_px_); }
  int length_px(float css_px) const;  // at least one device px
  int rem_px(float rem) const { return length_px(rem * frame_.rem_px); }
  int hairline_px() const { return length_px(1); }
  Rgb rgb(layout::Color color) const { return rgb_of(color, frame_.reader.theme); }

  // Whether the reader sees it now, or would at the next scroll step.
  bool is_seen(int index) const {
    const Rect& rect = box(index).rect;
    return rect.bottom() >= frame_.seen_y && rect.y <= frame_.seen_y + frame_.seen_height;
  }
  // Whether the canvas shows the node, or anything inside it.
  bool shows(int index) const;
  bool holds(const PxRect& rect) const {
    return rect.left >= 0 && rect.right <= width_px_ && rect.top >= 0 && rect.bottom <= height_px_;
  }
  bool holds(int index) const { return holds(px(box(index).rect)); }

  // Whether so many runs, with grounds and lines, can still be drawn.
  bool has_room_for(int runs) const;

  void fill(Layer layer, const PxRect& rect, Rgb color, int radius_px = 0, float alpha = 1);
  void stroke(Layer layer, const PxRect& rect, Rgb color, int thickness_px, int radius_px);
  void line(std::span<const PxPoint> points, Rgb color, float thickness_px);
  void triangle(const PxPoint (&points)[3], Rgb color);  // clockwise
  void disc(PxPoint centre, float radius_px, Rgb color);
  void circle(PxPoint centre, float radius_px, Rgb color, float thickness_px);
  void image(const PlacedImage& placed);

  void painted(int index) { painted_.push_back(index); }

 private:
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  ImDrawList& on(Layer layer);

  const Frame& frame_;
  ImDrawList& list_;
  int origin_x_px_, origin_y_px_;
  int width_px_, height_px_;
  std::vector<int> painted_;
};

// Calls draw(index) for each node under `root` that is in view, in reading order. What is out of
// view costs one look, with all that it holds.
template <class Draw>
void for_each_in_view(const Surface& surface, int root, Draw draw) {
  const int end = surface.node(root).end;
  for (int index = root + 1; index < end;) {
    if (!surface.shows(index)) {
      index = surface.node(index).end;
    } else {
      draw(index++);
    }
  }
}

}  // namespace lectern::view
