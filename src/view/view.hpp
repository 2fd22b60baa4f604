// SPDX-License-Identifier: MIT
// The reading view in Dear ImGui: its life, its input and its frame. One call draws the part of the
// page that the canvas covers; each panel is a file of its own. It reads the layout and decides
// nothing about places. ImGui's coordinates here are device px from the canvas's top left corner,
// so that text is drawn 1:1.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "layout/page_layout.hpp"
#include "state/reader_state.hpp"

namespace lectern::view {

// A piece of text as it is rastered: in its real colour on the ground that it will lie on.
struct RunImageKey {
  int font = 0;  // index into PreparedPage::fonts
  std::string_view text;
  std::uint32_t color = 0;   // 0xRRGGBB
  std::uint32_t ground = 0;  // 0xRRGGBB
  float x_fraction = 0;      // where the run starts within a device px, 0 to 1
  bool urgent = true;        // seen now: made in this frame, however much there is to make
};

// Where the raster of a run lies in a texture. Sizes and offsets are device px.
struct RunImage {
  std::uint64_t texture = 0;  // what ImTextureID holds
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
  float width = 0, height = 0;
  float left = 0;    // from the run's start, rounded down to a device px, to the image's left edge
  float ascent = 0;  // from the image's top edge down to the baseline
};

// What the view needs of the platform. Nothing when there is no room or the picture is not there.
class ImageSource {
 public:
  virtual ~ImageSource() = default;
  virtual std::optional<RunImage> run_image(const RunImageKey& key) = 0;
  // The picture of an image element at its size in device px.
  virtual std::optional<RunImage> picture(int node, int width, int height) = 0;
};

// How the next shapes are put on what is there: over it, or by each channel's lower or higher
// value.
enum class Blend : std::uint8_t { over, darker, lighter };
using SetBlend = void (*)(Blend);

struct Frame {
  const layout::PageTree& tree;
  const layout::PreparedPage& prepared;
  const layout::PageLayout& layout;
  const state::ReaderState& reader;
  ImageSource& images;
  float dpr = 1;         // device px for a CSS px
  float rem_px = 16;     // CSS px
  Rect canvas;           // on the page, CSS px
  float seen_y = 0;      // what the window shows of the page, CSS px
  float seen_height = 0;
  layout::Target focus;  // the element with the keyboard's focus ring, if any
  // The mood that was set before the last press, and how long that is ago, for the motion from the one to the other.
  std::optional<model::Mood> mood_before;
  float mood_age_ms = 0;
  // Called while the draw data is rendered. Images of text are opaque and overlap (an italic leans
  // over the next word, an accent reaches under a descender): blended so, no ink is lost. Null: the
  // later image covers the earlier.
  SetBlend set_blend = nullptr;
  // Whether the grounds of code and marks are painted. Where the canvas lies above the HTML they are the HTML's,
  // lest they hide what is selected on them.
  bool grounds = true;
};

// Draws between begin_frame and end_frame. Gives the nodes that are painted whole, in
// order: those whose HTML may be made transparent.
std::vector<int> draw_page(const Frame& frame);

// Dear ImGui's life. start_imgui comes before platform::start_renderer, stop_imgui after
// platform::stop_renderer. What end_frame leaves is what platform::render_draw_data draws.
void start_imgui();
void stop_imgui();
void begin_frame(int width_px, int height_px, double seconds);  // since the frame before
void end_frame();

// The pointer in device px from the canvas's top left corner. It moves on the canvas too when the
// canvas moves under it, and leaves when a touch ends.
void pointer_moved(float x_px, float y_px);
void pointer_button(bool down);
void pointer_left();

// Whether what the view shows has not settled yet after an input.
bool wants_another_frame();

}  // namespace lectern::view
