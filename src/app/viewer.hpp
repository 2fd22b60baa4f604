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
#include "ingest/ingest.hpp"
#include "layout/mood_drawings.hpp"
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
};

class Viewer {
 public:
  Viewer(const Window& window, state::Theme theme, bool can_share, bool canvas,
         bool embedded = false, bool can_save = false);
  Viewer(const Viewer&) = delete;
  Viewer& operator=(const Viewer&) = delete;
  ~Viewer();

  // Begins with the article that the page's HTML was written from. False when it can't be read: message() says why.
  // Of a long one `body` is the Markdown, and the JSON has "" in its place.
  bool open(std::string_view json, std::string_view body, std::string_view page_url);
  // The same for a file of the reader's own, whose HTML is the one of build_html; takes its article.
  bool open(OwnPage& own, std::string_view page_url);
  // Goes on from there to a page that is painted, in steps of some milliseconds. False when there is no more to
  // do; the page is then on the canvas, or stays HTML and message() says why. Presses are answered all the same.
  bool step();
  const std::string& message() const { return message_; }

  void resize(const Window& window);
  // At rest or on the way; that is quick to the eye when it goes by a window's height a second.
  void scroll(float y);
  void rest();
  void pointer(float x, float y, bool pressed);
  void focus(layout::Target target);
  void click(int block, bool still);  // `still`: without motion
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
  static constexpr float kOverscan = 0.5f;

  enum class Stage { read, build, start, measure, lay_out, raster, done };

  void build();
  bool start_canvas();
  void stop_canvas();
  void update_twin(const std::vector<int>& nodes);
  void perform(const state::Effect& effect);

  // viewer_layout.cpp
  bool lay_out();
  void prepare_anew();
  void keep_place();
  void return_to_place();
  layout::Band near_band() const;
  std::vector<float> segment_tops() const;
  bool keep_seen_lines();
  void let_go_of_seen();

  // viewer_frame.cpp
  struct Across {
    float left_px = 0, width_px = 0;
  };
  Across canvas_across() const;
  platform::CanvasSize wanted_canvas() const;
  void anchor_canvas();
  bool is_near_edge() const;
  view::Frame frame_of_view();
  bool raster_some();
  void send_pointer();

  Window window_;
  ReadingPlace place_;  // to be kept by layouts until then; node -1: none
  double place_since_ms_ = 0, place_until_ms_ = 0;
  bool was_returned_ = false;  // to the place; another scroll position then is the reader's own wish
  state::ReaderState reader_;
  Stage stage_ = Stage::done;
  std::optional<ingest::SliceReader> slices_;
  std::string source_;          // of a long article, until it is read
  model::PageContext context_;  // until the tree is built
  model::Article article_;
  layout::PageTree tree_;
  layout::PreparedPage prepared_;
  std::vector<int> seen_;  // texts that keep the lines in which the reader has seen them as HTML
  layout::PageLayout layout_;
  layout::Metrics metrics_;
  PlatformMeasurer platform_measurer_;
  layout::CachedMeasurer measurer_{platform_measurer_};
  GlyphAtlas atlas_;

  bool canvas_wanted_;
  bool on_canvas_ = false;
  bool grounds_ = true;  // as view::Frame
  bool context_lost_ = false;
  bool needs_prepare_ = false;
  bool needs_layout_ = false;
  bool needs_anchor_ = false;
  std::string message_;
  Counters counters_;

  float scroll_y_ = 0;
  double scrolled_ms_ = 0;
  bool waits_for_rest_ = false;  // a quick scroll has left the canvas
  Rect canvas_;  // on the page, CSS px
  int width_px_ = 0, height_px_ = 0;
  float pointer_x_ = -1, pointer_y_ = -1;
  bool pressed_ = false;
  bool pointer_changed_ = false;
  layout::Target under_pointer_;
  layout::Target focus_;
  std::vector<int> painted_;
  double last_frame_ms_ = 0;
  std::optional<model::Mood> mood_before_;  // the last press
  double mood_ms_ = -layout::kMotionMs;     // when that was
};

}  // namespace lectern::app
