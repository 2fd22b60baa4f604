// SPDX-License-Identifier: MIT
#include <utility>

#include "ingest/block_names.hpp"
#include "ingest/blocks_json.hpp"

namespace lectern::ingest {
namespace {

using model::Block;
using model::BlockKind;
using model::Inline;
using model::InlineKind;
using model::Inlines;

void write_inlines(const Inlines& inlines, JsonWriter& out);
void write_blocks(const model::Blocks& blocks, JsonWriter& out);

void write_inline(const Inline& item, JsonWriter& out) {
  out.begin_object();
  out.text("type", name_in(kInlineNames, item.kind));
  switch (item.kind) {
    case InlineKind::text:
    case InlineKind::code:
      out.text("text", item.text);
      break;
    case InlineKind::soft_break:
    case InlineKind::hard_break:
      break;
    case InlineKind::image:
      out.text("url", item.url);
      out.text("alt", item.text);
      out.some_text("title", item.title);
      out.some_number("width", item.width);
      out.some_number("height", item.height);
      break;
    case InlineKind::footnote_reference:
      out.key("note");
      out.number(item.note);
      break;
    default:
      if (item.kind == InlineKind::link) out.text("url", item.url);
      out.some_text("title", item.title);
      out.key("inlines");
      write_inlines(item.children, out);
      break;
  }
  out.end_object();
}

void write_inlines(const Inlines& inlines, JsonWriter& out) {
  out.begin_list();
  for (const Inline& item : inlines)
    write_inline(item, out);
  out.end_list();
}

void write_inlines_of(const Block& block, JsonWriter& out) {
  out.key("inlines");
  write_inlines(block.inlines, out);
}

// A summary, a caption, an attribution.
void write_some_inlines(std::string_view key, const Block& block, JsonWriter& out) {
  if (block.inlines.empty()) return;
  out.key(key);
  write_inlines(block.inlines, out);
}

void write_blocks_of(const Block& block, JsonWriter& out) {
  out.key("blocks");
  write_blocks(block.children, out);
}

void write_items(const Block& list, JsonWriter& out) {
  out.key("items");
  out.begin_list();
  for (const Block& item : list.children) {
    out.begin_object();
    out.some_flag("task", item.task);
    out.some_flag("checked", item.checked);
    write_blocks_of(item, out);
    out.end_object();
  }
  out.end_list();
}

// Terms and the definitions behind them are an item each.
void write_definitions(const Block& block, JsonWriter& out) {
  out.key("items");
  out.begin_list();
  for (size_t i = 0; i < block.children.size();) {
    out.begin_object();
    for (const auto& [kind, key] : {std::pair(BlockKind::term, "terms"), std::pair(BlockKind::definition, "definitions")}) {
      out.key(key);
      out.begin_list();
      for (; i < block.children.size() && block.children[i].kind == kind; ++i) {
        out.begin_object();
        kind == BlockKind::term ? write_inlines_of(block.children[i], out) : write_blocks_of(block.children[i], out);
        out.end_object();
      }
      out.end_list();
    }
    out.end_object();
  }
  out.end_list();
}

void write_rows(const Block& table, JsonWriter& out) {
  out.key("rows");
  out.begin_list();
  for (const Block& row : table.children) {
    out.begin_object();
    out.key("cells");
    out.begin_list();
    for (const Block& cell : row.children) {
      out.begin_object();
      if (cell.align != model::Align::none) {
        out.text("align", kAlignNames[static_cast<size_t>(cell.align)]);
      }
      write_inlines_of(cell, out);
      out.end_object();
    }
    out.end_list();
    out.end_object();
  }
  out.end_list();
}

void write_block(const Block& block, JsonWriter& out) {
  out.begin_object();
  out.text("type", name_in(kBlockNames, block.kind));
  switch (block.kind) {
    case BlockKind::heading:
      out.some_number("level", block.level);
      write_inlines_of(block, out);
      break;
    case BlockKind::paragraph:
      write_inlines_of(block, out);
      break;
    case BlockKind::quote:
      out.some_flag("pull", block.pull);
      write_blocks_of(block, out);
      write_some_inlines("attribution", block, out);
      break;
    case BlockKind::definitions:
      out.some_flag("tight", block.tight);
      write_definitions(block, out);
      break;
    case BlockKind::details:
      out.some_flag("open", block.open);
      write_some_inlines("summary", block, out);
      write_blocks_of(block, out);
      break;
    case BlockKind::figure:
      write_blocks_of(block, out);
      write_some_inlines("caption", block, out);
      break;
    case BlockKind::list:
      out.some_flag("ordered", block.ordered);
      if (block.ordered && block.start != 1) {
        out.key("start");
        out.number(block.start);
      }
      out.some_flag("tight", block.tight);
      write_items(block, out);
      break;
    case BlockKind::code:
      out.text("text", block.text);
      out.some_text("info", block.info);
      break;
    case BlockKind::table:
      write_rows(block, out);
      break;
    default:
      break;
  }
  out.end_object();
}

void write_blocks(const model::Blocks& blocks, JsonWriter& out) {
  out.begin_list();
  for (const Block& block : blocks) {
    if (block.kind != BlockKind::footnotes) write_block(block, out);
  }
  out.end_list();
}

void write_footnotes(const Block& footnotes, JsonWriter& out) {
  out.key("footnotes");
  out.begin_list();
  for (const Block& note : footnotes.children) {
    out.begin_object();
    write_blocks_of(note, out);
    out.end_object();
  }
  out.end_list();
}

}  // namespace

void write_body_blocks(const model::Blocks& body, JsonWriter& out) {
  out.key("blocks");
  write_blocks(body, out);
  if (!body.empty() && body.back().kind == BlockKind::footnotes) write_footnotes(body.back(), out);
}

}  // namespace lectern::ingest
