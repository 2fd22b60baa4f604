// SPDX-License-Identifier: MIT
#include "view/surface.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "imgui.h"

namespace lectern::view {
namespace {

constexpr int kLayerCount = static_cast<int>(Layer::over) + 1;

// A draw list's indices have 16 bits, and WebGL2 has no base vertex. The rest is for bullets,
// buttons and the like, which are few. A run has 4, its ground with round corners about 40, its
// lines 8.
constexpr int kMaxVertices = 48000;
constexpr int kVerticesOfRun = 64;

// Of the frame whose draw data is rendered: ImGui's callbacks carry no function.
SetBlend set_blend = nullptr;

template <Blend blend>
void blend_callback(const ImDrawList*, const ImDrawCmd*) {
  set_blend(blend);
}

int round_px(float value) {
  return static_cast<int>(std::lround(value));
}

ImU32 packed(Rgb color, float alpha = 1) {
  const auto a = static_cast<ImU32>(std::lround(alpha * 255));
  return ((color >> 16) & 0xFF) << IM_COL32_R_SHIFT | ((color >> 8) & 0xFF) << IM_COL32_G_SHIFT |
         (color & 0xFF) << IM_COL32_B_SHIFT | a << IM_COL32_A_SHIFT;
}

ImVec2 vec(int x, int y) {
  return {static_cast<float>(x), static_cast<float>(y)};
}
ImVec2 vec(PxPoint point) {
  return {point.x, point.y};
}

// ImTextureID is a pointer below 1.91.4 and a number since; a cast in C's way turns either from a
// number, as no one cast of C++ does. AddImage takes a reference to it from 1.92 on, which is made
// of one by itself.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
ImTextureID texture_id(std::uint64_t texture) {
#if IMGUI_VERSION_NUM >= 19140
  return (ImTextureID)texture;
#else
  return (ImTextureID)(std::uintptr_t)texture;
#endif
}
#pragma GCC diagnostic pop

}  // namespace

Surface::Surface(const Frame& frame, ImDrawList& list)
    : frame_(frame),
      list_(list),
      origin_x_px_(round_px(frame.canvas.x * frame.dpr)),
      origin_y_px_(round_px(frame.canvas.y * frame.dpr)),
      width_px_(round_px(frame.canvas.width * frame.dpr)),
      height_px_(round_px(frame.canvas.height * frame.dpr)) {
  list_.ChannelsSplit(kLayerCount);
  set_blend = frame.set_blend;
  if (!set_blend) return;
  on(Layer::dark_text).AddCallback(blend_callback<Blend::darker>, nullptr);
  on(Layer::light_text).AddCallback(blend_callback<Blend::lighter>, nullptr);
  on(Layer::over).AddCallback(blend_callback<Blend::over>, nullptr);
}

std::vector<int> Surface::finish() {
  list_.ChannelsMerge();
  return std::move(painted_);
}

ImDrawList& Surface::on(Layer layer) {
  list_.ChannelsSetCurrent(static_cast<int>(layer));
  return list_;
}

std::span<const layout::Line> Surface::lines(int index) const {
  const layout::Box& of = box(index);
  return std::span(frame_.layout.lines).subspan(at(of.first_line), at(of.line_count));
}

std::span<const layout::Run> Surface::runs(const layout::Line& line) const {
  return std::span(frame_.layout.runs).subspan(at(line.first_run), at(line.run_count));
}

PxRect Surface::px(const Rect& rect) const {
  return {round_px(rect.x * frame_.dpr) - origin_x_px_, y_px(rect.y),
          round_px(rect.right() * frame_.dpr) - origin_x_px_, y_px(rect.bottom())};
}

int Surface::y_px(float css_px) const {
  return round_px(css_px * frame_.dpr) - origin_y_px_;
}

int Surface::length_px(float css_px) const {
  return std::max(1, round_px(css_px * frame_.dpr));
}

bool Surface::shows(int index) const {
  const PxRect rect = px(box(index).rect);
  if (rect.bottom < 0 || rect.top > height_px_) return false;
  return !node(index).is_away() && !box(index).html_only && !box(index).far;
}

bool Surface::has_room_for(int runs) const {
  return list_.VtxBuffer.Size + runs * kVerticesOfRun < kMaxVertices;
}

void Surface::fill(Layer layer, const PxRect& rect, Rgb color, int radius_px, float alpha) {
  on(layer).AddRectFilled(vec(rect.left, rect.top), vec(rect.right, rect.bottom),
                          packed(color, alpha), static_cast<float>(radius_px));
}

void Surface::stroke(Layer layer, const PxRect& rect, Rgb color, int thickness_px, int radius_px) {
  // The path runs along the middle of the stroke. ImGui's own AddRect moves it in by half a px
  // whatever the thickness, so that an even one would be blurred.
  const float half = static_cast<float>(thickness_px) / 2;
  ImDrawList& list = on(layer);
  list.PathRect({static_cast<float>(rect.left) + half, static_cast<float>(rect.top) + half},
                {static_cast<float>(rect.right) - half, static_cast<float>(rect.bottom) - half},
                static_cast<float>(radius_px));
  list.PathStroke(packed(color), ImDrawFlags_Closed, static_cast<float>(thickness_px));
}

void Surface::line(std::span<const PxPoint> points, Rgb color, float thickness_px) {
  ImDrawList& list = on(Layer::over);
  for (const PxPoint& point : points)
    list.PathLineTo(vec(point));
  list.PathStroke(packed(color), 0, thickness_px);
}

void Surface::triangle(const PxPoint (&points)[3], Rgb color) {
  on(Layer::over).AddTriangleFilled(vec(points[0]), vec(points[1]), vec(points[2]), packed(color));
}

void Surface::disc(PxPoint centre, float radius_px, Rgb color) {
  on(Layer::over).AddCircleFilled(vec(centre), radius_px, packed(color));
}

void Surface::circle(PxPoint centre, float radius_px, Rgb color, float thickness_px) {
  on(Layer::over).AddCircle(vec(centre), radius_px, packed(color), 0, thickness_px);
}

void Surface::image(const PlacedImage& placed) {
  const auto& [image, rect, layer] = placed;
  if (rect.right <= rect.left) return;
  on(layer).AddImage(texture_id(image.texture), vec(rect.left, rect.top),
                     vec(rect.right, rect.bottom), {image.u0, image.v0}, {image.u1, image.v1});
}

}  // namespace lectern::view
