// SPDX-License-Identifier: MIT
#include <iterator>
#include <utility>

#include "ingest/block_names.hpp"
#include "ingest/blocks_json.hpp"

namespace lectern::ingest {
namespace {

using model::Block;
using model::BlockKind;
using model::Blocks;
using model::Inline;
using model::InlineKind;
using model::Inlines;

class Reader {
 public:
  Reader(FieldReader& fields, size_t notes) : fields_(fields), references_(notes) {}

  Blocks blocks(const Value& list) {
    Blocks out;
    for (const Value& item : list.items) {
      if (!is_object(item, "a block")) continue;
      if (auto block = read_block(item)) out.push_back(std::move(*block));
    }
    return out;
  }

  // After the body, so that references are counted in their order.
  Block footnotes(const Value& list) {
    Block out;
    out.kind = BlockKind::footnotes;
    out.place = fields_.place(list);
    for (const Value& item : list.items) {
      Block note;
      note.kind = BlockKind::footnote;
      note.place = fields_.place(item);
      const Value* content = nullptr;
      if (is_object(item, "each of \"footnotes\"")) content = list_in(item, "blocks");
      if (content) note.children = blocks(*content);
      out.children.push_back(std::move(note));
    }
    for (size_t i = 0; i < references_.size(); ++i) {
      if (references_[i] > 0) continue;
      fields_.warning(list.items[i],
                      "nothing refers to footnote " + std::to_string(i + 1) + ", which stands here",
                      Code::footnote);
    }
    return out;
  }

 private:
  bool is_object(const Value& value, std::string_view what) {
    return value.type == ValueType::object || fields_.wrong(value, what, "an object");
  }

  // The member of that name as a list; an error when it is not one.
  const Value* list_in(const Value& object, std::string_view key) {
    const Value* list = object.find(key);
    if (!list) {
      fields_.error(object, quote(key) + " is missing here", Code::missing_field);
    } else if (list->type != ValueType::list) {
      fields_.wrong(*list, quote(key), "a list");
      list = nullptr;
    }
    return list;
  }

  std::optional<Block> read_block(const Value& object) {
    std::string type;
    if (!fields_.text(object, "type", type)) {
      if (!object.find("type")) fields_.error(object, "a block has no \"type\"", Code::missing_field);
      return std::nullopt;
    }
    const auto kind = kind_in(kBlockNames, type);
    if (!kind) {
      fields_.error(*object.find("type"), quote(type) + " is no type of block");
      return std::nullopt;
    }
    Block block;
    block.kind = *kind;
    block.place = fields_.place(object);
    switch (*kind) {
      case BlockKind::heading:
        read_level(object, block);
        [[fallthrough]];
      case BlockKind::paragraph:
        block.inlines = inlines_in(object, false);
        break;
      case BlockKind::quote:
        fields_.flag(object, "pull", block.pull);
        if (const Value* list = list_in(object, "blocks")) block.children = blocks(*list);
        if (object.find("attribution")) block.inlines = inlines_in(object, false, "attribution");
        break;
      case BlockKind::definitions:
        read_definitions(object, block);
        break;
      case BlockKind::details:
        fields_.flag(object, "open", block.open);
        if (object.find("summary")) block.inlines = inlines_in(object, false, "summary");
        if (const Value* list = list_in(object, "blocks")) block.children = blocks(*list);
        break;
      case BlockKind::figure:
        if (const Value* list = list_in(object, "blocks")) block.children = blocks(*list);
        if (object.find("caption")) block.inlines = inlines_in(object, false, "caption");
        break;
      case BlockKind::list:
        read_list(object, block);
        break;
      case BlockKind::code:
        fields_.text(object, "text", block.text);
        fields_.line(object, "info", block.info);
        break;
      case BlockKind::table:
        read_table(object, block);
        break;
      default:
        break;
    }
    return block;
  }

  void read_level(const Value& object, Block& block) {
    constexpr int kLevels = 6;
    block.level = 2;
    if (!fields_.size(object, "level", block.level)) return;
    if (block.level >= 1 && block.level <= kLevels) return;
    fields_.error(*object.find("level"), "\"level\" must be a number from 1 to 6");
    block.level = 2;
  }

  void read_list(const Value& object, Block& block) {
    fields_.flag(object, "ordered", block.ordered);
    fields_.size(object, "start", block.start);
    fields_.flag(object, "tight", block.tight);
    const Value* items = list_in(object, "items");
    if (!items) return;
    for (const Value& value : items->items) {
      if (!is_object(value, "each of \"items\"")) continue;
      Block item;
      item.kind = BlockKind::item;
      item.place = fields_.place(value);
      fields_.flag(value, "task", item.task);
      fields_.flag(value, "checked", item.checked);
      if (const Value* list = list_in(value, "blocks")) item.children = blocks(*list);
      block.children.push_back(std::move(item));
    }
  }

  void read_definitions(const Value& object, Block& block) {
    fields_.flag(object, "tight", block.tight);
    const Value* items = list_in(object, "items");
    if (!items) return;
    for (const Value& value : items->items) {
      if (!is_object(value, "each of \"items\"")) continue;
      for (const Value* term : parts_in(value, "terms")) {
        Block& made = add_part(block, BlockKind::term, *term);
        made.inlines = inlines_in(*term, false);
      }
      for (const Value* definition : parts_in(value, "definitions")) {
        Block& made = add_part(block, BlockKind::definition, *definition);
        if (const Value* list = list_in(*definition, "blocks")) made.children = blocks(*list);
      }
    }
  }

  // The members of that list that are objects.
  std::vector<const Value*> parts_in(const Value& object, std::string_view key) {
    std::vector<const Value*> out;
    const Value* list = list_in(object, key);
    for (size_t i = 0; list && i < list->items.size(); ++i) {
      if (is_object(list->items[i], "each of " + quote(key))) out.push_back(&list->items[i]);
    }
    return out;
  }

  Block& add_part(Block& block, BlockKind kind, const Value& object) {
    Block& part = block.children.emplace_back();
    part.kind = kind;
    part.place = fields_.place(object);
    return part;
  }

  void read_table(const Value& object, Block& block) {
    const Value* rows = list_in(object, "rows");
    if (!rows) return;
    for (const Value& value : rows->items) {
      if (!is_object(value, "each of \"rows\"")) continue;
      Block row;
      row.kind = BlockKind::row;
      row.place = fields_.place(value);
      if (const Value* cells = list_in(value, "cells")) {
        for (const Value& cell : cells->items) {
          if (is_object(cell, "each of \"cells\"")) row.children.push_back(read_cell(cell));
        }
      }
      block.children.push_back(std::move(row));
    }
  }

  Block read_cell(const Value& object) {
    Block cell;
    cell.kind = BlockKind::cell;
    cell.place = fields_.place(object);
    cell.inlines = inlines_in(object, false);
    std::string align;
    if (!fields_.text(object, "align", align)) return cell;
    for (size_t i = 0; i < std::size(kAlignNames); ++i) {
      if (kAlignNames[i] != align) continue;
      cell.align = static_cast<model::Align>(i);
      return cell;
    }
    fields_.error(*object.find("align"),
                  "\"align\" must be left, center, right or none, not " + quote(align));
    return cell;
  }

  Inlines inlines_in(const Value& object, bool in_link, std::string_view key = "inlines") {
    const Value* list = list_in(object, key);
    Inlines out;
    if (!list) return out;
    for (const Value& item : list->items) {
      if (is_object(item, "an inline")) read_inline(item, in_link, out);
    }
    return out;
  }

  void read_inline(const Value& object, bool in_link, Inlines& out) {
    std::string type;
    if (!fields_.text(object, "type", type)) {
      if (!object.find("type")) fields_.error(object, "an inline has no \"type\"", Code::missing_field);
      return;
    }
    const auto kind = kind_in(kInlineNames, type);
    if (!kind) {
      fields_.error(*object.find("type"), quote(type) + " is no type of inline");
      return;
    }
    Inline item;
    item.kind = *kind;
    item.place = fields_.place(object);
    switch (*kind) {
      case InlineKind::text:
      case InlineKind::code:
        fields_.text(object, "text", item.text);
        if (item.text.empty()) return;
        break;
      case InlineKind::soft_break:
      case InlineKind::hard_break:
        break;
      case InlineKind::image:
        return read_image(object, std::move(item), out);
      case InlineKind::footnote_reference:
        if (!read_reference(object, in_link, item)) return;
        break;
      case InlineKind::link:
        return read_link(object, std::move(item), in_link, out);
      default:
        if (*kind == InlineKind::abbreviation) fields_.line(object, "title", item.title);
        item.children = inlines_in(object, in_link);
        break;
    }
    out.push_back(std::move(item));
  }

  // A link that the policy refuses, or inside another, is its text.
  void read_link(const Value& object, Inline item, bool in_link, Inlines& out) {
    const bool allowed = fields_.link(object, "url", item.url);
    fields_.line(object, "title", item.title);
    item.children = inlines_in(object, true);
    if (allowed && !in_link) {
      out.push_back(std::move(item));
      return;
    }
    out.insert(out.end(), std::make_move_iterator(item.children.begin()),
               std::make_move_iterator(item.children.end()));
  }

  bool read_reference(const Value& object, bool in_link, Inline& item) {
    if (!object.find("note")) fields_.error(object, "\"note\" is missing here", Code::missing_field);
    if (!fields_.size(object, "note", item.note)) return false;
    if (item.note == 0) {
      fields_.error(*object.find("note"), "\"note\" must be a number from 1");
      return false;
    }
    if (static_cast<size_t>(item.note) > references_.size()) {
      fields_.warning(*object.find("note"), "the reference is left out: there is no footnote " +
                                                std::to_string(item.note),
                      Code::footnote);
      return false;
    }
    if (in_link) return false;  // HTML has no link in a link
    item.nth = ++references_[static_cast<size_t>(item.note) - 1];
    return true;
  }

  void read_image(const Value& object, Inline item, Inlines& out) {
    fields_.line(object, "alt", item.text);
    fields_.line(object, "title", item.title);
    fields_.size(object, "width", item.width);
    fields_.size(object, "height", item.height);
    if (!fields_.image(object, "url", item.url)) {
      if (item.text.empty()) return;
      Inline text;
      text.text = std::move(item.text);
      text.place = item.place;
      item = std::move(text);
    }
    out.push_back(std::move(item));
  }

  FieldReader& fields_;
  std::vector<int> references_;  // to each footnote
};

}  // namespace

Blocks read_body_blocks(const Value& blocks, const Value* footnotes, FieldReader& fields) {
  if (footnotes && footnotes->type != ValueType::list) {
    fields.wrong(*footnotes, "\"footnotes\"", "a list");
    footnotes = nullptr;
  }
  Reader reader(fields, footnotes ? footnotes->items.size() : 0);
  Blocks out = reader.blocks(blocks);
  if (footnotes && !footnotes->items.empty()) out.push_back(reader.footnotes(*footnotes));
  return out;
}

}  // namespace lectern::ingest
