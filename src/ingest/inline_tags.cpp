// SPDX-License-Identifier: MIT
// Raw HTML tags among Markdown's inlines.
#include <algorithm>
#include <utility>

#include "ingest/entities.hpp"
#include "ingest/ingest.hpp"
#include "ingest/inline_builder.hpp"
#include "ingest/limits.hpp"

namespace lectern::ingest {

using model::Inline;
using model::InlineKind;

void InlineBuilder::flush_html() {
  if (html_.text().empty()) return;
  vanished_ = true;
  // Events that the tags cause come back here: they must find the buffer empty.
  const HtmlBuffer buffer = std::exchange(html_, {});
  const std::string_view html = buffer.text();
  for (size_t i = 0; i < html.size() && !drop_rest_;) {
    const HtmlToken token = next_token(html, i);
    i = token.end;
    const size_t offset = buffer.source_offset(token.begin);
    const ElementRule& rule = rule_of(token.name);
    if (token.kind == TokenKind::end_tag) {
      end_tag(rule);
    } else if (token.kind == TokenKind::start_tag && is_removed(rule)) {
      drop_rest_ = !source_.skip_element(rule, offset, buffer.source_offset(token.end));
      i = buffer.position_of(source_.skipped_to());
    } else if (token.kind == TokenKind::start_tag) {
      start_tag(rule, token.attributes, offset);
    } else if (token.kind == TokenKind::text) {
      // What md4c took for a tag, and a skip that ended inside it left as text.
      const std::string_view text = html.substr(token.begin, token.end - token.begin);
      add_text({text, offset}, decode_entities(text));
    }
  }
}

void InlineBuilder::start_tag(const ElementRule& rule, std::string_view attributes, size_t offset) {
  vanished_ = true;
  switch (rule.use) {
    case ElementUse::line_end:
      return add_break(true);
    case ElementUse::image:
      return add_raw_image(attributes, offset);
    case ElementUse::details:
    case ElementUse::figure:
      ++holders_[rule.use == ElementUse::figure];
      return;
    case ElementUse::phrase:
    case ElementUse::link:
      break;
    default:
      return;
  }
  Inline node;
  node.kind = rule.kind;
  if (rule.use == ElementUse::link) {
    const std::optional<std::string> href = attribute(attributes, "href");
    if (!href) return;  // a name for a place, not a link
    node.url = allowed_link(*href);
    if (node.url.empty()) {
      if (!href->empty()) refuse("link", *href);
      tell_refused(offset);
      return;
    }
    if (in_link()) return;
  }
  if (takes_text_only() || too_deep()) return;
  if (rule.use == ElementUse::link || rule.kind == InlineKind::abbreviation) {
    node.title = attribute(attributes, "title").value_or("");
  }
  begin_at(offset);
  open_frame(std::move(node), &rule, offset);
}

void InlineBuilder::end_tag(const ElementRule& rule) {
  if (is_holder(rule)) --holders_[rule.use == ElementUse::figure];
  if (rule.use != ElementUse::phrase && rule.use != ElementUse::link) return;
  bool span_above = false;
  for (size_t i = frames_.size(); i-- > 0;) {
    Frame& frame = frames_[i];
    if (frame.rule == &rule && !frame.ends_with_span) {
      // Spans nest strictly: the element goes on to the end of the span that is open in it.
      frame.ends_with_span = span_above;
      while (!span_above && frames_.size() > i)
        close_frame();
      return;
    }
    span_above = span_above || !frame.rule;
  }
}

int InlineBuilder::take_ended(model::BlockKind kind) {
  const int balance = std::exchange(holders_[kind == model::BlockKind::figure], 0);
  return std::max(0, -balance);
}

void InlineBuilder::add_raw_image(std::string_view attributes, size_t offset) {
  const std::string src = attribute(attributes, "src").value_or("");
  Inline node;
  node.kind = InlineKind::image;
  node.text = attribute(attributes, "alt").value_or("");
  node.url = allowed_image(src);
  begin_at(offset);
  if (node.url.empty()) {
    if (!src.empty()) refuse("image", src);
    tell_refused(offset);
    if (!node.text.empty()) add_text({node.text, offset});
    return;
  }
  node.title = attribute(attributes, "title").value_or("");
  node.width = pixels(attribute(attributes, "width").value_or(""));
  node.height = pixels(attribute(attributes, "height").value_or(""));
  node.place = source_.place(offset);
  append(std::move(node));
}

}  // namespace lectern::ingest
