// SPDX-License-Identifier: MIT
// One frame of the reading view: a window over the whole canvas, without anything of a window, and
// in it the panels that are in view.
#include "view/view.hpp"

#include "imgui.h"
#include "view/panels.hpp"

namespace lectern::view {
namespace {

using layout::Element;
using Draw = void (*)(Surface&, int);

// Who draws an element and all that it holds; null for one that only holds others.
Draw panel_of(Element element) {
  switch (element) {
    case Element::masthead:
      return draw_masthead;
    case Element::breadcrumb:
      return draw_breadcrumb;
    case Element::unpublished:
    case Element::title:
    case Element::standfirst:
    case Element::byline:
    case Element::dateline:
    case Element::topics:
    case Element::source_line:
      return draw_title;
    case Element::figure:
    case Element::body:
      return draw_body;
    case Element::languages:
      return draw_languages;
    case Element::corrections:
      return draw_corrections;
    case Element::related:
      return draw_related;
    case Element::share:
      return draw_share;
    case Element::moods:
      return draw_moods;
    case Element::column_map:
      return draw_column_map;
    case Element::headlines:
      return draw_headlines;
    case Element::turn:
      return draw_turn;
    default:
      return nullptr;
  }
}

void draw_panels(Surface& surface) {
  const int end = surface.node(0).end;
  for (int index = 0; index < end;) {
    const bool shown = surface.shows(index);
    const Draw draw = panel_of(surface.node(index).element);
    if (shown && draw) draw(surface, index);
    index = draw || !shown ? surface.node(index).end : index + 1;
  }
}

}  // namespace

std::vector<int> draw_page(const Frame& frame) {
  if (frame.tree.nodes.empty()) return {};
  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
      ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBringToFrontOnFocus |
      ImGuiWindowFlags_NoFocusOnAppearing;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::Begin("page", nullptr, kFlags);
  Surface surface(frame, *ImGui::GetWindowDrawList());
  draw_panels(surface);
  std::vector<int> painted = surface.finish();
  ImGui::End();
  return painted;
}

}  // namespace lectern::view
