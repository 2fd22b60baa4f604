// SPDX-License-Identifier: MIT
#include "app/viewer.hpp"

#include <utility>

#include "app/twin.hpp"
#include "ingest/ingest.hpp"
#include "model/urls.hpp"
#include "platform/platform.hpp"
#include "view/view.hpp"

namespace lectern::app {
namespace {

// What is measured in one step: some 700 words.
constexpr size_t kBytesAStep = 4096;

}  // namespace

Viewer::Viewer(const Window& window, state::Theme theme, bool can_share, bool canvas,
               bool embedded, bool can_save)
    : window_(window), canvas_wanted_(canvas) {
  reader_.theme = theme;
  reader_.can_share = can_share;
  reader_.embedded = embedded;
  reader_.can_save = can_save;
}

Viewer::~Viewer() { stop_canvas(); }

bool Viewer::open(std::string_view json, std::string_view body, std::string_view page_url) {
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
  context_ = std::move(*file->context);
  reader_.page_url = page_url;
  source_ = body;
  stage_ = source_.empty() ? Stage::build : Stage::read;
  counters_.parse_ms = platform::now_ms() - start;
  return true;
}

bool Viewer::open(OwnPage& own, std::string_view page_url) {
  article_ = std::move(own.article);
  context_ = std::move(own.context);
  reader_.page_url = page_url;
  stage_ = Stage::build;
  counters_.parse_ms = own.parse_ms;
  return true;
}

bool Viewer::step() {
  const double start = platform::now_ms();
  switch (stage_) {
    case Stage::read:
      if (!slices_) {
        slices_.emplace(std::move(source_), std::move(context_.cuts));
      } else if (!slices_->read(article_.body)) {
        slices_.reset();
        stage_ = Stage::build;
      }
      counters_.parse_ms += platform::now_ms() - start;
      break;
    case Stage::build:
      build();
      stage_ = canvas_wanted_ ? Stage::start : Stage::done;
      break;
    case Stage::start:
      stage_ = start_canvas() ? Stage::measure : Stage::done;
      break;
    case Stage::measure:
      if (needs_prepare_) prepare_anew();
      if (layout::prepare_band(prepared_, tree_, near_band(), metrics_, measurer_, kBytesAStep)) {
        stage_ = Stage::lay_out;
      }
      break;
    case Stage::lay_out:
      stage_ = lay_out() ? Stage::raster : Stage::done;
      break;
    case Stage::raster:
      if (!raster_some()) stage_ = Stage::done;
      break;
    case Stage::done:
      break;
  }
  return stage_ != Stage::done;
}

void Viewer::build() {
  const double start = platform::now_ms();
  model::apply_urls(article_, context_);
  tree_ = layout::build_article_page(article_, std::move(article_.body), context_, reader_);
  context_ = {};
  counters_.parse_ms += platform::now_ms() - start;

  std::vector<int> all(tree_.nodes.size());
  for (size_t i = 0; i < all.size(); ++i) all[i] = static_cast<int>(i);
  update_twin(all);
  if (article_.moods) platform::load_mood(article_.id);
}

bool Viewer::start_canvas() {
  view::start_imgui();
  if (!platform::start_renderer(wanted_canvas())) {
    view::stop_imgui();
    message_ = "This browser has no WebGL2.";
    return false;
  }
  on_canvas_ = true;
  grounds_ = !platform::canvas_is_above();
  needs_prepare_ = needs_layout_ = true;
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

void Viewer::pointer(float x, float y, bool pressed) {
  pointer_x_ = x;
  pointer_y_ = y;
  layout::Target target;
  if (on_canvas_ && stage_ == Stage::done && x >= 0) target = layout::hit_test(tree_, prepared_, layout_, x, y);
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

void Viewer::click(int block, bool still) {
  if (block < 0 || block >= static_cast<int>(tree_.nodes.size())) return;
  const layout::Node& node = tree_.nodes[static_cast<size_t>(block)];
  if (node.element == layout::Element::mood_button) {
    mood_before_ = reader_.mood;
    mood_ms_ = still ? -layout::kMotionMs : platform::now_ms();
    if (const auto mood = model::mood_from_key(node.key)) dispatch(state::MoodPressed{*mood});
  } else if (node.key == "copy") {
    dispatch(state::CopyPressed{});
  } else if (node.key == "share") {
    dispatch(state::SharePressed{});
  } else if (node.key == "embed") {
    dispatch(state::EmbedPressed{});
  } else if (node.key == "save") {
    dispatch(state::SavePressed{});
  }
}

void Viewer::dispatch(const state::Action& action) {
  state::Step step = state::reduce(reader_, action);
  const bool theme_changed = step.state.theme != reader_.theme;
  reader_ = std::move(step.state);
  const std::vector<int> changed = layout::update_reader(tree_, reader_);
  update_twin(changed);
  if (theme_changed) redraw();
  if (on_canvas_ && !changed.empty() && !prepared_.texts.empty()) {
    bool fits = !needs_layout_ && !layout_.boxes.empty();
    for (const int node : changed) {
      const layout::PreparedText& text = prepared_.texts[static_cast<size_t>(node)];
      if (text.ready && text.text == model::text_of(tree_.nodes[static_cast<size_t>(node)].inlines)) continue;
      layout::prepare_node(prepared_, tree_, node, metrics_, measurer_);
      fits = fits && layout::relayout_text(layout_, tree_, prepared_, {window_.width, window_.rem}, node);
    }
    if (fits) {
      platform::apply_twin(twin_boxes(tree_, prepared_, layout_), false);
    } else if (stage_ == Stage::done) {
      lay_out();
    } else {
      needs_layout_ = true;
    }
    redraw();
  }
  for (const state::Effect& effect : step.effects) perform(effect);
}

void Viewer::update_twin(const std::vector<int>& nodes) {
  for (const int i : nodes) {
    const layout::Node& node = tree_.nodes[static_cast<size_t>(i)];
    switch (node.element) {
      case layout::Element::mood_button:
        platform::set_twin_attribute(i, "aria-pressed", node.pressed ? "true" : "false");
        platform::set_twin_text(i, model::text_of(node.inlines));
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
  } else if (std::holds_alternative<state::OfferEmbed>(effect)) {
    platform::offer_embed(article_.id, article_.title);
  } else if (std::holds_alternative<state::SavePage>(effect)) {
    platform::save_page();
  } else {
    platform::share(article_.title, reader_.page_url);
  }
}

}  // namespace lectern::app
