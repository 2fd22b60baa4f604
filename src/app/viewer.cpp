// SPDX-License-Identifier: MIT
#include "app/viewer.hpp"

#include <algorithm>
#include <cmath>

#include "app/twin.hpp"
#include "ingest/ingest.hpp"
#include "model/urls.hpp"
#include "platform/platform.hpp"
#include "view/view.hpp"

namespace lectern::app {
namespace {

// The canvas reaches so many viewports beyond each edge of what is seen, so that scrolling shows
// what is painted already.
constexpr float kOverscan = 1.5f;
// It moves when less than this is left of that.
constexpr float kReserve = 0.25f;
// A body of more words is laid out in part: what the canvas reaches.
constexpr int kWordsLaidOutWhole = 4000;
// After another width the browser lays out in several steps what it had skipped: so long the place is
// gone back to.
constexpr double kPlaceMs = 600;
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

Viewer::Viewer(const Window& window, state::Theme theme, bool can_share, bool canvas)
    : window_(window), canvas_wanted_(canvas) {
  reader_.theme = theme;
  reader_.can_share = can_share;
}

Viewer::~Viewer() { stop_canvas(); }

bool Viewer::open(std::string_view json, std::string_view page_url) {
  const double start = platform::now_ms();
  Diagnostics diagnostics;
  auto file = ingest::parse_article_json(json, "article.json", diagnostics);
  if (ingest::wants_entity_names()) return false;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity != Severity::error) continue;
    message_ = to_string(diagnostic);
    return false;
  }
  if (!file || !file->context) {
    message_ = "article.json does not say what stands around the article";
    return false;
  }
  article_ = std::move(file->article);
  model::apply_urls(article_, *file->context);
  counters_.parse_ms = platform::now_ms() - start;
  return show(*file->context, page_url);
}

bool Viewer::open(OwnPage& own, std::string_view page_url) {
  article_ = std::move(own.article);
  counters_.parse_ms = own.parse_ms;
  return show(own.context, page_url);
}

bool Viewer::show(const model::PageContext& context, std::string_view page_url) {
  const double start = platform::now_ms();
  reader_.page_url = page_url;
  tree_ = layout::build_article_page(article_, context, reader_);
  counters_.parse_ms += platform::now_ms() - start;
  counters_.words = model::count_words(article_.body);

  std::vector<int> all(tree_.nodes.size());
  for (size_t i = 0; i < all.size(); ++i) all[i] = static_cast<int>(i);
  update_twin(all);
  if (article_.moods) platform::load_mood(article_.id);
  return canvas_wanted_ && start_canvas();
}

bool Viewer::start_canvas() {
  view::start_imgui();
  if (!platform::start_renderer()) {
    view::stop_imgui();
    message_ = "This browser has no WebGL2.";
    return false;
  }
  on_canvas_ = true;
  prepare();
  if (!lay_out()) {
    leave("The page's HTML is not the one that its article gives.");
    return false;
  }
  redraw();
  return true;
}

void Viewer::stop_canvas() {
  if (!on_canvas_) return;
  on_canvas_ = false;
  painted_.clear();
  platform::set_painted({});
  platform::release_twin();
  atlas_.clear();
  platform::stop_renderer();
  view::stop_imgui();
}

void Viewer::leave(std::string_view reason) {
  message_ = reason;
  stop_canvas();
}

// Forgets all that was measured; the next layout measures what it needs.
void Viewer::prepare() {
  metrics_ = layout::metrics_of({window_.width, window_.rem});
  prepared_ = {};
}

layout::Band Viewer::near_band() const {
  if (counters_.words <= kWordsLaidOutWhole) return {};
  int body = 0;
  while (tree_.nodes[static_cast<size_t>(body)].element != layout::Element::body) ++body;
  const int body_end = tree_.nodes[static_cast<size_t>(body)].end;
  const float reach = kOverscan * window_.height;
  const platform::NearBlocks near =
      platform::html_near(body, scroll_y_ - reach, scroll_y_ + window_.height + reach);
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
  needs_layout_ = false;
  needs_anchor_ = true;
  if (platform::now_ms() > place_until_ms_) place_ = {};
  if (place_.node >= 0 && counters_.words > kWordsLaidOutWhole) {
    // What is near depends on where the browser has the place by now.
    float top = 0;
    platform::html_tops({&place_.node, 1}, {&top, 1});
    scroll_y_ = top - place_.below_px;
  }
  const layout::Band band = near_band();
  const double start = platform::now_ms();
  layout::prepare_band(prepared_, tree_, band, metrics_, measurer_);
  layout_ = layout::layout_page(
      tree_, prepared_, {window_.width, window_.rem},
      [](int node, float width) { return platform::html_height(node, width); }, band);
  ++counters_.layouts;
  counters_.layout_ms = platform::now_ms() - start;
  if (!platform::apply_twin(twin_boxes(tree_, prepared_, layout_))) return false;
  if (!layout_.segments.empty()) layout::settle(layout_, tree_, segment_tops());
  if (place_.node >= 0) {
    return_to_place();
  }
  return true;
}

void Viewer::return_to_place() {
  scroll_y_ = scroll_for(place_, layout_);
  platform::scroll_to(scroll_y_);
}

void Viewer::toggle(int block, bool open) {
  if (block < 0 || block >= static_cast<int>(tree_.nodes.size())) return;
  if (layout::set_open(tree_, block, open)) relayout();
}

void Viewer::keep_place() {
  const double now = platform::now_ms();
  if (place_.node < 0 || now > place_until_ms_) place_ = reading_place(tree_, layout_, scroll_y_);
  place_until_ms_ = now + kPlaceMs;
}

// The browser lays out what is far by itself, and so may move what is near.
void Viewer::moved() {
  if (!on_canvas_ || context_lost_ || layout_.segments.empty() || needs_layout_) return;
  if (!layout::settle(layout_, tree_, segment_tops())) return;
  if (place_.node >= 0 && platform::now_ms() <= place_until_ms_) return_to_place();
  frame();  // now, in the frame that shows the move; where the canvas is, it covers what is laid out
  if (origin_y_ + canvas_height_ > layout_.height) relayout();
}

void Viewer::resize(const Window& window) {
  if (window == window_) return;
  const bool scale_changed = window.dpr != window_.dpr;
  // Not for another height alone: a phone's bars come and go while a finger scrolls.
  const bool reflows = scale_changed || window.width != window_.width || window.rem != window_.rem;
  if (on_canvas_ && reflows) keep_place();
  window_ = window;
  if (!on_canvas_) return;
  if (scale_changed) measurer_.clear();  // line metrics are rounded to device px
  if (scale_changed || layout::metrics_of({window.width, window.rem}) != metrics_) prepare();
  relayout();
}

void Viewer::relayout() {
  needs_layout_ = true;
  redraw();
}

void Viewer::redraw() {
  if (on_canvas_ && !context_lost_) platform::request_frame();
}

void Viewer::scroll(float y) {
  scroll_y_ = y;
  const float reserve = kReserve * window_.height;
  const float bottom = origin_y_ + canvas_height_;
  const bool near_top = y - reserve < origin_y_ && origin_y_ > 0;
  const bool near_bottom = y + window_.height + reserve > bottom && bottom + kMaxSnap < layout_.height;
  if (!near_top && !near_bottom) return;
  needs_anchor_ = true;
  if (!layout_.segments.empty()) needs_layout_ = true;
  redraw();
}

void Viewer::pointer(float x, float y, bool pressed) {
  pointer_x_ = x;
  pointer_y_ = y;
  layout::Target target;
  if (on_canvas_ && x >= 0) target = layout::hit_test(tree_, prepared_, layout_, x, y);
  const bool changed = !(target == under_pointer_) || (pressed != pressed_ && target.node >= 0);
  under_pointer_ = target;
  pressed_ = pressed;
  if (!changed) return;
  pointer_changed_ = true;
  redraw();
}

void Viewer::focus(layout::Target target) {
  if (target == focus_) return;
  focus_ = target;
  redraw();
}

void Viewer::click(int block) {
  if (block < 0 || block >= static_cast<int>(tree_.nodes.size())) return;
  const layout::Node& node = tree_.nodes[static_cast<size_t>(block)];
  if (node.element == layout::Element::mood_button) {
    if (const auto mood = model::mood_from_key(node.key)) dispatch(state::MoodPressed{*mood});
  } else if (node.key == "copy") {
    dispatch(state::CopyPressed{});
  } else if (node.key == "share") {
    dispatch(state::SharePressed{});
  }
}

void Viewer::dispatch(const state::Action& action) {
  state::Step step = state::reduce(reader_, action);
  const bool theme_changed = step.state.theme != reader_.theme;
  reader_ = std::move(step.state);
  const std::vector<int> changed = layout::update_reader(tree_, reader_);
  update_twin(changed);
  if (on_canvas_) {
    for (const int node : changed) {
      layout::prepare_node(prepared_, tree_, node, metrics_, measurer_);
    }
    if (!changed.empty()) relayout();
    if (theme_changed) redraw();
  }
  for (const state::Effect& effect : step.effects) perform(effect);
}

void Viewer::update_twin(const std::vector<int>& nodes) {
  for (const int i : nodes) {
    const layout::Node& node = tree_.nodes[static_cast<size_t>(i)];
    switch (node.element) {
      case layout::Element::mood_button:
        platform::set_twin_attribute(i, "aria-pressed", node.pressed ? "true" : "false");
        break;
      case layout::Element::share_status:
      case layout::Element::mood_status:
        platform::set_twin_text(i, model::text_of(node.inlines));
        break;
      case layout::Element::share_link:
        platform::set_twin_attribute(i, "href", node.url);
        break;
      case layout::Element::share_button:
        platform::set_twin_hidden(i, node.hidden);
        break;
      default:
        break;
    }
  }
}

void Viewer::perform(const state::Effect& effect) {
  if (const auto* store = std::get_if<state::StoreMood>(&effect)) {
    std::string_view key;
    if (store->mood) key = model::kMoods[static_cast<size_t>(*store->mood)].key;
    platform::store_mood(article_.id, key);
  } else if (std::holds_alternative<state::CopyLink>(effect)) {
    platform::copy_text(reader_.page_url);
  } else {
    platform::share(article_.title, reader_.page_url);
  }
}

void Viewer::fonts_changed() {
  if (!on_canvas_) return;
  keep_place();
  measurer_.clear();
  atlas_.clear();
  prepare();
  relayout();
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
  if (!platform::start_renderer()) {
    leave("The browser did not give the canvas back.");
    return;
  }
  relayout();
}

// The canvas covers what is seen and some viewports around it, on whole device px.
void Viewer::anchor_canvas() {
  needs_anchor_ = false;
  const float dpr = window_.dpr;
  const float snap = snap_px(dpr);
  const auto max_side = static_cast<float>(platform::max_canvas_px());
  const float width = std::round(window_.width * dpr);
  const float largest = std::min(max_side, std::floor(kMaxCanvasPx / std::max(width, 1.0f)));
  const float page = std::floor(std::max(layout_.height, window_.height) * dpr / snap) * snap;
  const float wanted = std::ceil((1 + 2 * kOverscan) * window_.height * dpr);
  const float height =
      page <= std::min(largest, wanted) ? page : std::floor(std::min(largest, wanted) / snap) * snap;
  const float middle = (scroll_y_ + window_.height / 2) * dpr;
  const float top =
      std::floor(std::clamp(middle - height / 2, 0.0f, page - height) / snap) * snap;
  const platform::CanvasSize size =
      platform::place_canvas({top / dpr, width / dpr, height / dpr, dpr});
  origin_y_ = top / dpr;
  width_px_ = size.width;
  height_px_ = size.height;
  canvas_height_ = static_cast<float>(size.height) / dpr;
  pointer_changed_ = true;
}

// Dear ImGui counts in device px from the canvas's corner, which moves under the pointer.
void Viewer::send_pointer() {
  pointer_changed_ = false;
  if (pointer_x_ < 0) {
    view::pointer_left();
    return;
  }
  view::pointer_moved(pointer_x_ * window_.dpr, (pointer_y_ - origin_y_) * window_.dpr);
  view::pointer_button(pressed_);
}

void Viewer::frame() {
  if (!on_canvas_ || context_lost_) return;
  if (needs_layout_ && !lay_out()) {
    leave("The page's HTML was changed by something else.");
    return;
  }
  if (needs_anchor_) anchor_canvas();
  if (pointer_changed_) send_pointer();

  const double now = platform::now_ms();
  view::begin_frame(width_px_, height_px_, std::max(0.001, (now - last_frame_ms_) / 1000));
  last_frame_ms_ = now;
  atlas_.begin(prepared_.fonts, window_.dpr);
  const view::Frame frame{tree_,       prepared_,   layout_,   reader_,        atlas_,
                          window_.dpr, window_.rem, origin_y_, canvas_height_, scroll_y_,
                          window_.height, focus_,   set_blend};
  std::vector<int> painted = view::draw_page(frame);
  atlas_.flush();
  view::end_frame();
  platform::render_draw_data(color_value(layout::Color::paper, reader_.theme));
  ++counters_.frames;
  painted_ = std::move(painted);
  platform::set_painted(painted_);
  if (view::wants_another_frame() || atlas_.is_behind()) redraw();
}

}  // namespace lectern::app
