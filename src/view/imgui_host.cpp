// SPDX-License-Identifier: MIT
// Dear ImGui's context, input and frame for the app, which never sees imgui.h. ImGui has no idle
// mode: the app draws only when something changed, and wants_another_frame says when one frame is
// not enough for what ImGui shows to settle.
#include <algorithm>
#include <cfloat>

#include "imgui.h"
#include "imgui_internal.h"  // ImFontLoader
#include "view/view.hpp"

namespace lectern::view {
namespace {

// The frame that reads an input, and one more: ImGui learns in a frame which window the pointer is
// in from what the frame before drew.
constexpr int kSettleFrames = 2;
int frames_to_settle = 0;

#ifdef IMGUI_DISABLE_DEFAULT_FONT
// ImGui insists on a font, though no text is drawn with it.
void add_empty_font(ImFontAtlas& atlas) {
  static ImFontLoader loader;
  loader.Name = "none";
  loader.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*, ImWchar,
                                 ImFontGlyph*, float*) { return false; };
  ImFontConfig config;
  config.FontLoader = &loader;
  config.SizePixels = 16;
  atlas.SetFontLoader(&loader);
  atlas.AddFont(&config);
}
#endif

ImGuiIO& after_input() {
  frames_to_settle = kSettleFrames;
  return ImGui::GetIO();
}

}  // namespace

void start_imgui() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;  // the cursor is the DOM's
  // A move and a press that come together count in one frame. Nothing is activated here, so a
  // press that is over before it was drawn may be missed.
  io.ConfigInputTrickleEventQueue = false;
  // Filled shapes take their white from the font atlas, which NewFrame wants built. From 1.92 on a
  // renderer keeps it up to date, and says so; there is none in tests.
#ifdef IMGUI_HAS_TEXTURES
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
#else
  io.Fonts->Build();
#endif
#ifdef IMGUI_DISABLE_DEFAULT_FONT
  add_empty_font(*io.Fonts);
#endif
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowMinSize = {1, 1};
  frames_to_settle = kSettleFrames;
}

void stop_imgui() {
  ImGui::DestroyContext();
}

void begin_frame(int width_px, int height_px, double seconds) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width_px), static_cast<float>(height_px)};
  io.DeltaTime = std::max(static_cast<float>(seconds), 1e-4f);  // ImGui asserts that time goes on
  ImGui::NewFrame();
}

void end_frame() {
  ImGui::Render();
  frames_to_settle = std::max(0, frames_to_settle - 1);
}

void pointer_moved(float x_px, float y_px) {
  after_input().AddMousePosEvent(x_px, y_px);
}

void pointer_button(bool down) {
  after_input().AddMouseButtonEvent(0, down);
}

void pointer_left() {
  ImGuiIO& io = after_input();
  io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  io.AddMouseButtonEvent(0, false);  // where it is let go is not told any more
}

bool wants_another_frame() {
  return frames_to_settle > 0;
}

}  // namespace lectern::view
