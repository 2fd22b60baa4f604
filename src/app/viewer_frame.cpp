// SPDX-License-Identifier: MIT
// The viewer's frames: where the canvas stands, and what is drawn on it when something has changed.
#include <algorithm>
#include <cmath>

#include "app/viewer.hpp"
#include "platform/platform.hpp"
#include "view/view.hpp"

namespace lectern::app {
namespace {

// The canvas moves when less than this, in viewports, is left of what it reaches beyond what is seen.
constexpr float kReserve = 0.125f;
// A scroll that goes on within so many ms is on its way, and quick when it goes by a window's height a second.
// Who scrolls so does not read, and the browser's own text passes by more smoothly than a canvas that follows.
constexpr double kOnItsWayMs = 100;
constexpr double kOnItsWayByStripsMs = 200;  // in another site's page, where it is told some frames late
constexpr double kQuickMs = 1000;
// What may stand beside the columns, in rem: list numbers, focus rings, the marks of headlines.
constexpr float kBeside = 2;
// Browsers round where they were told to scroll to.
constexpr float kOwnScroll = 2;
// Browsers clamp larger drawing buffers silently, phones run out of memory.
constexpr float kMaxCanvasPx = 16.0f * 1024 * 1024;

std::uint32_t color_value(layout::Color color, state::Theme theme) {
  const layout::ColorToken& token = layout::color_of(color);
  return theme == state::Theme::dark ? token.dark : token.light;
}

// Rasters of neighbouring runs overlap; the darker (or lighter) px of both is the ink.
void set_blend(view::Blend blend) { platform::set_blend(static_cast<platform::Blend>(blend)); }
static_assert(static_cast<int>(view::Blend::lighter) == static_cast<int>(platform::Blend::lighter));

// How many device px apart the heights are that are whole in device px and in CSS px. Chromium snaps a
// canvas to the one or the other, and stretches what is on it.
constexpr float kMaxSnap = 8;  // CSS px; a page has nothing to paint in its last ones
float snap_px(float dpr) {
  for (float css = 1; css <= kMaxSnap; ++css) {
    const float device = css * dpr;
    if (std::abs(device - std::round(device)) < 1e-4f) return std::round(device);
  }
  return 1;
}

}  // namespace

void Viewer::redraw() {
  if (on_canvas_ && !context_lost_ && stage_ == Stage::done) platform::request_frame();
}

bool Viewer::is_near_edge() const {
  const float reserve = kReserve * window_.height;
  const bool near_top = scroll_y_ - reserve < canvas_.y && canvas_.y > 0;
  const bool near_bottom = scroll_y_ + window_.height + reserve > canvas_.bottom() &&
                           canvas_.bottom() + kMaxSnap < layout_.height;
  return near_top || near_bottom;
}

void Viewer::scroll(float y) {
  const double now = platform::now_ms();
  const float by = std::abs(y - scroll_y_);
  const double took = now - scrolled_ms_;
  scrolled_ms_ = now;
  if (was_returned_ && by > kOwnScroll) place_ = {};
  scroll_y_ = y;
  waits_for_rest_ = is_near_edge();
  const bool quick = took < (reader_.embedded ? kOnItsWayByStripsMs : kOnItsWayMs) && by * kQuickMs > window_.height * took;
  if (!quick) rest();
}

void Viewer::rest() {
  if (!waits_for_rest_) return;
  waits_for_rest_ = false;
  needs_anchor_ = true;
  if (!layout_.segments.empty()) needs_layout_ = true;
  redraw();
}

// In device px: as wide as the columns, and what may stand beside them.
Viewer::Across Viewer::canvas_across() const {
  const float dpr = window_.dpr, snap = snap_px(dpr);
  const layout::PageColumns columns = layout::page_columns(tree_, {window_.width, window_.rem});
  const float beside = kBeside * window_.rem;
  const float left = std::max(std::floor((columns.x - beside) * dpr / snap) * snap, 0.0f);
  const float right = std::min(std::ceil((columns.x + columns.width + beside) * dpr / snap) * snap,
                               std::round(window_.width * dpr));
  return {left, std::max(right - left, 1.0f)};
}

// In device px, of a page that is long enough.
platform::CanvasSize Viewer::wanted_canvas() const {
  const float width = canvas_across().width_px;
  const float height = std::ceil((1 + 2 * kOverscan) * window_.height * window_.dpr);
  return {static_cast<int>(width),
          static_cast<int>(std::min(height, std::floor(kMaxCanvasPx / width)))};
}

// The canvas covers what is seen and some viewports around it, on whole device px.
void Viewer::anchor_canvas() {
  needs_anchor_ = false;
  const float dpr = window_.dpr;
  const float snap = snap_px(dpr);
  const platform::CanvasSize wanted = wanted_canvas();
  const auto width = static_cast<float>(wanted.width);
  const auto largest = static_cast<float>(std::min(wanted.height, platform::max_canvas_px()));
  const float page = std::floor(std::max(layout_.height, window_.height) * dpr / snap) * snap;
  const float height = page <= largest ? page : std::floor(largest / snap) * snap;
  const float middle = (scroll_y_ + window_.height / 2) * dpr;
  const float top =
      std::floor(std::clamp(middle - height / 2, 0.0f, page - height) / snap) * snap;
  const float left = canvas_across().left_px;
  const platform::CanvasSize size =
      platform::place_canvas({left / dpr, top / dpr, width / dpr, height / dpr, dpr});
  width_px_ = size.width;
  height_px_ = size.height;
  canvas_ = {left / dpr, top / dpr, static_cast<float>(size.width) / dpr, static_cast<float>(size.height) / dpr};
  pointer_changed_ = true;
}

// Dear ImGui counts in device px from the canvas's corner, which moves under the pointer.
void Viewer::send_pointer() {
  pointer_changed_ = false;
  if (pointer_x_ < 0) {
    view::pointer_left();
    return;
  }
  view::pointer_moved((pointer_x_ - canvas_.x) * window_.dpr, (pointer_y_ - canvas_.y) * window_.dpr);
  view::pointer_button(pressed_);
}

view::Frame Viewer::frame_of_view() {
  const auto mood_age_ms = static_cast<float>(platform::now_ms() - mood_ms_);
  return {tree_,   prepared_, layout_,        reader_, atlas_,       window_.dpr, window_.rem, canvas_,
          scroll_y_, window_.height, focus_, mood_before_, mood_age_ms, set_blend, grounds_};
}

// Makes rasters of what will be seen first, ahead of the frame that shows them. Gives whether there are more.
bool Viewer::raster_some() {
  if (needs_layout_ && !lay_out()) return false;
  if (needs_anchor_) anchor_canvas();
  view::begin_frame(width_px_, height_px_, 1);
  atlas_.begin(prepared_.fonts, window_.dpr, width_px_ * height_px_, true);
  view::draw_page(frame_of_view());
  atlas_.flush();
  view::end_frame();
  return atlas_.is_behind();
}

void Viewer::frame() {
  if (!on_canvas_ || context_lost_ || stage_ != Stage::done) return;
  if (needs_layout_ && !lay_out()) return;
  if (needs_anchor_) anchor_canvas();
  if (pointer_changed_) send_pointer();

  const double now = platform::now_ms();
  view::begin_frame(width_px_, height_px_, std::max(0.001, (now - last_frame_ms_) / 1000));
  last_frame_ms_ = now;
  atlas_.begin(prepared_.fonts, window_.dpr, width_px_ * height_px_, false);
  std::vector<int> painted = view::draw_page(frame_of_view());
  atlas_.flush();
  view::end_frame();
  platform::render_draw_data(color_value(layout::Color::paper, reader_.theme));
  ++counters_.frames;
  painted_ = std::move(painted);
  platform::set_painted(painted_);
  if (view::wants_another_frame() || atlas_.is_behind() || now - mood_ms_ < layout::kMotionMs) redraw();
}

void Viewer::lose_context() {
  if (!on_canvas_) return;
  context_lost_ = true;
  painted_.clear();
  platform::set_painted({});
}

void Viewer::restore_context() {
  if (!on_canvas_ || !context_lost_) return;
  context_lost_ = false;
  atlas_.clear();
  platform::stop_renderer();
  if (!platform::start_renderer(wanted_canvas())) {
    leave("The browser did not give the canvas back.");
    return;
  }
  relayout();
}

}  // namespace lectern::app
