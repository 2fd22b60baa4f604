// SPDX-License-Identifier: MIT
// Builds the page tree. Nodes are appended in reading order; a Scope closes a subtree.
#include "layout/page_tree.hpp"

#include <algorithm>
#include <utility>

#include "layout/html_only.hpp"
#include "layout/strings.hpp"

namespace lectern::layout {
namespace {

using model::Block;
using model::BlockKind;
using model::Inline;
using model::InlineKind;
using model::Inlines;

Inline text_inline(std::string text) {
  Inline item;
  item.text = std::move(text);
  return item;
}

Inline link_inline(std::string text, std::string url) {
  Inline item;
  item.kind = InlineKind::link;
  item.url = std::move(url);
  item.children.push_back(text_inline(std::move(text)));
  return item;
}

Inline time_inline(const std::string& date, std::string_view lang) {
  Inline item;
  item.kind = InlineKind::time;
  item.title = date;
  item.children.push_back(text_inline(date_in_words(date, lang)));
  return item;
}

class Builder {
 public:
  explicit Builder(bool fragment) : fragment_(fragment) {}

  // An element that stays open until close().
  int open(Element element) {
    const int index = size();
    Node node;
    node.element = element;
    node.parent = open_.empty() ? -1 : open_.back();
    node.style = token_of(element).style;
    tree.nodes.push_back(std::move(node));
    open_.push_back(index);
    return index;
  }
  void close() {
    at(open_.back()).end = size();
    open_.pop_back();
  }
  // An element with text and nothing inside.
  Node& leaf(Element element, Inlines inlines) {
    const int index = open(element);
    at(index).inlines = std::move(inlines);
    if (!fragment_) at(index).html_only = needs_browser(at(index).inlines);
    close();
    return at(index);
  }
  Node& at(int index) { return tree.nodes[static_cast<size_t>(index)]; }
  int size() const { return static_cast<int>(tree.nodes.size()); }

  void blocks(const model::Blocks& list, bool tight, bool quoted);
  void picture(const Inline& image, const std::string& caption_text);

  PageTree tree;

 private:
  void block(const Block& block, bool tight, bool quoted);
  void list(const Block& block, bool quoted);

  std::vector<int> open_;
  bool fragment_;
};

void Builder::picture(const Inline& image, const std::string& caption_text) {
  open(Element::figure);
  const int index = open(Element::image);
  at(index).image = image;
  close();
  if (!caption_text.empty()) leaf(Element::caption, {text_inline(caption_text)});
  close();
}

void Builder::list(const Block& block, bool quoted) {
  const int index = open(Element::list);
  at(index).ordered = block.ordered;
  at(index).tight = block.tight;
  at(index).start = block.start;
  int ordinal = block.start;
  for (const Block& item : block.children) {
    Node& node = at(open(Element::item));
    node.ordered = block.ordered;
    node.ordinal = ordinal++;
    node.task = item.task;
    node.checked = item.checked;
    blocks(item.children, block.tight, quoted);
    close();
  }
  close();
}

void Builder::block(const Block& block, bool tight, bool quoted) {
  switch (block.kind) {
    case BlockKind::paragraph: {
      const Inline* image = model::only_image(block);
      if (image && !fragment_) {
        if (!image->url.empty()) return picture(*image, image->title);
        // The link policy refused its address: what it shows is said in words.
        leaf(Element::paragraph, {text_inline(image->text)});
        return;
      }
      const Element element = tight ? Element::item_text : Element::paragraph;
      Node& node = leaf(element, block.inlines);
      if (quoted) node.style = TextStyle::quote;
      return;
    }
    case BlockKind::heading: {
      Node& node = leaf(Element::heading, block.inlines);
      // The article's title is the page's one first-level heading.
      node.level = fragment_ ? block.level : std::max(2, block.level);
      node.style = node.level <= 2 ? TextStyle::heading2 : TextStyle::heading3;
      return;
    }
    case BlockKind::list:
      return list(block, quoted);
    case BlockKind::item:
      return blocks(block.children, tight, quoted);
    case BlockKind::quote:
      open(Element::quote);
      blocks(block.children, false, true);
      return close();
    case BlockKind::code: {
      Node& node = leaf(Element::code, {text_inline(block.text)});
      node.key = block.info;
      return;
    }
    case BlockKind::rule:
      open(Element::rule);
      return close();
    case BlockKind::table:
    case BlockKind::row: {
      const bool table = block.kind == BlockKind::table;
      const int index = open(table ? Element::table : Element::table_row);
      at(index).html_only = table && !fragment_;
      blocks(block.children, false, quoted);
      return close();
    }
    case BlockKind::cell: {
      Node& node = leaf(Element::cell, block.inlines);
      node.align = block.align;
      return;
    }
  }
}

void Builder::blocks(const model::Blocks& list, bool tight, bool quoted) {
  for (const Block& item : list) block(item, tight, quoted);
}

class PageBuilder {
 public:
  PageBuilder(const model::Article& article, const model::PageContext& context,
              const state::ReaderState& reader)
      : article_(article),
        context_(context),
        reader_(reader),
        strings_(strings_for(context.site_lang)),
        build_(false) {}

  PageTree page() {
    build_.tree.lang = article_.lang;
    build_.tree.dir = article_.dir;
    build_.tree.site_lang = context_.site_lang;
    open(Element::page);
    masthead();
    open(Element::lead);
    breadcrumb();
    open(Element::main);
    article();
    related();
    share();
    if (article_.moods) moods();
    build_.close();
    build_.close();
    open(Element::side);
    column_map();
    headlines();
    build_.close();
    turn();
    build_.close();
    return std::move(build_.tree);
  }

 private:
  int open(Element element) { return build_.open(element); }
  int open_labelled(Element element, std::string label) {
    const int index = open(element);
    build_.at(index).label = std::move(label);
    return index;
  }
  Node& leaf(Element element, Inlines inlines) { return build_.leaf(element, std::move(inlines)); }
  void heading(std::string_view text, std::string id) {
    Node& node = leaf(Element::panel_heading, {text_inline(std::string(text))});
    node.id = std::move(id);
  }

  void masthead() {
    open(Element::masthead);
    leaf(Element::site_name, {link_inline(context_.site_title, context_.home_url)});
    build_.close();
  }

  void breadcrumb() {
    open_labelled(Element::breadcrumb, std::string(strings_.breadcrumb));
    open(Element::crumbs);
    for (const model::Link& crumb : context_.breadcrumb) {
      leaf(Element::crumb, {link_inline(crumb.title, crumb.url)});
    }
    build_.close();
    build_.close();
  }

  void article() {
    open(Element::article);
    leaf(Element::title, {text_inline(article_.title)});
    if (!article_.standfirst.empty()) {
      leaf(Element::standfirst, {text_inline(article_.standfirst)});
    }
    byline();
    if (!article_.image.src.empty()) lead_image();
    open(Element::body);
    build_.blocks(article_.body, false, false);
    build_.close();
    build_.close();
  }

  void byline() {
    if (!article_.authors.empty()) {
      Inlines inlines{text_inline(std::string(strings_.by) + ' ')};
      for (size_t i = 0; i < article_.authors.size(); ++i) {
        const model::Author& author = article_.authors[i];
        if (i > 0) inlines.push_back(text_inline(", "));
        inlines.push_back(author.url.empty() ? text_inline(author.name)
                                             : link_inline(author.name, author.url));
      }
      leaf(Element::byline, std::move(inlines));
    }
    if (article_.published.empty()) return;
    Inlines inlines{time_inline(article_.published, context_.site_lang)};
    if (!article_.updated.empty()) {
      inlines.push_back(text_inline(" · " + std::string(strings_.updated) + ' '));
      inlines.push_back(time_inline(article_.updated, context_.site_lang));
    }
    leaf(Element::dateline, std::move(inlines));
  }

  void lead_image() {
    const model::Picture& picture = article_.image;
    Inline image;
    image.kind = InlineKind::image;
    image.url = picture.src;
    image.text = picture.alt;
    image.width = picture.width;
    image.height = picture.height;
    std::string words = picture.caption;
    if (!picture.credit.empty()) words += (words.empty() ? "" : " ") + picture.credit;
    build_.picture(image, words);
  }

  void related() {
    if (context_.related.empty()) return;
    open_labelled(Element::related, std::string(strings_.related));
    heading(strings_.related, "");
    open(Element::related_list);
    for (const model::Link& link : context_.related) {
      leaf(Element::related_item, {link_inline(link.title, link.url)});
    }
    build_.close();
    build_.close();
  }

  void share() {
    open_labelled(Element::share, std::string(strings_.share));
    heading(strings_.share, "");
    open(Element::share_row);
    leaf(Element::share_button, {text_inline(std::string(strings_.copy_link))}).key = "copy";
    Node& sheet = leaf(Element::share_button, {text_inline(std::string(strings_.share_sheet))});
    sheet.key = "share";
    sheet.hidden = !reader_.can_share;
    Node& mail = leaf(Element::share_link, {text_inline(std::string(strings_.email))});
    mail.url = mail_url();
    build_.close();
    leaf(Element::share_status, {text_inline(std::string(share_words(strings_, reader_)))});
    build_.close();
  }

  std::string mail_url() const {
    const std::string& page = reader_.page_url.empty() ? context_.page_url : reader_.page_url;
    return "mailto:?subject=" + percent_encode(article_.title) + "&body=" + percent_encode(page);
  }

  static std::string percent_encode(std::string_view text) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
      if (plain) {
        out += c;
      } else {
        out += '%';
        out += kDigits[byte >> 4];
        out += kDigits[byte & 15];
      }
    }
    return out;
  }

  void moods() {
    open_labelled(Element::moods, std::string(strings_.mood_question));
    heading(strings_.mood_question, "");
    open(Element::mood_grid);
    for (size_t i = 0; i < model::kMoods.size(); ++i) {
      const model::MoodName& name = model::kMoods[i];
      Node& node = leaf(Element::mood_button, {text_inline(std::string(strings_.moods[i]))});
      node.key = std::string(name.key);
      node.pressed = reader_.mood == name.mood;
    }
    build_.close();
    leaf(Element::mood_status, {text_inline(std::string(mood_words(strings_, reader_)))});
    build_.close();
  }

  void column_map() {
    open_labelled(Element::column_map, std::string(strings_.column_map));
    heading(strings_.column_map, "");
    open(Element::column_list);
    for (const model::Column& column : context_.columns) {
      Node& node = leaf(Element::column_item, {link_inline(column.path.back(), column.url)});
      node.level = column.depth;
      node.current = column.current;
    }
    build_.close();
    build_.close();
  }

  void headlines() {
    open_labelled(Element::headlines, std::string(strings_.headlines));
    heading(strings_.headlines, "");
    open(Element::headline_list);
    for (const model::Link& link : context_.headlines) {
      leaf(Element::headline, {link_inline(link.title, link.url)}).current = link.current;
    }
    build_.close();
    build_.close();
  }

  void turn() {
    if (context_.prev.title.empty() && context_.next.title.empty()) return;
    open_labelled(Element::turn, std::string(strings_.turn));
    turn_half(Element::turn_prev, strings_.prev, context_.prev);
    turn_half(Element::turn_next, strings_.next, context_.next);
    build_.close();
  }
  void turn_half(Element element, std::string_view label, const model::Link& link) {
    open(element);
    if (!link.title.empty()) {
      leaf(Element::turn_label, {text_inline(std::string(label))});
      leaf(Element::turn_link, {link_inline(link.title, link.url)});
    }
    build_.close();
  }

  const model::Article& article_;
  const model::PageContext& context_;
  const state::ReaderState& reader_;
  const Strings& strings_;
  Builder build_;
};

}  // namespace

PageTree build_article_page(const model::Article& article, const model::PageContext& context,
                            const state::ReaderState& reader) {
  return PageBuilder(article, context, reader).page();
}

std::vector<int> update_reader(PageTree& tree, const state::ReaderState& reader) {
  const Strings& strings = strings_for(tree.site_lang);
  std::vector<int> changed;
  for (int i = 0; i < static_cast<int>(tree.nodes.size()); ++i) {
    Node& node = tree.nodes[static_cast<size_t>(i)];
    if (node.element == Element::mood_button) {
      const bool pressed = reader.mood && model::mood_from_key(node.key) == reader.mood;
      if (node.pressed == pressed) continue;
      node.pressed = pressed;
    } else if (node.element == Element::share_status || node.element == Element::mood_status) {
      const bool share = node.element == Element::share_status;
      std::string words(share ? share_words(strings, reader) : mood_words(strings, reader));
      if (model::text_of(node.inlines) == words) continue;
      node.inlines = {text_inline(std::move(words))};
    } else {
      continue;
    }
    changed.push_back(i);
  }
  return changed;
}

PageTree build_fragment(const model::Blocks& blocks) {
  Builder builder(true);
  builder.open(Element::body);
  builder.blocks(blocks, false, false);
  builder.close();
  return std::move(builder.tree);
}

}  // namespace lectern::layout
