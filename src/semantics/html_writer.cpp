// SPDX-License-Identifier: MIT
#include "semantics/html_writer.hpp"

#include "semantics/inline_writer.hpp"

namespace lectern::semantics {
namespace {

using layout::Element;
using layout::Node;
using layout::PageTree;

class Writer {
 public:
  Writer(const PageTree& tree, bool fragment) : tree_(tree), fragment_(fragment) {}

  void element(int index);
  void children(int index) {
    for (int child = index + 1; child < node(index).end; child = node(child).end) element(child);
  }
  std::string take() { return std::move(out_); }

 private:
  const Node& node(int index) const { return tree_.nodes[static_cast<size_t>(index)]; }

  void attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    out_ += escape_html(value);
    out_ += '"';
  }

  void open(int index, std::string_view tag) {
    const Node& item = node(index);
    out_ += '<';
    out_ += tag;
    // Footnotes alone are more than CommonMark in a fragment.
    const std::string_view css_class = layout::token_of(item.element).css_class;
    const bool classed = !fragment_ || item.element == Element::footnotes;
    if (classed && !css_class.empty()) attribute("class", css_class);
    if (!fragment_) attribute("data-block", std::to_string(index));
    if (!item.id.empty()) attribute("id", item.id);
    if (!item.label.empty()) attribute("aria-label", item.label);
    if (item.hidden) out_ += " hidden";
    if (item.open) out_ += " open";
  }

  void close(std::string_view tag, bool line = true) {
    out_ += "</";
    out_ += tag;
    out_ += line ? ">\n" : ">";
  }

  void text(int index, std::string_view tag) {
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
    out_ += '>';
    LinkAttributes link;
    if (item.element == Element::turn_link) {
      link.rel = node(item.parent).element == Element::turn_prev ? "prev" : "next";
    }
    link.current = item.current ? current_of(item.element) : "";
    write_inlines(item.inlines, link, out_);
    close(tag);
  }

  static std::string_view current_of(Element element) {
    return element == Element::headline ? "page" : "true";
  }

  void list(int index) {
    const Node& item = node(index);
    const std::string_view tag = item.ordered ? "ol" : "ul";
    open(index, tag);
    if (item.ordered && item.start != 1) attribute("start", std::to_string(item.start));
    out_ += ">\n";
    children(index);
    close(tag);
  }

  void list_item(int index) {
    const Node& item = node(index);
    open(index, "li");
    if (item.task && !fragment_) attribute("class", "task");
    out_ += '>';
    if (item.task) {
      out_ += "<input type=\"checkbox\"";
      if (item.checked) out_ += " checked=\"\"";
      out_ += " disabled=\"\" />";
      if (fragment_) out_ += ' ';
    }
    if (index + 1 < item.end && node(index + 1).element != Element::item_text) out_ += '\n';
    children(index);
    close("li");
  }

  // The text of a tight item has no element of its own in CommonMark; the twin needs one.
  void item_text(int index) {
    if (!fragment_) return text(index, "span");
    write_inlines(node(index).inlines, {}, out_);
    out_ += '\n';
  }

  void code(int index) {
    const Node& item = node(index);
    open(index, "pre");
    if (!fragment_) out_ += " tabindex=\"0\"";  // a long line scrolls by key too
    out_ += "><code";
    const std::string language = item.key.substr(0, item.key.find_first_of(" \t"));
    if (!language.empty()) attribute("class", "language-" + language);
    out_ += '>';
    out_ += escape_html(item.inlines.empty() ? "" : item.inlines[0].text);
    out_ += "</code>";
    close("pre");
  }

  void picture(int index) {
    const model::Inline& image = node(index).image;
    open(index, "img");
    attribute("src", image.url);
    attribute("alt", image.text);
    if (image.width > 0 && image.height > 0) {
      attribute("width", std::to_string(image.width));
      attribute("height", std::to_string(image.height));
    }
    out_ += " decoding=\"async\" />\n";
  }

  void table(int index) {
    open(index, "table");
    out_ += ">\n";
    bool head = true;
    for (int row = index + 1; row < node(index).end; row = node(row).end) {
      out_ += head ? "<thead>\n" : "";
      open(row, "tr");
      out_ += ">\n";
      for (int cell = row + 1; cell < node(row).end; cell = node(cell).end) table_cell(cell, head);
      out_ += "</tr>\n";
      if (head) out_ += "</thead>\n";
      if (head && node(row).end < node(index).end) out_ += "<tbody>\n";
      if (!head && node(row).end == node(index).end) out_ += "</tbody>\n";
      head = false;
    }
    out_ += "</table>\n";
  }

  void table_cell(int index, bool head) {
    const std::string_view tag = head ? "th" : "td";
    open(index, tag);
    if (head && !fragment_) attribute("scope", "col");
    constexpr std::string_view kAligns[] = {"", "left", "center", "right"};
    const std::string_view align = kAligns[static_cast<int>(node(index).align)];
    if (!align.empty()) attribute(fragment_ ? "align" : "data-align", align);
    out_ += '>';
    write_inlines(node(index).inlines, {}, out_);
    close(tag);
  }

  const PageTree& tree_;
  const bool fragment_;
  std::string out_;
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
      const char tag[] = {'h', static_cast<char>('0' + item.level)};
      return text(index, {tag, 2});
    }
    case Element::image:
      return picture(index);
    case Element::rule:
      open(index, "hr");
      out_ += " />\n";
      return;
    case Element::table:
      return table(index);
    default:
      break;
  }
  if (token.text) return text(index, token.tag);
  open(index, token.tag);
  if (item.element == Element::moods) attribute("role", "group");
  out_ += ">\n";
  children(index);
  close(token.tag);
}

}  // namespace

std::string write_fragment(const model::Blocks& blocks) {
  const PageTree tree = layout::build_fragment(blocks);
  Writer writer(tree, true);
  writer.children(0);
  return writer.take();
}

std::string write_page(const PageTree& tree) {
  Writer writer(tree, false);
  writer.element(0);
  return writer.take();
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace lectern::semantics
