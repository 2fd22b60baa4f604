// SPDX-License-Identifier: MIT
#include "semantics/html_writer.hpp"

#include <algorithm>

#include "semantics/html_markup.hpp"
#include "semantics/inline_writer.hpp"

namespace lectern::semantics {
namespace {

using layout::Element;
using layout::Node;
using layout::PageTree;

class Writer {
 public:
  Writer(const PageTree& tree, bool fragment, Markup& out)
      : tree_(tree), fragment_(fragment), out_(out) {}

  void element(int index);
  void children(int index) {
    for (int child = index + 1; child < node(index).end; child = node(child).end) element(child);
  }

 private:
  const Node& node(int index) const { return tree_.nodes[static_cast<size_t>(index)]; }

  void attribute(const char* name, std::string_view value) { out_.attribute(name, value); }
  void line_end() { out_.text("\n"); }

  void open(int index, const char* tag) {
    const Node& item = node(index);
    out_.open(tag);
    // Footnotes alone are more than CommonMark in a fragment.
    const std::string_view css_class = layout::token_of(item.element).css_class;
    const bool classed = !fragment_ || item.element == Element::footnotes;
    const bool alone = item.element == Element::page && !has_side();
    if (classed && !css_class.empty()) attribute("class", alone ? "page alone" : css_class);
    if (!fragment_) attribute("data-block", std::to_string(index));
    if (!item.id.empty()) attribute("id", item.id);
    if (!item.label.empty() && !item.task) attribute("aria-label", item.label);
    if (item.lang != (item.parent < 0 ? "" : node(item.parent).lang)) {
      attribute("lang", item.lang.empty() ? tree_.lang : item.lang);
    }
    if (css_class == "links" || css_class == "crumbs" || has_tasks(index)) {
      attribute("role", "list");  // without markers WebKit takes it for none
    }
    if (item.hidden) out_.flag("hidden");
    if (item.open) out_.flag("open");
  }

  bool has_tasks(int list) const {
    if (fragment_ || node(list).element != Element::list) return false;
    for (int i = list + 1; i < node(list).end; i = node(i).end) {
      if (node(i).task) return true;
    }
    return false;
  }

  bool has_side() const {
    return std::any_of(tree_.nodes.begin(), tree_.nodes.end(),
                       [](const Node& item) { return item.element == Element::side; });
  }

  // An element of other tags than the tree has, as a table's head.
  void open_plain(const char* tag) {
    out_.open(tag);
    line_end();
  }
  void close() {
    out_.close();
    line_end();
  }

  void text(int index, const char* tag) {
    const Node& item = node(index);
    open(index, tag);
    if (item.element == Element::mood_button || item.element == Element::share_button) {
      attribute("type", "button");
      attribute("data-key", item.key);
    }
    if (item.element == Element::mood_button) {
      attribute("aria-pressed", item.pressed ? "true" : "false");
    }
    if (item.element == Element::share_link) attribute("href", item.url);
    if (item.element == Element::share_status || item.element == Element::mood_status) {
      attribute("role", "status");
    }
    if (item.element == Element::column_item) attribute("data-depth", std::to_string(item.level));
    LinkAttributes link;
    const bool is_link = item.inlines.size() == 1 && item.inlines[0].kind == model::InlineKind::link;
    if (is_link) link.dir = item.dir;  // around it the page's direction holds
    if (!is_link && !item.dir.empty()) attribute("dir", item.dir);
    if (item.element == Element::turn_link) {
      link.rel = node(item.parent).element == Element::turn_prev ? "prev" : "next";
    }
    if (item.element == Element::language) link.hreflang = item.lang.empty() ? tree_.lang : item.lang;
    link.current = item.current ? current_of(item.element) : "";
    write_inlines(item.inlines, link, out_);
    close();
  }

  static std::string_view current_of(Element element) {
    return element == Element::headline ? "page" : "true";
  }

  void list(int index) {
    const Node& item = node(index);
    open(index, item.ordered ? "ol" : "ul");
    if (item.ordered && item.start != 1) attribute("start", std::to_string(item.start));
    line_end();
    children(index);
    close();
  }

  void list_item(int index) {
    const Node& item = node(index);
    open(index, "li");
    if (item.task && !fragment_) attribute("class", "task");
    if (item.task) {
      out_.open("input");
      attribute("type", "checkbox");
      if (item.checked) attribute("checked", "");
      attribute("disabled", "");
      if (!item.label.empty()) attribute("aria-label", item.label);
      if (!fragment_ && tree_.lang != tree_.site_lang) attribute("lang", tree_.site_lang);
      out_.close();
      if (fragment_) out_.text(" ");
    }
    if (index + 1 < item.end && node(index + 1).element != Element::item_text) line_end();
    children(index);
    close();
  }

  // The text of a tight item has no element of its own in CommonMark; the twin needs one.
  void item_text(int index) {
    if (!fragment_) return text(index, "span");
    write_inlines(node(index).inlines, {}, out_);
    line_end();
  }

  void code(int index) {
    const Node& item = node(index);
    open(index, "pre");
    if (!fragment_) attribute("tabindex", "0");  // a long line scrolls by key too
    if (!item.dir.empty()) attribute("dir", item.dir);
    out_.open("code");
    const std::string language = item.key.substr(0, item.key.find_first_of(" \t"));
    if (!language.empty()) attribute("class", "language-" + language);
    write_inlines(item.inlines, {}, out_);
    out_.close();
    close();
  }

  void picture(int index) {
    const model::Inline& image = node(index).image;
    open(index, "img");
    const bool lead = !fragment_ && node(node(index).parent).parent >= 0 &&
                      node(node(node(index).parent).parent).element == Element::article;
    // Before the address: who makes the element by steps would fetch it at once.
    if (lead) attribute("fetchpriority", "high");
    if (!lead && !fragment_) attribute("loading", "lazy");
    write_choice(image, out_);
    attribute("src", image.url);
    attribute("alt", image.text);
    if (image.width > 0 && image.height > 0) {
      attribute("width", std::to_string(image.width));
      attribute("height", std::to_string(image.height));
    }
    attribute("decoding", "async");
    close();
  }

  void table(int index) {
    open(index, "table");
    line_end();
    bool head = true;
    for (int row = index + 1; row < node(index).end; row = node(row).end) {
      if (head) open_plain("thead");
      open(row, "tr");
      line_end();
      for (int cell = row + 1; cell < node(row).end; cell = node(cell).end) table_cell(cell, head);
      close();
      if (head) close();
      if (head && node(row).end < node(index).end) open_plain("tbody");
      if (!head && node(row).end == node(index).end) close();
      head = false;
    }
    close();
  }

  void table_cell(int index, bool head) {
    open(index, head ? "th" : "td");
    if (head && !fragment_) attribute("scope", "col");
    constexpr std::string_view kAligns[] = {"", "left", "center", "right"};
    const std::string_view align = kAligns[static_cast<int>(node(index).align)];
    if (!align.empty()) attribute(fragment_ ? "align" : "data-align", align);
    write_inlines(node(index).inlines, {}, out_);
    close();
  }

  const PageTree& tree_;
  const bool fragment_;
  Markup& out_;
};

void Writer::element(int index) {
  const Node& item = node(index);
  const layout::ElementToken& token = layout::token_of(item.element);
  switch (item.element) {
    case Element::list:
      return list(index);
    case Element::item:
      return list_item(index);
    case Element::item_text:
      return item_text(index);
    case Element::code:
      return code(index);
    case Element::heading: {
      constexpr const char* kTags[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
      return text(index, kTags[item.level - 1]);
    }
    case Element::image:
      return picture(index);
    case Element::sound:
    case Element::film:
      open(index, token.tag.data());
      write_player(item.image, out_);
      return close();
    case Element::rule:
      open(index, "hr");
      return close();
    case Element::table:
      return table(index);
    default:
      break;
  }
  if (token.text) return text(index, token.tag.data());
  open(index, token.tag.data());
  if (item.element == Element::gallery) attribute("data-columns", std::to_string(item.level));
  if (item.element == Element::moods) attribute("role", "group");
  line_end();
  children(index);
  close();
}

}  // namespace

std::string write_fragment(const model::Blocks& blocks) {
  const PageTree tree = layout::build_fragment(blocks);
  HtmlMarkup html;
  Writer(tree, true, html).children(0);
  return html.take();
}

void write_page(const PageTree& tree, Markup& out) { Writer(tree, false, out).element(0); }

std::string write_page(const PageTree& tree) {
  HtmlMarkup html;
  write_page(tree, html);
  return html.take();
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  size_t done = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char* const entity = c == '&'   ? "&amp;"
                               : c == '<' ? "&lt;"
                               : c == '>' ? "&gt;"
                               : c == '"' ? "&quot;"
                                          : nullptr;
    if (!entity) continue;
    out.append(text, done, i - done);  // whole runs: most of a page goes through here
    out += entity;
    done = i + 1;
  }
  return out.append(text, done);
}

}  // namespace lectern::semantics
