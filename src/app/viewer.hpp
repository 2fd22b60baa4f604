// SPDX-License-Identifier: MIT
// The viewer of one article page: takes what the reader does and what the browser tells, keeps
// state, layout and twin in step, and draws a frame only when something has changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/glyph_atlas.hpp"
#include "app/own_page.hpp"
#include "app/reading_place.hpp"
#include "app/text_engine.hpp"
#include "layout/page_layout.hpp"
#include "model/article.hpp"
#include "state/reduce.hpp"

namespace lectern::app {

// What the browser says of its window. Lengths in CSS px.
struct Window {
  float width = 0;   // of the page, without the scroll bar
  float height = 0;  // of the viewport
  float rem = 16;
  float dpr = 1;
  bool operator==(const Window&) const = default;
};

// Figures for stats(); they grow until the page is left.
struct Counters {
  int frames = 0;
  int layouts = 0;
  double layout_ms = 0;  // of the last layout
  double parse_ms = 0;
  int words = 0;
};

class Viewer {
 public:
  Viewer(const Window& window, state::Theme theme, bool can_share, bool canvas);
  Viewer(const Viewer&) = delete;
  Viewer& operator=(const Viewer&) = delete;
  ~Viewer();

  // Reads the article that the page's HTML was written from; from then on presses are answered. False
  // when the page stays HTML, as with what follows; message() says why.
  bool open(std::string_view json, std::string_view page_url);
  // The same for a file of the reader's own, whose HTML is the one of build_html; takes its article.
  bool open(OwnPage& own, std::string_view page_url);
  bool start_canvas();
  // Needed once; after that each frame does it when something has changed.
  bool lay_out();
  const std::string& message() const { return message_; }

  void resize(const Window& window);
  void scroll(float y);
  void pointer(float x, float y, bool pressed);
  void focus(layout::Target target);
  void click(int block);
  void dispatch(const state::Action& action);
  void fonts_changed();
  void redraw();
  void relayout();
  void toggle(int block, bool open);
  void moved();
  void lose_context();
  void restore_context();
  void leave(std::string_view reason);

  void frame();

  // For reports.
  bool on_canvas() const { return on_canvas_; }
  const Counters& counters() const { return counters_; }
  const layout::PageTree& tree() const { return tree_; }
  const layout::PreparedPage& prepared() const { return prepared_; }
  const layout::PageLayout& page_layout() const { return layout_; }
  const std::vector<int>& painted() const { return painted_; }
  std::size_t atlas_bytes() const { return atlas_.bytes(); }

 private:
  // The canvas reaches so many viewports beyond each edge of what is seen, so that scrolling shows
  // what is painted already.
  static constexpr float kOverscan = 0.75f;

  bool show(const model::PageContext& context, std::string_view page_url);
  void stop_canvas();
  void update_twin(const std::vector<int>& nodes);
  void perform(const state::Effect& effect);

  // viewer_layout.cpp
  void prepare();
  void keep_place();
  void return_to_place();
  layout::Band near_band() const;
  std::vector<float> segment_tops() const;

  // viewer_frame.cpp
  platform::CanvasSize wanted_canvas() const;
  void anchor_canvas();
  void send_pointer();

  Window window_;
  ReadingPlace place_;  // to be kept by layouts until then; node -1: none
  double place_since_ms_ = 0, place_until_ms_ = 0;
  bool was_returned_ = false;  // to the place; another scroll position then is the reader's own wish
  state::ReaderState reader_;
  model::Article article_;
  layout::PageTree tree_;
  layout::PreparedPage prepared_;
  layout::PageLayout layout_;
  layout::Metrics metrics_;
  PlatformMeasurer platform_measurer_;
  layout::CachedMeasurer measurer_{platform_measurer_};
  GlyphAtlas atlas_;

  bool canvas_wanted_;
  bool on_canvas_ = false;
  bool grounds_ = true;  // as view::Frame
  bool context_lost_ = false;
  bool needs_layout_ = false;
  bool needs_anchor_ = false;
  std::string message_;
  Counters counters_;

  float scroll_y_ = 0;
  float origin_y_ = 0;       // the canvas's top edge on the page
  float canvas_height_ = 0;  // CSS px
  int width_px_ = 0, height_px_ = 0;
  float pointer_x_ = -1, pointer_y_ = -1;
  bool pressed_ = false;
  bool pointer_changed_ = false;
  layout::Target under_pointer_;
  layout::Target focus_;
  std::vector<int> painted_;
  double last_frame_ms_ = 0;
};

}  // namespace lectern::app
