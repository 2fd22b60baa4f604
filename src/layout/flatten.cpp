// SPDX-License-Identifier: MIT
#include "layout/flatten.hpp"

#include <algorithm>
#include <cmath>

namespace lectern::layout {
namespace {

using model::Inline;
using model::InlineKind;

int index_of(const Font& font, std::vector<Font>& fonts) {
  const auto found = std::find(fonts.begin(), fonts.end(), font);
  if (found != fonts.end()) return static_cast<int>(found - fonts.begin());
  fonts.push_back(font);
  return static_cast<int>(fonts.size()) - 1;
}

// Links of navigation look like text until they are pointed at; links in running text do not.
bool has_quiet_links(Element element) {
  switch (element) {
    case Element::site_name:
    case Element::crumb:
    case Element::related_item:
    case Element::column_item:
    case Element::headline:
    case Element::turn_link:
      return true;
    default:
      return false;
  }
}

struct Style {
  Font font;
  Span span;
};

class Flattener {
 public:
  Flattener(const Node& node, std::vector<Font>& fonts)
      : quiet_links_(has_quiet_links(node.element)), current_(node.current), fonts_(fonts) {}

  void inlines(const model::Inlines& list, const Style& style) {
    for (const Inline& item : list) inline_item(item, style);
  }
  FlatText take() { return std::move(flat_); }

 private:
  void inline_item(const Inline& item, const Style& outer) {
    switch (item.kind) {
      case InlineKind::text:
        return append(item.text, outer);
      case InlineKind::image:
        return append(item.url.empty() ? item.text : "", outer);
      case InlineKind::soft_break:
        return append("\n", outer);
      case InlineKind::hard_break:
        flat_.hard_breaks.push_back(static_cast<int>(flat_.text.size()));
        return append("\n", outer);
      default:
        break;
    }
    const Style inner = styled(item, outer);
    append(item.text, inner);
    if (item.kind == InlineKind::footnote_reference) append(std::to_string(item.note), inner);
    inlines(item.children, inner);
  }

  Style styled(const Inline& item, const Style& outer) {
    Style style = outer;
    switch (item.kind) {
      case InlineKind::emphasis:
      case InlineKind::italic:
      case InlineKind::citation:
      case InlineKind::variable:
        style.font.italic = true;
        break;
      case InlineKind::strong:
      case InlineKind::bold:
        style.font.weight = 700;
        break;
      case InlineKind::code:
      case InlineKind::keyboard:
      case InlineKind::sample:
        style.font.family = Family::mono;
        style.font.size_px *= kInlineCodeScale;
        style.span.boxed = true;
        break;
      case InlineKind::footnote_reference:
        style.span.link = next_link_++;
        style.span.color = Color::accent;
        [[fallthrough]];
      case InlineKind::superscript:
        style.span.rise_px += kSuperscriptRise * style.font.size_px;
        style.font.size_px *= kScriptScale;
        break;
      case InlineKind::subscript:
        style.span.rise_px -= kSubscriptDrop * style.font.size_px;
        style.font.size_px *= kScriptScale;
        break;
      case InlineKind::small:
        style.font.size_px *= kSmallScale;
        break;
      case InlineKind::strikethrough:
      case InlineKind::struck:
        style.span.strike = true;
        break;
      case InlineKind::underline:
      case InlineKind::inserted:
      case InlineKind::abbreviation:
        style.span.underline = true;
        break;
      case InlineKind::mark:
        style.span.marked = true;
        break;
      case InlineKind::coloured:
        style.span.color = color_of_code(item.code);
        break;
      case InlineKind::footnote_return:
      case InlineKind::link:
        style.span.link = next_link_++;
        if (current_ || !quiet_links_) style.span.color = Color::accent;
        if (!quiet_links_) style.span.underline = true;
        break;
      default:
        break;
    }
    return style;
  }

  void append(std::string_view text, const Style& style) {
    if (text.empty()) return;
    Span span = style.span;
    span.font = index_of(style.font, fonts_);
    span.begin = static_cast<int>(flat_.text.size());
    flat_.text += text;
    span.end = static_cast<int>(flat_.text.size());
    if (!flat_.spans.empty()) {
      Span& last = flat_.spans.back();
      const bool same = last.font == span.font && last.color == span.color &&
                        last.rise_px == span.rise_px && last.link == span.link &&
                        last.underline == span.underline && last.strike == span.strike &&
                        last.boxed == span.boxed && last.marked == span.marked;
      if (same) {
        last.end = span.end;
        return;
      }
    }
    flat_.spans.push_back(span);
  }

  const bool quiet_links_;
  const bool current_;
  std::vector<Font>& fonts_;
  FlatText flat_;
  int next_link_ = 0;
};

}  // namespace

Font font_of(const Node& node, const Metrics& metrics) {
  const TypeToken& type = type_of(node.style);
  const float size = metrics.phone ? type.phone_size : type.size;
  return {type.family, type.weight, type.italic, size * metrics.rem_px, node.lang};
}

float line_height_px(const Node& node, const Metrics& metrics) {
  const TypeToken& type = type_of(node.style);
  const float leading = is_read_at_length(node.style) ? tokens().leading : 1;
  const float height = (metrics.phone ? type.phone_line_height : type.line_height) * leading * metrics.rem_px;
  // As browsers do, which have the product in whole steps (semantics/token_properties).
  constexpr float kSteps = 64, kFloatError = 0.005f;
  return std::floor(height * kSteps + kFloatError) / kSteps;
}

FlatText flatten(const Node& node, const Metrics& metrics, std::vector<Font>& fonts) {
  Style style{font_of(node, metrics), {}};
  style.span.color = type_of(node.style).color;
  if (node.pressed) style.span.color = Color::on_accent;
  Flattener flattener(node, fonts);
  flattener.inlines(node.inlines, style);
  return flattener.take();
}

}  // namespace lectern::layout
