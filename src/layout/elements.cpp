// SPDX-License-Identifier: MIT
// The table of elements: tag, class, type and spacing of each, read by writer, layout and styles; and the
// tokens in force, which change its spacing.
#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/mood_drawings.hpp"
#include "layout/page_layout.hpp"
#include "layout/page_tree.hpp"

namespace lectern::layout {
namespace {

using enum Element;
constexpr TextStyle kNone = TextStyle::body;

constexpr ElementToken box(Element element, std::string_view tag, std::string_view css_class,
                           Flow flow = Flow::stack, float gap = 0) {
  return {element, tag, css_class, false, kNone, flow, gap, 0, 0, 0, 0, false};
}

constexpr ElementToken text(Element element, std::string_view tag, std::string_view css_class,
                            TextStyle style, float gap) {
  return {element, tag, css_class, true, style, Flow::stack, gap, 0, 0, 0, 0, false};
}

constexpr ElementToken indented(ElementToken token, float indent) {
  token.indent = indent;
  return token;
}

constexpr ElementToken padded(ElementToken token, float top, float bottom, float side) {
  token.pad_top = top;
  token.pad_bottom = bottom;
  token.pad_side = side;
  return token;
}

constexpr ElementToken ruled(ElementToken token) {
  token.rule_above = true;
  return token;
}

// A label centred in a box of the height that a finger needs.
constexpr ElementToken button(Element element, std::string_view tag, std::string_view css_class) {
  constexpr float kPad = (kButtonHeight - 1.25f) / 2;  // 1.25: the button's line height
  return padded(text(element, tag, css_class, TextStyle::button, 0), kPad, kPad, kButtonPadding);
}

// With room above its label for the mood's drawing.
constexpr ElementToken drawn(ElementToken token) {
  token.pad_top += kDrawingSize + kDrawingGap;
  return token;
}

constexpr std::array<ElementToken, kElementCount> kElements{{
    box(page, "div", "page", Flow::columns),
    box(masthead, "header", "masthead"),
    box(lead, "div", "lead"),
    box(side, "div", "side"),
    box(breadcrumb, "nav", "breadcrumb"),
    box(crumbs, "ol", "crumbs", Flow::row, kSpace4),
    box(main, "main", ""),
    box(article, "article", ""),
    box(languages, "nav", "languages", Flow::row, kSpace3),
    box(body, "div", "body"),
    box(part, "div", "part"),
    box(figure, "figure", ""),
    box(gallery, "div", "gallery", Flow::grid, kSpace5),
    indented(box(list, "ul", "", Flow::stack, kSpace4), kListIndent),
    box(item, "li", ""),
    indented(box(quote, "blockquote", "", Flow::stack, kSpace4), kQuoteIndent),
    indented(box(pull_quote, "blockquote", "pull-quote", Flow::stack, kSpace5), kQuoteIndent),
    box(definitions, "dl", "", Flow::stack, kSpace4),
    indented(box(definition, "dd", ""), kListIndent),
    box(table, "table", "", Flow::stack, kSpace4),
    box(table_row, "tr", ""),
    indented(box(details, "details", "", Flow::stack, kSpace4), kListIndent),
    box(footnotes, "section", "footnotes", Flow::stack, kSpace6),
    box(corrections, "section", "corrections"),
    box(related, "section", "related"),
    box(related_list, "ul", "links"),
    box(related_entry, "li", ""),
    box(share, "section", "share"),
    box(share_row, "div", "share-row", Flow::row, kSpace3),
    box(moods, "div", "moods"),
    box(mood_grid, "div", "mood-grid", Flow::grid, kSpace3),
    box(column_map, "nav", "column-map"),
    box(column_list, "ul", "links"),
    box(headlines, "nav", "headlines"),
    box(headline_list, "ol", "links"),
    box(turn, "nav", "turn", Flow::split, kSpace6),
    box(turn_prev, "div", "turn-prev"),
    box(turn_next, "div", "turn-next"),
    box(footer, "footer", "footer"),

    padded(text(site_name, "p", "site-name", TextStyle::masthead, 0), kSpace3, kSpace3, 0),
    text(crumb, "li", "crumb", TextStyle::label, 0),
    text(unpublished, "p", "unpublished", TextStyle::panel_heading, kSpace3),
    text(title, "h1", "title", TextStyle::title, kSpace3),
    text(standfirst, "p", "standfirst", TextStyle::standfirst, kSpace3),
    text(byline, "p", "byline", TextStyle::meta, kSpace4),
    text(dateline, "p", "dateline", TextStyle::meta, 0),
    text(language, "p", "language", TextStyle::meta, 0),
    text(paragraph, "p", "", TextStyle::body, kSpace4),
    text(heading, "h2", "", TextStyle::heading2, kSpace5),
    text(item_text, "span", "t", TextStyle::body, kSpace2),
    padded(text(code, "pre", "", TextStyle::code, kSpace4), kSpace3, kSpace3, 1.0f),
    text(caption, "figcaption", "", TextStyle::caption, kSpace2),
    text(attribution, "footer", "attribution", TextStyle::caption, kSpace2),
    text(term, "dt", "", TextStyle::body_strong, kSpace2),
    padded(text(cell, "td", "", TextStyle::body, 0), kCellPadding, kCellPadding, 0),
    text(summary, "summary", "", TextStyle::body_strong, 0),
    text(correction, "p", "correction", TextStyle::note, kSpace3),
    text(topics, "p", "topics", TextStyle::meta, kSpace5),
    padded(text(source_line, "p", "source-line", TextStyle::meta, kSpace5), 0, kSpace4, 0),
    ruled(padded(text(panel_heading, "h2", "panel-heading", TextStyle::panel_heading, kSpace6),
                 kSpace3, 0, 0)),
    text(related_item, "p", "related-item", TextStyle::panel_text, kSpace3),
    text(related_reason, "p", "related-reason", TextStyle::label, 0),
    button(share_button, "button", "button share-button"),
    button(share_link, "a", "button share-link"),
    text(share_status, "p", "status", TextStyle::label, kSpace2),
    drawn(button(mood_button, "button", "button mood-button")),
    text(mood_status, "p", "status", TextStyle::label, kSpace2),
    text(column_item, "li", "column-item", TextStyle::side_text, kSpace2),
    text(headline, "li", "headline", TextStyle::side_text, kSpace3),
    ruled(padded(text(turn_label, "p", "turn-label", TextStyle::label, 0), kSpace3, 0, 0)),
    padded(text(turn_link, "p", "turn-link", TextStyle::panel_text, kSpace1), 0, kSpace6, 0),

    box(image, "img", "", Flow::stack, kSpace5),
    box(sound, "audio", "", Flow::stack, kSpace5),
    box(film, "video", "", Flow::stack, kSpace5),
    box(rule, "hr", "", Flow::stack, kSpace5),
}};

constexpr bool in_order() {
  for (int i = 0; i < kElementCount; ++i) {
    if (kElements[static_cast<size_t>(i)].element != static_cast<Element>(i)) return false;
  }
  return true;
}
static_assert(in_order(), "each element stands at its own place in the table");

// What stands in the table as a step of the spacing scale is that step of another one.
float restep(float length, const Tokens& t) {
  const auto* step = std::find(std::begin(kSpaces), std::end(kSpaces), length);
  return step == std::end(kSpaces) ? length : t.space[static_cast<size_t>(step - kSpaces)];
}

// By itself, or in a figure of its own.
bool in_gallery(const PageTree& tree, int picture) {
  const auto parent_of = [&](int node) { return tree.nodes[static_cast<size_t>(node)].parent; };
  const auto is = [&](int node, Element element) {
    return node >= 0 && tree.nodes[static_cast<size_t>(node)].element == element;
  };
  const int around = parent_of(picture);
  return is(around, Element::gallery) || (is(around, Element::figure) && is(parent_of(around), Element::gallery));
}

struct InForce {
  Tokens tokens;
  std::array<ElementToken, kElementCount> elements = kElements;
};
InForce in_force;

}  // namespace

float gap_above(const PageTree& tree, int node, int previous) {
  if (previous >= 0 && tree.nodes[static_cast<size_t>(previous)].element == Element::heading) {
    return tokens().after_heading();
  }
  const Node& item = tree.nodes[static_cast<size_t>(node)];
  if (item.element == Element::image && in_gallery(tree, node)) return 0;
  const bool first = previous < 0 && item.parent >= 0;
  if (first && tree.nodes[static_cast<size_t>(item.parent)].element == Element::definition) return tokens().after_term();
  const bool note = item.style == TextStyle::note && item.element == Element::paragraph;
  return note ? tokens().note_gap() : token_of(item.element).gap;
}

const ElementToken& token_of(Element element) {
  return in_force.elements[static_cast<size_t>(element)];
}

const Tokens& tokens() { return in_force.tokens; }

void use_tokens(Tokens changed) {
  in_force.tokens = std::move(changed);
  const Tokens& t = tokens();
  in_force.elements = kElements;
  for (ElementToken& element : in_force.elements) {
    element.gap = restep(element.gap, t);
    if (is_button(element.element)) {
      const float line = type_of(element.style).line_height;
      element.pad_top = element.pad_bottom = std::max(0.0f, (t.button_height - line) / 2);
      element.pad_side = t.button_padding;
      if (element.element == mood_button) element = drawn(element);
    } else {
      element.pad_top = restep(element.pad_top, t);
      element.pad_bottom = restep(element.pad_bottom, t);
    }
  }
}

}  // namespace lectern::layout
