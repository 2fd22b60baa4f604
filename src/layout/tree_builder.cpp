// SPDX-License-Identifier: MIT
#include "layout/tree_builder.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/slug.hpp"
#include "layout/html_only.hpp"

namespace lectern::layout {
namespace {

constexpr int kMaxCells = 2000;

// A text of more words is in parts of about so many: a screen or two (the height guessed in lectern.css).
constexpr int kLongWords = 4000;
constexpr int kPartWords = 500;
constexpr int kLeastOfBlock = 20;  // a rule or a picture takes room too

}  // namespace

using model::Block;
using model::BlockKind;
using model::Inline;
using model::InlineKind;
using model::Inlines;

Inline text_inline(std::string_view text) {
  Inline item;
  item.text = text;
  return item;
}

Inline inline_of(InlineKind kind, std::string_view text) {
  Inline item;
  item.kind = kind;
  item.children.push_back(text_inline(text));
  return item;
}

Inline link_inline(std::string_view text, std::string url) {
  Inline item = inline_of(InlineKind::link, text);
  item.url = std::move(url);
  return item;
}

int TreeBuilder::open(Element element) {
  const int index = size();
  Node node;
  node.element = element;
  node.parent = open_.empty() ? -1 : open_.back();
  node.style = token_of(element).style;
  if (node.parent >= 0) node.lang = at(node.parent).lang;
  tree.nodes.push_back(std::move(node));
  open_.push_back(index);
  return index;
}

void TreeBuilder::close() {
  at(open_.back()).end = size();
  open_.pop_back();
}

Node& TreeBuilder::leaf(Element element, Inlines inlines) {
  const int index = open(element);
  at(index).inlines = std::move(inlines);
  if (!fragment_) at(index).html_only = needs_browser(at(index).inlines);
  close();
  return at(index);
}

void TreeBuilder::picture(const Inline& picture, Inlines caption) {
  open(Element::figure);
  image(picture);
  if (!caption.empty()) leaf(Element::caption, std::move(caption));
  close();
}

void TreeBuilder::parts(model::Blocks& list) {
  std::vector<int> counts;
  for (const Block& block : list) counts.push_back(model::count_words(block));
  tree.words = std::accumulate(counts.begin(), counts.end(), 0);
  if (tree.words <= kLongWords) return blocks(list);
  int words = kPartWords;
  for (size_t i = 0; i < list.size(); ++i) {
    if (model::is_empty_heading(list[i])) continue;  // would leave a part without anything in it
    // A heading stays with what follows it: its gap is theirs.
    if (words >= kPartWords && (i == 0 || list[i - 1].kind != BlockKind::heading)) {
      if (i > 0) close();
      open(Element::part);
      words = 0;
    }
    block(list[i], {});
    words += std::max(counts[i], kLeastOfBlock);
  }
  close();
}

void TreeBuilder::blocks(model::Blocks& list, Around around) {
  for (Block& item : list) block(item, around);
}

void TreeBuilder::block(Block& block, Around around) {
  const Around inside{false, around.quote, around.note};
  switch (block.kind) {
    case BlockKind::paragraph:
      return paragraph(block, around);
    case BlockKind::heading:
      return heading(block);
    case BlockKind::list:
      return list(block, around);
    case BlockKind::item:
    case BlockKind::footnote:
      return blocks(block.children, around);
    case BlockKind::quote:
      return quote(block, around);
    case BlockKind::definitions:
      return definitions(block, inside);
    case BlockKind::term:
      leaf(Element::term, std::move(block.inlines));
      return;
    case BlockKind::definition:
      open(Element::definition);
      blocks(block.children, around);
      return close();
    case BlockKind::code:
      return code_block(block);
    case BlockKind::rule:
      open(Element::rule);
      return close();
    case BlockKind::table:
    case BlockKind::row: {
      const bool table = block.kind == BlockKind::table;
      const int index = open(table ? Element::table : Element::table_row);
      blocks(block.children, inside);
      if (table) finish_table(index);
      return close();
    }
    case BlockKind::cell: {
      Node& node = leaf(Element::cell, std::move(block.inlines));
      node.align = block.align;
      return;
    }
    case BlockKind::details:
      return details(block, inside);
    case BlockKind::figure:
      return figure(block, inside);
    case BlockKind::footnotes:
      return footnotes(block, inside);
  }
}

void TreeBuilder::finish_table(int table) {
  // So many cells are more than a page shows, and the browser has laid them out already.
  bool html_only = size() - table > kMaxCells;
  const int body = table + 1 < size() ? at(table + 1).end : size();
  for (int i = table + 1; i < size(); ++i) {
    if (at(i).element != Element::cell) continue;
    if (i < body) at(i).style = TextStyle::body_strong;
    html_only = html_only || at(i).html_only;
  }
  at(table).html_only = html_only && !fragment_;
}

void TreeBuilder::paragraph(Block& block, Around around) {
  const std::vector<const Inline*> images = model::only_images(block);
  if (images.size() > 1 && gallery({block}, {})) return;
  const Inline* picture_alone = images.size() == 1 ? images.front() : nullptr;
  if (picture_alone && !fragment_) {
    const std::string& title = picture_alone->title;
    if (!picture_alone->url.empty()) {
      return picture(*picture_alone, title.empty() ? Inlines{} : Inlines{text_inline(title)});
    }
    // The link policy refused its address: what it shows is said in words.
    leaf(Element::paragraph, {text_inline(picture_alone->text)});
    return;
  }
  Node& node = leaf(around.tight ? Element::item_text : Element::paragraph, std::move(block.inlines));
  if (around.quote) node.style = at(node.parent).element == Element::pull_quote ? TextStyle::pull_quote : TextStyle::quote;
  if (around.note) node.style = TextStyle::note;
}

void TreeBuilder::heading(Block& block) {
  // Who goes from heading to heading would stop at nothing.
  if (!fragment_ && model::is_empty_heading(block)) return;
  constexpr TextStyle kStyles[] = {TextStyle::heading2, TextStyle::heading3, TextStyle::heading4,
                                   TextStyle::heading5, TextStyle::heading6};
  Node& node = leaf(Element::heading, std::move(block.inlines));
  // The article's title is the page's one first-level heading.
  const int level = std::max(2, block.level);
  node.level = fragment_ ? block.level : level;
  node.style = kStyles[level - 2];
  if (!fragment_) node.id = part_name(model::text_of(node.inlines));
}

void TreeBuilder::code_block(const Block& block) {
  std::string_view written;
  if (!code.empty()) {
    written = code.front();
    code = code.subspan(1);
  }
  Inlines inlines;
  std::size_t at = 0;
  for (const model::CodeRun& run : model::read_code_runs(written, block.text)) {
    Inline& item = inlines.emplace_back(text_inline(std::string_view(block.text).substr(at, run.bytes)));
    if (run.kind != model::CodeKind::plain) item.kind = InlineKind::coloured;
    item.code = run.kind;
    at += run.bytes;
  }
  if (inlines.empty()) inlines.push_back(text_inline(block.text));
  Node& node = leaf(Element::code, std::move(inlines));
  if (tree.dir == "rtl") node.dir = "ltr";
  node.key = block.info;
}

// Of the page's own names: those of notes, and in shell.html.
std::string TreeBuilder::part_name(const std::string& text) {
  std::string first = slug(text);
  for (const std::string_view taken : {"fn-", "fnref-", "page-", "lectern-"}) {
    if (first.starts_with(taken)) first.insert(0, "part-");
  }
  int& count = part_names_[first];
  std::string name = first;
  while (++count > 1) {
    name = first + '-' + std::to_string(count);
    if (part_names_.try_emplace(name, 1).second) break;
  }
  return name;
}

void TreeBuilder::list(Block& block, Around around) {
  const int index = open(Element::list);
  at(index).ordered = block.ordered;
  at(index).tight = block.tight;
  at(index).start = block.start;
  int ordinal = block.start;
  around.tight = block.tight;
  for (Block& item : block.children) {
    Node& node = at(open(Element::item));
    node.ordered = block.ordered;
    node.ordinal = ordinal++;
    node.task = item.task;
    node.checked = item.checked;
    if (item.task && !fragment_) node.label = item.checked ? strings_.done : strings_.to_do;
    blocks(item.children, around);
    close();
  }
  close();
}

void TreeBuilder::quote(Block& block, Around around) {
  open(block.pull ? Element::pull_quote : Element::quote);
  blocks(block.children, {false, true, around.note});
  if (!block.inlines.empty()) {
    block.inlines.insert(block.inlines.begin(), text_inline("\u2014\u00A0"));
    leaf(Element::attribution, std::move(block.inlines));
  }
  close();
}

void TreeBuilder::definitions(Block& block, Around around) {
  at(open(Element::definitions)).tight = block.tight;
  around.tight = block.tight;
  blocks(block.children, around);
  close();
}

void TreeBuilder::details(Block& block, Around around) {
  at(open(Element::details)).open = block.open;
  const bool named = !block.inlines.empty();
  leaf(Element::summary, named ? std::move(block.inlines) : Inlines{text_inline(strings_.details)});
  blocks(block.children, around);
  close();
}

// Two pictures or more and nothing else stand beside each other. Gives false, doing nothing, for other blocks.
bool TreeBuilder::gallery(const model::Blocks& blocks, const Inlines& caption) {
  if (fragment_) return false;
  std::vector<std::pair<const Inline*, const Inlines*>> pictures;  // each with its caption
  for (const Block& block : blocks) {
    const bool captioned = block.kind == BlockKind::figure && block.children.size() == 1;
    const std::vector<const Inline*> images = model::only_images(captioned ? block.children.front() : block);
    if (images.empty() || (captioned && images.size() > 1)) return false;
    for (const Inline* image : images) {
      if (image->url.empty() || model::medium_of(image->url) != model::Medium::picture) return false;
      pictures.emplace_back(image, captioned ? &block.inlines : nullptr);
    }
  }
  if (pictures.size() < 2) return false;
  open(Element::figure);
  const int index = open(Element::gallery);
  at(index).level = pictures.size() == 2 || pictures.size() == 4 ? 2 : 3;
  for (const auto& [image, own_caption] : pictures) {
    if (image->width <= 0 || image->height <= 0) at(index).html_only = true;
    Inlines words;
    if (own_caption) words = *own_caption;
    if (words.empty() && !image->title.empty()) words.push_back(text_inline(image->title));
    if (words.empty()) {
      this->image(*image);
    } else {
      picture(*image, std::move(words));
    }
  }
  close();
  if (!caption.empty()) leaf(Element::caption, caption);
  close();
  return true;
}

// A picture alone in its paragraph is a picture of this figure, not a figure in it.
void TreeBuilder::figure(Block& block, Around around) {
  if (gallery(block.children, block.inlines)) return;
  open(Element::figure);
  for (Block& child : block.children) {
    const bool text = child.kind == BlockKind::paragraph;
    const Inline* picture_alone = text ? model::only_image(child) : nullptr;
    if (picture_alone && !picture_alone->url.empty()) {
      image(*picture_alone);
    } else {
      this->block(child, around);
    }
  }
  if (!block.inlines.empty()) leaf(Element::caption, std::move(block.inlines));
  close();
}

void TreeBuilder::image(const Inline& image) {
  const model::Medium medium = model::medium_of(image.url);
  const int index = open(medium == model::Medium::sound  ? Element::sound
                         : medium == model::Medium::film ? Element::film
                                                         : Element::image);
  at(index).image = image;
  at(index).html_only = medium != model::Medium::picture;  // the browser's own player
  close();
}

void TreeBuilder::footnotes(Block& block, Around around) {
  around.note = true;
  at(open(Element::footnotes)).label = strings_.footnotes;
  at(open(Element::list)).ordered = true;
  int number = 0;
  for (Block& note : block.children) {
    const int item = open(Element::item);
    at(item).ordered = true;
    at(item).ordinal = ++number;
    at(item).id = "fn-" + std::to_string(number);
    blocks(note.children, around);
    way_back(item, number);
    close();
  }
  close();
  close();
}

// At the end of the note's last paragraph, or in one of its own.
void TreeBuilder::way_back(int item, int number) {
  Inline back = inline_of(InlineKind::footnote_return, "↩");
  back.url = "#fnref-" + std::to_string(number);
  back.title = std::string(strings_.back_to_reference) + ' ' + std::to_string(number);
  Node& last = tree.nodes.back();
  if (last.element == Element::paragraph && last.parent == item) {
    last.inlines.push_back(text_inline("\u00A0"));  // it does not stand on a line alone
    last.inlines.push_back(std::move(back));
  } else {
    leaf(Element::paragraph, {std::move(back)}).style = TextStyle::note;
  }
}

}  // namespace lectern::layout
