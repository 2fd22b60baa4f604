// SPDX-License-Identifier: MIT
#include "view/run_painter.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>
#include <vector>

#include "view/widgets.hpp"

namespace lectern::view {
namespace {

using layout::Color;

// Steps of 1/64 px: finer than what can be seen (1/4 px can), and few enough for the cache to hit.
constexpr int kFractionBits = 6;

constexpr float kBoxSide = 2.5f;          // CSS px to the left and right of inline code
constexpr float kBoxRadius = 0.2f;        // rem
constexpr float kBoxAscent = 0.95f;       // em above the baseline: capitals with an accent
constexpr float kBoxDescent = 0.3f;       // em below
constexpr float kUnderlineDrop = 0.18f;   // em from the baseline to the line's top edge
constexpr float kUnderlineWidth = 1;      // CSS px
constexpr float kUnderlineOver = 2;       // under the pointer
constexpr float kUnderlineAlpha = 0.45f;  // of a link at rest: there, but not louder than the text
constexpr float kStrikeRise = 0.28f;      // em: through the middle of small letters

// A link on one line, as far as it stands together there.
struct Fragment {
  int link = 0;
  PxRect rect;
};

// Kept from frame to frame, so that painting allocates nothing.
struct Scratch {
  std::vector<PlacedImage> runs;
  std::vector<Fragment> fragments;
  std::string words;
};
Scratch scratch;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

class TextPainter {
 public:
  TextPainter(Surface& surface, int node, const TextLook& look)
      : surface_(surface), node_(node), look_(look) {}

  bool paint() {
    if (!surface_.holds(node_) || !surface_.has_room_for(run_count())) return false;
    find_links();
    if (!place_runs()) return false;
    paint_grounds();
    paint_runs();
    paint_focus();
    if (layout::token_of(surface_.node(node_).element).rule_above) {
      PxRect rule = surface_.px(surface_.box(node_).rect);
      rule.bottom = rule.top + surface_.hairline_px();
      surface_.fill(Layer::ground, rule, surface_.rgb(Color::rule));
    }
    surface_.painted(node_);
    return true;
  }

 private:
  using Line = layout::Line;
  using Run = layout::Run;
  using Span = layout::Span;

  const layout::PreparedText& text() const { return surface_.text(node_); }
  std::span<const Line> lines() const { return surface_.lines(node_); }
  std::span<const Run> runs(const Line& line) const { return surface_.runs(line); }
  const Span& span_of(const Run& run) const { return text().spans[static_cast<size_t>(run.span)]; }
  float em(const Span& span) const { return surface_.font(span.font).size_px; }
  int run_count() const {
    int count = 0;
    for (const Line& line : lines())
      count += line.run_count;
    return count;
  }
  PxRect px(const Run& run, const Line& line) const {
    return surface_.px({run.x, line.top, run.through, line.height});
  }
  int baseline_px(const Line& line, const Span& span) const {
    return surface_.y_px(line.baseline - span.rise_px);
  }

  void find_links() {
    std::vector<Fragment>& found = scratch.fragments;
    found.clear();
    for (const Line& line : lines()) {
      int before = -1;  // of the run on the left
      for (const Run& run : runs(line)) {
        const int link = span_of(run).link;
        const PxRect rect = px(run, line);
        if (link >= 0 && link == before) {
          found.back().rect.right = rect.right;
        } else if (link >= 0) {
          found.push_back({link, rect});
        }
        before = link;
      }
    }
    for (size_t i = 0; i < found.size(); ++i) {
      const Fragment& fragment = found[i];
      const HitState state = hit_area(fragment.rect, node_, fragment.link, static_cast<int>(i));
      if (state.hovered) hovered_ = fragment.link;
      if (state.pressed) pressed_ = fragment.link;
    }
  }

  Rgb ground_of(const Span& span) const {
    if (is(span, pressed_)) return surface_.rgb(Color::tint_down);
    if (span.marked) return surface_.rgb(Color::highlight);
    if (span.boxed) return surface_.rgb(Color::tint);
    return look_.ground;
  }
  Rgb ink_of(const Span& span) const {
    if (look_.ink) return *look_.ink;
    return surface_.rgb(is(span, hovered_) ? Color::accent : span.color);
  }
  static bool is(const Span& span, int link) { return link >= 0 && span.link == link; }

  std::string_view words_of(const Run& run) const {
    const std::string_view words =
        std::string_view(text().text)
            .substr(static_cast<size_t>(run.begin), static_cast<size_t>(run.end - run.begin));
    if (run.hyphen) return scratch.words = std::string(words) + layout::kHyphen;
    if (!text().ordered || is_blank(words)) return words;
    return scratch.words = layout::in_direction(words, run.level);
  }

  bool place_runs() {
    scratch.runs.clear();
    for (const Line& line : lines()) {
      for (const Run& run : runs(line)) {
        const Span& span = span_of(run);
        const std::string_view words = words_of(run);
        std::optional<PlacedImage> placed = PlacedImage{};
        if (!is_blank(words)) {  // what has no ink needs no image
          placed = place_run(surface_, {span.font, words, ink_of(span), ground_of(span), 0, surface_.is_seen(node_)},
                             surface_.x_px(run.x), baseline_px(line, span));
        }
        if (!placed) return false;
        scratch.runs.push_back(*placed);
      }
    }
    return true;
  }

  void paint_grounds() {
    for (const Fragment& fragment : scratch.fragments) {
      if (fragment.link != pressed_) continue;
      surface_.fill(Layer::ground, fragment.rect.grown(surface_.length_px(kBoxSide)),
                    surface_.rgb(Color::tint_down), surface_.rem_px(layout::tokens().radius));
    }
  }

  void paint_runs() {
    auto placed = scratch.runs.begin();
    for (const Line& line : lines()) {
      for (const Run& run : runs(line)) {
        const Span& span = span_of(run);
        if ((span.boxed || span.marked) && surface_.frame().grounds) paint_ground(line, run, placed->rect);
        surface_.image(*placed);
        paint_lines(line, run);
        ++placed;
      }
    }
  }

  // Behind inline code and marks. It takes in the image, which is opaque and has the same ground.
  void paint_ground(const Line& line, const Run& run, const PxRect& image) {
    const Span& span = span_of(run);
    const float baseline = line.baseline - span.rise_px;
    PxRect rect = surface_.px({run.x - kBoxSide, baseline - kBoxAscent * em(span),
                               run.width + 2 * kBoxSide, (kBoxAscent + kBoxDescent) * em(span)});
    if (image.right > image.left) {
      rect.top = std::min(rect.top, image.top);
      rect.bottom = std::max(rect.bottom, image.bottom);
    }
    surface_.fill(Layer::ground, rect, ground_of(span),
                  span.boxed ? surface_.rem_px(kBoxRadius) : 0);
  }

  // Over the glyphs, since their images are opaque. A link's line is thin and pale, so that it
  // does not cut through descenders; under the pointer it is full and thicker.
  void paint_lines(const Line& line, const Run& run) {
    const Span& span = span_of(run);
    const bool hovered = is(span, hovered_);
    const int baseline = baseline_px(line, span);
    PxRect rect = px(run, line);
    if (span.underline || hovered) {
      const bool pale = span.link >= 0 && !hovered;
      // Of a raised or lowered part it is the text's around it.
      const float size = span.rise_px == 0 ? em(span) : em(span) / layout::kScriptScale;
      rect.top = surface_.y_px(line.baseline) + surface_.length_px(kUnderlineDrop * size);
      rect.bottom = rect.top + surface_.length_px(hovered ? kUnderlineOver : kUnderlineWidth);
      surface_.fill(Layer::over, rect, ink_of(span), 0, pale ? kUnderlineAlpha : 1);
    }
    if (span.strike) {
      rect.top = baseline - surface_.length_px(kStrikeRise * em(span));
      rect.bottom = rect.top + surface_.hairline_px();
      surface_.fill(Layer::over, rect, ink_of(span));
    }
  }

  void paint_focus() {
    const layout::Target& focus = surface_.frame().focus;
    if (focus.node != node_) return;
    if (focus.link < 0) draw_focus_ring(surface_, surface_.px(surface_.box(node_).rect));
    for (const Fragment& fragment : scratch.fragments) {
      if (fragment.link == focus.link) draw_focus_ring(surface_, fragment.rect);
    }
  }

  Surface& surface_;
  const int node_;
  const TextLook look_;
  int hovered_ = -1;  // a link of the node
  int pressed_ = -1;
};

}  // namespace

bool draw_text(Surface& surface, int node, const TextLook& look) {
  return TextPainter(surface, node, look).paint();
}

bool draw_text(Surface& surface, int node) {
  return draw_text(surface, node, {surface.rgb(Color::paper), {}});
}

std::optional<PlacedImage> place_run(Surface& surface, RunImageKey key, float x_px,
                                     int baseline_px) {
  constexpr int kSteps = 1 << kFractionBits;
  const auto steps = static_cast<int>(std::lround(x_px * kSteps));
  const int x = steps >> kFractionBits;
  key.x_fraction = static_cast<float>(steps & (kSteps - 1)) / kSteps;
  const std::optional<RunImage> image = surface.frame().images.run_image(key);
  if (!image) return std::nullopt;
  const int left = x + static_cast<int>(std::lround(image->left));
  const int top = baseline_px - static_cast<int>(std::lround(image->ascent));
  const PxRect rect{left, top, left + static_cast<int>(std::lround(image->width)),
                    top + static_cast<int>(std::lround(image->height))};
  const Layer layer = is_darker(key.color, key.ground) ? Layer::dark_text : Layer::light_text;
  return PlacedImage{*image, rect, layer};
}

}  // namespace lectern::view
