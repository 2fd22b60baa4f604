// SPDX-License-Identifier: MIT
// Markdown by md4c, whose callbacks become calls of the builder.
#include "ingest/markdown.hpp"

#include <md4c.h>

#include <utility>

#include "ingest/block_builder.hpp"
#include "ingest/clean_text.hpp"
#include "ingest/entities.hpp"
#include "ingest/ingest.hpp"

namespace lectern::ingest {
namespace {

using model::Align;
using model::Block;
using model::BlockKind;
using model::InlineKind;

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

BlockBuilder& builder(void* user) {
  return *static_cast<BlockBuilder*>(user);
}

// What a callback answers: md4c stops for good when it is negative.
int go_on(const BlockBuilder& blocks) {
  return blocks.has_room() ? 0 : -1;
}

std::string text_of(const MD_ATTRIBUTE& attribute) {
  std::string out;
  for (size_t i = 0; attribute.text && attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET begin = attribute.substr_offsets[i];
    const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
    if (attribute.substr_types[i] == MD_TEXT_ENTITY) {
      append_entity(out, part);
    } else {
      out += attribute.substr_types[i] == MD_TEXT_NULLCHAR ? kReplacement : part;
    }
  }
  return out;
}

Block block_of(BlockKind kind) {
  Block block;
  block.kind = kind;
  return block;
}

Align align_of(MD_ALIGN align) {
  switch (align) {
    case MD_ALIGN_LEFT:
      return Align::left;
    case MD_ALIGN_CENTER:
      return Align::center;
    case MD_ALIGN_RIGHT:
      return Align::right;
    default:
      return Align::none;
  }
}

template <typename Detail>
const Detail& detail_of(void* detail) {
  return *static_cast<const Detail*>(detail);
}

Block list_of(void* detail, bool ordered) {
  Block block = block_of(BlockKind::list);
  block.ordered = ordered;
  if (ordered) {
    const auto& list = detail_of<MD_BLOCK_OL_DETAIL>(detail);
    block.start = static_cast<int>(list.start);  // nine digits at most
    block.tight = list.is_tight != 0;
  } else {
    block.tight = detail_of<MD_BLOCK_UL_DETAIL>(detail).is_tight != 0;
  }
  return block;
}

Block item_of(void* detail) {
  const auto& item = detail_of<MD_BLOCK_LI_DETAIL>(detail);
  Block block = block_of(BlockKind::item);
  block.task = item.is_task != 0;
  block.checked = block.task && item.task_mark != ' ';
  return block;
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* user) {
  BlockBuilder& to = builder(user);
  switch (type) {
    case MD_BLOCK_QUOTE:
      to.open_container(block_of(BlockKind::quote));
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      to.open_container(list_of(detail, type == MD_BLOCK_OL));
      break;
    case MD_BLOCK_LI:
      to.open_container(item_of(detail));
      break;
    case MD_BLOCK_HR:
      to.add_rule();
      break;
    case MD_BLOCK_H: {
      Block block = block_of(BlockKind::heading);
      block.level = static_cast<int>(detail_of<MD_BLOCK_H_DETAIL>(detail).level);
      to.open_leaf(std::move(block));
      break;
    }
    case MD_BLOCK_CODE: {
      const auto& code = detail_of<MD_BLOCK_CODE_DETAIL>(detail);
      Block block = block_of(BlockKind::code);
      block.info = text_of(code.info);
      to.open_leaf(std::move(block), code.fence_char != 0);
      break;
    }
    case MD_BLOCK_HTML:
      to.open_html();
      break;
    case MD_BLOCK_P:
      to.open_leaf(block_of(BlockKind::paragraph));
      break;
    case MD_BLOCK_TABLE:
      to.open_leaf(block_of(BlockKind::table));
      break;
    case MD_BLOCK_TR:
      to.open_leaf(block_of(BlockKind::row));
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: {
      Block block = block_of(BlockKind::cell);
      block.align = align_of(detail_of<MD_BLOCK_TD_DETAIL>(detail).align);
      to.open_leaf(std::move(block));
      break;
    }
    default:  // the document; a table's head and body, which the rows' order tells
      break;
  }
  return go_on(to);
}

int leave_block(MD_BLOCKTYPE type, void*, void* user) {
  BlockBuilder& to = builder(user);
  switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_LI:
      to.close_container();
      break;
    case MD_BLOCK_HTML:
      to.close_html();
      break;
    case MD_BLOCK_H:
    case MD_BLOCK_CODE:
    case MD_BLOCK_P:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_TR:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      to.close_leaf();
      break;
    default:
      break;
  }
  return 0;
}

InlineKind kind_of(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_A:
      return InlineKind::link;
    case MD_SPAN_IMG:
      return InlineKind::image;
    case MD_SPAN_STRONG:
      return InlineKind::strong;
    case MD_SPAN_CODE:
      return InlineKind::code;
    case MD_SPAN_DEL:
      return InlineKind::strikethrough;
    default:
      return InlineKind::emphasis;
  }
}

int enter_span(MD_SPANTYPE type, void* detail, void* user) {
  BlockBuilder& blocks = builder(user);
  InlineBuilder& to = blocks.inlines();
  if (type == MD_SPAN_A) {
    const auto& link = detail_of<MD_SPAN_A_DETAIL>(detail);
    blocks.add_target(link.href.size + link.title.size);
    if (blocks.has_room()) to.open_link(text_of(link.href), text_of(link.title));
  } else if (type == MD_SPAN_IMG) {
    const auto& image = detail_of<MD_SPAN_IMG_DETAIL>(detail);
    blocks.add_target(image.src.size + image.title.size);
    if (blocks.has_room()) to.open_image(text_of(image.src), text_of(image.title));
  } else {
    to.open_span(kind_of(type));
  }
  return go_on(blocks);
}

int leave_span(MD_SPANTYPE type, void*, void* user) {
  builder(user).inlines().close_span(kind_of(type));
  return 0;
}

int add_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
  BlockBuilder& to = builder(user);
  const std::string_view piece(text, size);
  switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      to.add_break(type == MD_TEXT_BR);
      break;
    case MD_TEXT_NULLCHAR:
      to.add_text(piece, kReplacement);
      break;
    case MD_TEXT_ENTITY: {
      std::string meaning;
      append_entity(meaning, piece);
      to.add_text(piece, meaning);
      break;
    }
    case MD_TEXT_HTML:
      to.add_html(piece);
      break;
    default:
      to.add_text(piece);
      break;
  }
  return go_on(to);
}

// The blocks of a part of the text that the source is at.
model::Blocks read_blocks(MarkdownSource& source, std::string_view text) {
  BlockBuilder blocks(source);
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = add_text;
  if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &blocks) != 0) {
    source.report().error(source.place(source.last()),
                          "the text is read only up to here: it has more parts, or repeats more by "
                          "references, than can be held",
                          Code::limit);
  }
  return blocks.finish();
}

}  // namespace

model::Blocks MarkdownReader::read(size_t begin, size_t end) {
  return read_blocks(source_, source_.text().substr(begin, end - begin));
}

model::Blocks MarkdownReader::read_notes() {
  Block notes = block_of(BlockKind::footnotes);
  // A note may refer to others, which are then counted after it.
  for (int note = 1; note <= footnotes_.count() && source_.has_room(); ++note) {
    const HtmlBuffer content = footnotes_.text_of(note);
    source_.go_to(content);
    Block item = block_of(BlockKind::footnote);
    item.place = places_.at(footnotes_.offset_of(note));
    item.children = read_blocks(source_, source_.text());
    notes.children.push_back(std::move(item));
  }
  footnotes_.warn_of_unused(places_, source_.report());
  if (notes.children.empty()) return {};
  notes.place = notes.children[0].place;
  return {std::move(notes)};
}

model::Blocks build_markdown(std::string_view text, const PlaceIndex& places, Report& report) {
  MarkdownReader reader(text, places, report);
  model::Blocks blocks = reader.read(0, text.size());
  for (Block& notes : reader.read_notes()) blocks.push_back(std::move(notes));
  return blocks;
}

model::Blocks parse_markdown(std::string_view source, const std::string& path, Place origin,
                             Diagnostics& diagnostics) {
  Report report(path, diagnostics);
  const CleanText clean(source, origin, Severity::warning, report);
  return build_markdown(clean.text(), PlaceIndex(clean.text(), origin), report);
}

}  // namespace lectern::ingest
