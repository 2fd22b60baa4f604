// SPDX-License-Identifier: MIT
// The canvas's WebGL2 context and Dear ImGui's backend on it. No GLFW and no SDL: theirs take keys
// from the whole page (emscripten #22866), and a page in a frame must not.
#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>

#include "platform/platform.hpp"
#include "platform/web/host.hpp"
#include "platform/web/textures.hpp"

namespace lectern::platform {
namespace {

constexpr const char* kCanvas = "#lectern-canvas";

EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = 0;
int calls = 0;

}  // namespace

bool start_renderer() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.alpha = false;  // the page lies under nothing, and text is rastered on its ground
  attributes.depth = false;
  attributes.stencil = false;
  attributes.antialias = false;
  attributes.majorVersion = 2;
  attributes.enableExtensionsByDefault = false;
  context = emscripten_webgl_create_context(kCanvas, &attributes);
  if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) {
    context = 0;
    return false;
  }
  if (!ImGui_ImplOpenGL3_Init("#version 300 es")) {
    stop_renderer();
    return false;
  }
  ImGui_ImplOpenGL3_NewFrame();  // makes shaders and, before Dear ImGui 1.92, the font's texture
  return true;
}

void stop_renderer() {
  if (!context) return;
  drop_textures();
  if (ImGui::GetIO().BackendRendererUserData) ImGui_ImplOpenGL3_Shutdown();
  emscripten_webgl_destroy_context(context);
  context = 0;
}

int max_canvas_px() {
  GLint texture = 0;
  GLint viewport[2] = {};
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture);
  glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport);
  return std::min({texture, viewport[0], viewport[1]});
}

CanvasSize place_canvas(const CanvasPlace& place) {
  double size[2] = {};
  Request("place")
      .number(place.top_px)
      .number(place.width_px)
      .number(place.height_px)
      .number(place.dpr)
      .send(size);
  return {static_cast<int>(size[0]), static_cast<int>(size[1])};
}

void render_draw_data(std::uint32_t clear_color) {
  ImDrawData* data = ImGui::GetDrawData();
  if (!context || !data) return;
  const auto channel = [&](int shift) {
    return static_cast<float>((clear_color >> shift) & 0xFF) / 255.0f;
  };
  glDisable(GL_SCISSOR_TEST);
  glClearColor(channel(16), channel(8), channel(0), 1.0f);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplOpenGL3_RenderDrawData(data);
  for (int i = 0; i < data->CmdListsCount; ++i) {
    for (const ImDrawCmd& command : data->CmdLists[i]->CmdBuffer) {
      if (command.ElemCount > 0 && !command.UserCallback) ++calls;
    }
  }
}

int draw_calls() { return calls; }

}  // namespace lectern::platform
