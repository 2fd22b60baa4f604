// SPDX-License-Identifier: MIT
// The viewer's layouts: when one is needed, of what, and the reader's place across them.
#include <algorithm>

#include "app/twin.hpp"
#include "app/viewer.hpp"
#include "platform/platform.hpp"

namespace lectern::app {
namespace {

// A body of more words is laid out in part: what the canvas reaches.
constexpr int kWordsLaidOutWhole = 4000;
// After another width the browser lays out in several steps what it had skipped: so long after the last
// of them the place is gone back to, and so long at most after the first.
constexpr double kPlaceMs = 600;
constexpr double kPlaceMostMs = 3000;

}  // namespace

// Forgets all that was measured; what is needed is measured anew.
void Viewer::prepare_anew() {
  needs_prepare_ = false;
  metrics_ = layout::metrics_of({window_.width, window_.rem});
  prepared_ = {};
  seen_.clear();
}

// When the canvas takes over, what is in view keeps the lines that the browser gave it until the page has another
// width: no word moves under the reader's eye. Whether there is such a text.
bool Viewer::keep_seen_lines() {
  std::vector<int> nodes;
  for (size_t i = 0; i < tree_.nodes.size(); ++i) {
    const layout::Fit fit = prepared_.texts[i].fit;
    const bool own = fit == layout::Fit::even || fit == layout::Fit::straight;
    if (own && layout_.boxes[i].line_count > 1) nodes.push_back(static_cast<int>(i));
  }
  std::vector<float> tops(nodes.size());
  platform::html_tops(nodes, tops);
  for (size_t i = 0; i < nodes.size(); ++i) {
    const auto node = static_cast<size_t>(nodes[i]);
    const float bottom = tops[i] + layout_.boxes[node].rect.height;
    if (tops[i] >= scroll_y_ + window_.height || bottom <= scroll_y_) continue;
    prepared_.texts[node].fit = layout::Fit::filled;
    seen_.push_back(nodes[i]);
  }
  return !seen_.empty();
}

void Viewer::let_go_of_seen() {
  for (const int node : seen_) {
    const auto at = static_cast<size_t>(node);
    prepared_.texts[at].fit = prepared_.texts[at].justified ? layout::Fit::straight : layout::fit_of(tree_.nodes[at].style);
  }
  seen_.clear();
}

layout::Band Viewer::near_band() const {
  if (tree_.words <= kWordsLaidOutWhole) return {};
  int body = 0;
  while (tree_.nodes[static_cast<size_t>(body)].element != layout::Element::body) ++body;
  const int body_end = tree_.nodes[static_cast<size_t>(body)].end;
  // All that the canvas will cover, which is moved up or down where it would reach beyond the page's ends.
  const float reach = kOverscan * window_.height;
  const float size = window_.height + 2 * reach;
  const float top = std::min(scroll_y_ - reach, std::max(layout_.height - size, 0.0f));
  const float bottom = std::max(scroll_y_ + window_.height + reach, size);
  const platform::NearBlocks near = platform::html_near(body, top, bottom);
  return {body, body_end, near.begin < 0 ? body_end : near.begin, near.end < 0 ? body_end : near.end};
}

std::vector<float> Viewer::segment_tops() const {
  std::vector<int> nodes;
  for (const layout::Segment& segment : layout_.segments) nodes.push_back(segment.node);
  std::vector<float> tops(nodes.size());
  platform::html_tops(nodes, tops);
  return tops;
}

bool Viewer::lay_out() {
  if (!on_canvas_) return false;
  needs_layout_ = false;
  needs_anchor_ = true;
  if (needs_prepare_) prepare_anew();
  if (platform::now_ms() > place_until_ms_) place_ = {};
  if (place_.node >= 0 && tree_.words > kWordsLaidOutWhole) {
    // What is near depends on where the browser has the place by now.
    float top = 0;
    platform::html_tops({&place_.node, 1}, {&top, 1});
    scroll_y_ = top - place_.below_px;
  }
  const layout::Band band = near_band();
  const double start = platform::now_ms();
  layout::prepare_band(prepared_, tree_, band, metrics_, measurer_);
  const auto lay_out_all = [&] {
    layout_ = layout::layout_page(
        tree_, prepared_, {window_.width, window_.rem},
        [](int node, float width) { return platform::html_height(node, width); }, band);
  };
  lay_out_all();
  if (stage_ == Stage::lay_out && keep_seen_lines()) lay_out_all();
  ++counters_.layouts;
  counters_.layout_ms = platform::now_ms() - start;
  if (!platform::apply_twin(twin_boxes(tree_, prepared_, layout_), place_.node < 0)) {
    leave("The page's HTML is not the one that its article gives.");
    return false;
  }
  if (!layout_.segments.empty()) layout::settle(layout_, tree_, segment_tops());
  if (place_.node >= 0) {
    return_to_place();
  }
  return true;
}

void Viewer::return_to_place() {
  place_until_ms_ = std::min(platform::now_ms() + kPlaceMs, place_since_ms_ + kPlaceMostMs);
  was_returned_ = true;
  scroll_y_ = scroll_for(place_, layout_);
  platform::scroll_to(scroll_y_);
}

void Viewer::keep_place() {
  const double now = platform::now_ms();
  if (place_.node < 0 || now > place_until_ms_) {
    place_ = reading_place(tree_, layout_, scroll_y_);
    was_returned_ = false;
  }
  place_since_ms_ = now;
  place_until_ms_ = now + kPlaceMs;
}

// The browser lays out what is far by itself, and so may move what is near.
void Viewer::moved() {
  if (!on_canvas_ || context_lost_ || layout_.segments.empty() || needs_layout_) return;
  if (!layout::settle(layout_, tree_, segment_tops())) return;
  if (place_.node >= 0 && platform::now_ms() <= place_until_ms_) return_to_place();
  frame();  // now, in the frame that shows the move; where the canvas is, it covers what is laid out
  if (canvas_.bottom() > layout_.height) relayout();
}

void Viewer::resize(const Window& window) {
  if (window == window_) return;
  const bool scale_changed = window.dpr != window_.dpr;
  // Not for another height alone: a phone's bars come and go while a finger scrolls.
  const bool reflows = scale_changed || window.width != window_.width || window.rem != window_.rem;
  if (on_canvas_ && reflows) keep_place();
  window_ = window;
  if (!on_canvas_) return;
  if (reflows) let_go_of_seen();
  if (scale_changed) measurer_.clear();  // line metrics are rounded to device px
  if (scale_changed || layout::metrics_of({window.width, window.rem}) != metrics_) needs_prepare_ = true;
  relayout();
}

void Viewer::toggle(int block, bool open) {
  if (block < 0 || block >= static_cast<int>(tree_.nodes.size())) return;
  if (layout::set_open(tree_, block, open)) relayout();
}

void Viewer::fonts_changed() {
  if (!on_canvas_) return;
  keep_place();
  measurer_.clear();
  atlas_.clear();
  needs_prepare_ = true;
  relayout();
}

void Viewer::relayout() {
  needs_layout_ = true;
  redraw();
}

}  // namespace lectern::app
