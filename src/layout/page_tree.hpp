// SPDX-License-Identifier: MIT
// The page as a tree: every element of an article page, buttons included, in reading order. It is
// what the HTML writer writes, the layout places and the view draws, so that the three agree on
// which element is which by its index alone (`data-block` in the HTML).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/tokens.hpp"
#include "model/article.hpp"
#include "model/publication.hpp"
#include "state/reader_state.hpp"

namespace lectern::layout {

enum class Element : std::uint8_t {
  // Containers.
  page, masthead, lead, side,
  breadcrumb, crumbs,
  main, article, languages, body, part, figure, gallery,
  list, item, quote, pull_quote, definitions, definition, table, table_row, details, footnotes,
  corrections,
  related, related_list, related_entry, share, share_row, moods, mood_grid,
  column_map, column_list, headlines, headline_list,
  turn, turn_prev, turn_next,
  footer,
  // Elements with text of their own.
  site_name, crumb,
  unpublished, title, standfirst, byline, dateline, language,
  paragraph, heading, item_text, code, caption, attribution, term, cell, summary, correction, topics, source_line,
  panel_heading, related_item, related_reason, share_button, share_link, share_status,
  mood_button, mood_status, column_item, headline, turn_label, turn_link,
  // Elements with neither.
  image, sound, film, rule,
};
inline constexpr int kElementCount = static_cast<int>(Element::rule) + 1;

// How an element gets its place.
enum class Flow : std::uint8_t {
  stack,   // below the one before it, with a gap
  row,     // a container whose children stand beside each other and wrap
  grid,    // a container whose children stand in equal columns
  split,   // a container of two halves, one below the other on a phone
  columns, // the page: lead and side beside each other when it is wide
};

struct ElementToken {
  Element element;
  std::string_view tag;
  std::string_view css_class;  // "" for none
  bool text;                   // has text of its own
  TextStyle style;
  Flow flow;
  float gap;         // rem above it; collapses with its parent's as CSS margins do
  float pad_top;     // rem
  float pad_bottom;
  float pad_side;    // rem, left and right
  float indent;      // rem, left only
  bool rule_above;   // a hairline along its top edge
};

const ElementToken& token_of(Element element);

// Of a part of a block of code that is not plain.
constexpr Color color_of_code(model::CodeKind kind) {
  return static_cast<Color>(static_cast<int>(Color::code_comment) + static_cast<int>(kind) - 1);
}

struct Node {
  Element element = Element::page;
  int parent = -1;
  int end = 0;               // one past its last descendant: its subtree is [index, end)
  model::Inlines inlines;    // of an element with text
  TextStyle style = TextStyle::body;
  int level = 0;             // heading 1 to 6; column_item: depth; gallery: pictures in a row of a wide page
  bool ordered = false;      // list
  bool tight = false;        // list, definitions
  bool task = false;         // item
  bool checked = false;      // item
  bool pressed = false;      // mood_button
  bool current = false;      // crumb, column_item, headline: this page or column
  bool hidden = false;       // not for this reader, as a share sheet that the system lacks
  bool open = false;         // details
  bool collapsed = false;    // in details that are not open, and not their summary
  bool html_only = false;    // the canvas leaves it, and what it holds, to the browser
  int start = 1;             // list
  int ordinal = 0;           // item of an ordered list: its number
  model::Align align = model::Align::none;
  std::string url;           // share_link
  std::string key;           // button: what it does ("copy", "share", a mood's key); code: info
  std::string lang;          // of its text, where that is not the page's; "" otherwise
  std::string dir;           // of its text, where that is not the page's; "" otherwise
  std::string label;         // accessible name of a landmark, a group, or a task's box
  std::string id;            // HTML id, for headings, labels and footnotes
  model::Inline image;       // image, sound, film

  bool is_away() const { return hidden || collapsed; }  // has no place on the page
};

struct PageTree {
  std::vector<Node> nodes;  // nodes[0] is the page
  std::string lang;  // the page's
  std::string dir;   // "ltr" or "rtl": which way the page is laid out
  std::string site_lang;  // of the page's own words
  int words = 0;  // of the article's body
};

// The HTML id of what the page is about, behind masthead and breadcrumb.
inline constexpr std::string_view kMainId = "page-start";

// The gap above an element, in rem, where the one before it is `previous` (-1: none). A heading
// holds on to what follows it.
float gap_above(const PageTree& tree, int node, int previous);

// The whole article page. Cost: linear in the article.
PageTree build_article_page(const model::Article& article, const model::PageContext& context,
                            const state::ReaderState& reader);
// The same of an article that has given its body away: its text moves into the tree.
PageTree build_article_page(const model::Article& article, model::Blocks body,
                            const model::PageContext& context, const state::ReaderState& reader);

// Brings what depends on the reader (the pressed mood, the statuses) up to date in a page. Gives the
// nodes that changed. Cost: linear in the nodes, without copying.
std::vector<int> update_reader(PageTree& tree, const state::ReaderState& reader);

// Opens or closes details and brings `collapsed` of all that they hold up to date; details inside
// keep their own state. Gives whether that changed anything. Cost: linear in what they hold.
bool set_open(PageTree& tree, int details, bool open);

// The blocks alone, under one `body` element: what `lectern render` writes.
PageTree build_fragment(model::Blocks blocks);

// "9 May 2026" in the language, from RFC 3339; the text itself when it is no date.
std::string date_in_words(std::string_view rfc3339, std::string_view lang);

}  // namespace lectern::layout
