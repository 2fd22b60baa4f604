// SPDX-License-Identifier: MIT
#include "ingest/block_builder.hpp"

#include <iterator>
#include <utility>

#include "ingest/block_marks.hpp"
#include "ingest/conventions.hpp"
#include "ingest/html_block.hpp"
#include "ingest/limits.hpp"

namespace lectern::ingest {

using model::Block;
using model::BlockKind;
using model::Blocks;

void BlockBuilder::open_container(Block block) {
  end_implicit_paragraph();
  const bool counts = block.kind != BlockKind::item;
  if (flattened_ > 0 || (counts && depth_ == kMaxBlockDepth)) {
    depth_told_later_ = true;
    ++flattened_;
    return;
  }
  depth_ += counts ? 1 : 0;
  open(std::move(block), false, false);
}

void BlockBuilder::close_container() {
  end_implicit_paragraph();
  if (flattened_ > 0) {
    --flattened_;
    return;
  }
  close_holders();
  depth_ -= open_.back().block.kind != BlockKind::item ? 1 : 0;
  close();
}

void BlockBuilder::open_leaf(Block block, bool fenced) {
  end_implicit_paragraph();
  open(std::move(block), fenced, true);
}

void BlockBuilder::close_leaf() {
  inlines_.flush_html();
  const size_t begin = inlines_.begin();
  Block& block = open_.back().block;
  block.inlines = inlines_.finish(block.kind == BlockKind::heading);
  begin_at(begin);
  close();
  for (const BlockKind kind : {BlockKind::details, BlockKind::figure}) {
    for (int ended = inlines_.take_ended(kind); ended > 0; --ended)
      close_holder(kind);
  }
}

void BlockBuilder::add_rule() {
  end_implicit_paragraph();
  const size_t found = find_rule(source_.text(), source_.last());
  if (found != kNowhere) source_.move_last(found);
  if (source_.skipping()) return;
  begin_at(found);
  source_.add_node();
  Block block;
  block.kind = BlockKind::rule;
  block.place = source_.place(source_.last());
  if (found != kNowhere) source_.move_last(found + 3);
  add(std::move(block));
}

void BlockBuilder::open_html() {
  end_implicit_paragraph();
  in_html_ = true;
}

void BlockBuilder::close_html() {
  in_html_ = false;
  const HtmlBuffer html = std::exchange(html_, {});
  if (html.text().empty()) return;
  begin_at(html.source_offset(0));
  add_html_block(html, source_, inlines_, *this);
}

void BlockBuilder::open_holder(BlockKind kind, bool is_open, size_t offset) {
  if (flattened_ > 0 || depth_ == kMaxBlockDepth) {
    source_.tell_block_depth(offset);
    if (!open_.empty()) ++open_.back().nested_too_deep;
    return;
  }
  ++depth_;
  Block block;
  block.kind = kind;
  block.open = is_open;
  open(std::move(block), false, false);
  open_.back().begin = offset;
  open_.back().holder = true;
}

void BlockBuilder::close_holder(BlockKind kind) {
  for (size_t i = open_.size(); i-- > 0 && open_[i].holder;) {
    if (open_[i].nested_too_deep > 0) {
      --open_[i].nested_too_deep;
      return;
    }
    if (open_[i].block.kind != kind) continue;
    while (open_.size() > i) {
      --depth_;
      close();
    }
    return;
  }
}

void BlockBuilder::close_holders() {
  while (!open_.empty() && open_.back().holder) {
    --depth_;
    close();
  }
}

// A second one is no caption any more, but a paragraph.
void BlockBuilder::begin_caption() {
  if (open_.empty() || !open_.back().holder) return;
  open_.back().in_caption = open_.back().block.inlines.empty();
}

void BlockBuilder::end_caption() {
  if (!open_.empty()) open_.back().in_caption = false;
}

void BlockBuilder::add(Block block) {
  if (open_.empty()) {
    root_.push_back(std::move(block));
    return;
  }
  Open& parent = open_.back();
  parent.in_caption = parent.in_caption && block.kind == BlockKind::paragraph;
  if (!parent.in_caption) {
    parent.block.children.push_back(std::move(block));
    return;
  }
  model::Inlines& caption = parent.block.inlines;
  if (!caption.empty()) caption.emplace_back().kind = model::InlineKind::soft_break;
  caption.insert(caption.end(), std::make_move_iterator(block.inlines.begin()),
                 std::make_move_iterator(block.inlines.end()));
}

void BlockBuilder::add_text(std::string_view text) {
  add_text(text, text);
}

void BlockBuilder::add_text(std::string_view text, std::string_view meaning) {
  ensure_leaf();
  inlines_.flush_html();
  const Piece piece = source_.take(text);
  // A piece that was cut means what is left of it.
  if (piece.text.size() < text.size()) {
    meaning = piece.text;
    inlines_.note_vanished();
  }
  if (!in_code()) {
    const bool plain = meaning.data() == piece.text.data();
    return plain ? inlines_.add_words(piece) : inlines_.add_text(piece, meaning);
  }
  if (piece.text.empty()) return;
  begin_at(piece.offset);
  open_.back().block.text += meaning;
}

void BlockBuilder::add_html(std::string_view text) {
  if (!in_html_) ensure_leaf();
  const Piece piece = source_.take(text);
  if (in_html_) {
    html_.append(piece);
  } else {
    inlines_.add_html(piece);
  }
}

void BlockBuilder::add_break(bool hard) {
  ensure_leaf();
  inlines_.add_break(hard);
}

InlineBuilder& BlockBuilder::inlines() {
  ensure_leaf();
  return inlines_;
}

Blocks BlockBuilder::finish() {
  // Something is open only when the text was read no further.
  if (in_html_) close_html();
  end_implicit_paragraph();
  while (!open_.empty()) {
    if (open_.back().leaf) {
      close_leaf();
    } else {
      close();
    }
  }
  if (depth_told_later_) source_.tell_block_depth(source_.last());
  find_definitions(root_);
  return std::exchange(root_, {});
}

void BlockBuilder::open(Block block, bool fenced, bool leaf) {
  source_.add_node();
  Open item;
  item.block = std::move(block);
  item.skipped_before = source_.skipped();
  item.fenced = fenced;
  item.leaf = leaf;
  open_.push_back(std::move(item));
}

void BlockBuilder::close() {
  Open item = std::move(open_.back());
  open_.pop_back();
  const Block& block = item.block;
  const bool empty = block.inlines.empty() && block.children.empty() && block.text.empty();
  // Empty headings, items and quotes are Markdown; empty paragraphs, and blocks whose content was
  // left out, are not.
  const bool lost = item.holder || source_.skipped() > item.skipped_before;
  const bool part = block.kind == BlockKind::cell || block.kind == BlockKind::row;
  if (empty && !part && (lost || block.kind == BlockKind::paragraph)) return;
  item.block.place = source_.place(item.begin == kNowhere ? source_.last() : item.begin);
  find_definitions(item.block.children);
  if (block.kind == BlockKind::quote) {
    find_pull(item.block);
    find_attribution(item.block);
  }
  add(std::move(item.block));
}

void BlockBuilder::ensure_leaf() {
  if (!open_.empty() && open_.back().leaf) return;
  open(Block{}, false, true);
  implicit_ = true;
}

void BlockBuilder::end_implicit_paragraph() {
  if (!implicit_) return;
  implicit_ = false;
  close_leaf();
}

// Content at `offset`: every block that was opened since the last content begins with its marks.
void BlockBuilder::begin_at(size_t offset) {
  if (offset == kNowhere) return;
  if (depth_told_later_) source_.tell_block_depth(offset);
  depth_told_later_ = false;
  for (auto item = open_.rbegin(); item != open_.rend() && item->begin == kNowhere; ++item) {
    offset = before_marks(source_.text(), item->block, item->fenced, offset);
    item->begin = offset;
  }
}

bool BlockBuilder::in_code() const {
  return open_.back().block.kind == BlockKind::code;
}

}  // namespace lectern::ingest
