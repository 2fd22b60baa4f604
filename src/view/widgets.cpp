// SPDX-License-Identifier: MIT
#include "view/widgets.hpp"

#include "imgui.h"
#include "view/run_painter.hpp"

namespace lectern::view {
namespace {

using layout::Color;

constexpr float kRingWidth = 2;     // CSS px, ring and gap alike
constexpr float kMarkWidth = 2;     // CSS px
constexpr float kMarkGap = 0.625f;  // rem from the text to the mark's left edge: within the padding

// A mood that is set has no tokens for its states: its ground moves towards its own label's colour.
constexpr float kOverShare = 0.12f;
constexpr float kDownShare = 0.24f;

TextLook look_of(const Surface& surface, bool set, const HitState& state) {
  if (!set) {
    return {surface.rgb(state.pressed   ? Color::tint_down
                        : state.hovered ? Color::tint_over
                                        : Color::tint),
            {}};
  }
  const Rgb label = surface.rgb(Color::on_accent);
  const float share = state.pressed ? kDownShare : state.hovered ? kOverShare : 0;
  return {mix(surface.rgb(Color::accent), label, share), label};
}

}  // namespace

HitState hit_area(const PxRect& rect, int node, int link, int part) {
  const ImVec2 size(static_cast<float>(rect.right - rect.left),
                    static_cast<float>(rect.bottom - rect.top));
  if (size.x <= 0 || size.y <= 0) return {};  // ImGui asserts that there is something to hit
  ImGui::PushID(node);
  ImGui::PushID(link);
  ImGui::PushID(part);
  ImGui::SetCursorScreenPos({static_cast<float>(rect.left), static_cast<float>(rect.top)});
  ImGui::InvisibleButton("hit", size);
  const bool hovered = ImGui::IsItemHovered();
  const HitState state{hovered, hovered && ImGui::IsItemActive()};
  ImGui::PopID();
  ImGui::PopID();
  ImGui::PopID();
  return state;
}

bool draw_button(Surface& surface, int node) {
  if (!surface.holds(node)) return false;
  const PxRect rect = surface.px(surface.box(node).rect);
  const bool set = surface.node(node).pressed;
  const TextLook look = look_of(surface, set, hit_area(rect, node, -1, 0));
  if (!draw_text(surface, node, look)) return false;
  // Two shapes, one in the other: their edges lie on whole px, as a stroke's would not at any
  // width.
  const int radius = surface.rem_px(layout::tokens().radius);
  const int border = set ? 0 : surface.hairline_px();
  if (!set) surface.fill(Layer::ground, rect, surface.rgb(Color::rule), radius);
  surface.fill(Layer::ground, rect.grown(-border), look.ground, radius - border);
  return true;
}

bool draw_element(Surface& surface, int node) {
  const layout::Element element = surface.node(node).element;
  if (layout::is_button(element)) return draw_button(surface, node);
  return layout::token_of(element).text && draw_text(surface, node);
}

void draw_current_mark(Surface& surface, int node) {
  const std::span<const layout::Line> lines = surface.lines(node);
  if (lines.empty()) return;
  PxRect bar = surface.px({lines[0].x, lines[0].top, 0, lines[0].height});
  if (surface.is_right_to_left()) {
    bar.right = surface.px({lines[0].x + lines[0].width, 0, 0, 0}).left + surface.rem_px(kMarkGap);
    bar.left = bar.right - surface.length_px(kMarkWidth);
  } else {
    bar.left -= surface.rem_px(kMarkGap);
    bar.right = bar.left + surface.length_px(kMarkWidth);
  }
  surface.fill(Layer::ground, bar, surface.rgb(Color::accent));
}

void draw_focus_ring(Surface& surface, const PxRect& rect) {
  const int width = surface.length_px(kRingWidth);
  surface.stroke(Layer::over, rect.grown(2 * width), surface.rgb(Color::accent), width,
                 surface.rem_px(layout::tokens().radius) + width);
}

}  // namespace lectern::view
