// SPDX-License-Identifier: MIT
// Dear ImGui's renderer backend: hands draw lists and the font atlas to web/gl.js, which has the
// WebGL2 context. Its own OpenGL backend would bring Emscripten's whole GL library along, a tenth of
// what a reader may download, for the ten calls that are needed here.
#include <imgui.h>

#include <algorithm>

#include "platform/platform.hpp"
#include "platform/web/host.hpp"
#include "platform/web/textures.hpp"

namespace lectern::platform {
namespace {

bool started = false;
int calls = 0;
Blend blend = Blend::over;

// ImTextureID is a pointer before Dear ImGui 1.91.4 and a number after.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
ImTextureID id_of(double texture) { return (ImTextureID) static_cast<std::uintptr_t>(texture); }
double number_of(ImTextureID id) { return static_cast<double>((std::uintptr_t)id); }
#pragma GCC diagnostic pop

void fill_texture(double texture, int width, int height, const void* pixels) {
  Request("fill")
      .numbers({texture, double(width), double(height)})
      .bytes(pixels, 4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height))
      .send();
}

#ifdef IMGUI_HAS_TEXTURES
// From 1.92 on the atlas grows, and says what it wants.
void drop_atlas(ImTextureData& texture) {
  drop_texture(number_of(texture.TexID));
  texture.SetTexID(ImTextureID_Invalid);
  texture.SetStatus(ImTextureStatus_Destroyed);
}

void follow_atlas(ImTextureData& texture) {
  switch (texture.Status) {
    case ImTextureStatus_WantCreate:
      texture.SetTexID(id_of(make_texture(texture.Width, texture.Height, true)));
      [[fallthrough]];
    case ImTextureStatus_WantUpdates:  // rare and small: all of it
      fill_texture(number_of(texture.TexID), texture.Width, texture.Height, texture.GetPixels());
      texture.SetStatus(ImTextureStatus_OK);
      break;
    case ImTextureStatus_WantDestroy:
      if (texture.UnusedFrames > 0) drop_atlas(texture);
      break;
    default:
      break;
  }
}
#endif

void start_atlas() {
  ImGuiIO& io = ImGui::GetIO();
  io.BackendRendererName = "lectern";
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
#ifdef IMGUI_HAS_TEXTURES
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
#else
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
  const double texture = make_texture(width, height, true);
  fill_texture(texture, width, height, pixels);
  io.Fonts->SetTexID(id_of(texture));
#endif
}

void stop_atlas() {
#ifdef IMGUI_HAS_TEXTURES
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->RefCount == 1 && texture->TexID != ImTextureID_Invalid) drop_atlas(*texture);
  }
#else
  drop_texture(number_of(ImGui::GetIO().Fonts->TexID));
  ImGui::GetIO().Fonts->SetTexID({});
#endif
}

void draw_list(const ImDrawList& list) {
  Request request("draw");
  request.number(sizeof(ImDrawVert)).number(sizeof(ImDrawIdx));
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback) command.UserCallback(&list, &command);
    if (command.ElemCount == 0 || command.UserCallback) continue;
    const ImVec4& clip = command.ClipRect;
    if (clip.z <= clip.x || clip.w <= clip.y) continue;
    ++calls;
    request.numbers({number_of(command.GetTexID()), double(command.ElemCount),
                     double(command.IdxOffset), double(command.VtxOffset), clip.x, clip.y, clip.z,
                     clip.w, double(blend)});
  }
  request.bytes(list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()))
      .bytes(list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()))
      .send();
}

}  // namespace

bool start_renderer(CanvasSize size) {
  started = Request("start").number(size.width).number(size.height).send() != 0;
  if (started) start_atlas();
  return started;
}

void stop_renderer() {
  if (!started) return;
  drop_textures();
  stop_atlas();
  Request("stop").send();
  started = false;
}

bool canvas_is_above() { return Request("above").send() != 0; }

int max_canvas_px() { return static_cast<int>(Request("max_side").send()); }

CanvasSize place_canvas(const CanvasPlace& place) {
  double size[2] = {};
  Request("place")
      .numbers({place.left_px, place.top_px, place.width_px, place.height_px, place.dpr})
      .send(size);
  return {static_cast<int>(size[0]), static_cast<int>(size[1])};
}

void set_blend(Blend next) { blend = next; }

void render_draw_data(std::uint32_t clear_color) {
  blend = Blend::over;
  const ImDrawData* data = ImGui::GetDrawData();
  if (!started || !data) return;
#ifdef IMGUI_HAS_TEXTURES
  if (data->Textures) {
    for (ImTextureData* texture : *data->Textures) follow_atlas(*texture);
  }
#endif
  Request("clear").number(clear_color).send();
  for (int i = 0; i < data->CmdListsCount; ++i) draw_list(*data->CmdLists[i]);
  Request("end_frame").send();
}

int draw_calls() { return calls; }

}  // namespace lectern::platform
