// SPDX-License-Identifier: MIT
// Blocks as a short text for tests: a line a block, indented by depth; inlines in their names'
// brackets. "|" is a soft break, "||" a hard one.
//   paragraph: one emphasis[two] link[/three](three)
// A reference to a footnote is [^1], the second to the same [^1.2].
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "ingest/block_names.hpp"
#include "model/block.hpp"

namespace lectern::test {

inline std::string outline(const model::Inlines& inlines) {
  using model::InlineKind;
  std::string out;
  for (const model::Inline& item : inlines) {
    const std::string name(ingest::name_in(ingest::kInlineNames, item.kind));
    const std::string title = item.title.empty() ? "" : " \"" + item.title + '"';
    switch (item.kind) {
      case InlineKind::text:
        out += item.text;
        break;
      case InlineKind::soft_break:
        out += '|';
        break;
      case InlineKind::hard_break:
        out += "||";
        break;
      case InlineKind::code:
        out += "code[" + item.text + ']';
        break;
      case InlineKind::image:
        out += "image[" + item.url + title + "](" + item.text + ')';
        break;
      case InlineKind::link:
        out += "link[" + item.url + title + "](" + outline(item.children) + ')';
        break;
      case InlineKind::footnote_reference:
        out += "[^" + std::to_string(item.note);
        if (item.nth > 1) out += '.' + std::to_string(item.nth);
        out += ']';
        break;
      default:
        out += name + '[' + outline(item.children) + title + ']';
        break;
    }
  }
  return out;
}

inline std::string outline(const model::Blocks& blocks, int depth = 0) {
  using model::BlockKind;
  std::string out;
  for (const model::Block& block : blocks) {
    std::string name(ingest::name_in(ingest::kBlockNames, block.kind));
    if (block.kind == BlockKind::item) name = "item";
    if (block.kind == BlockKind::row) name = "row";
    if (block.kind == BlockKind::cell) name = "cell";
    if (block.kind == BlockKind::term) name = "term";
    if (block.kind == BlockKind::definition) name = "definition";
    if (block.kind == BlockKind::footnotes) name = "footnotes";
    if (block.kind == BlockKind::footnote) name = "footnote";
    if (block.open) name += " open";
    if (block.pull) name += " pull";
    if (block.kind == BlockKind::heading) name += ' ' + std::to_string(block.level);
    if (block.kind == BlockKind::list && block.ordered) name += ' ' + std::to_string(block.start);
    if (block.tight) name += " tight";
    if (block.task) name += block.checked ? " [x]" : " [ ]";
    if (block.align != model::Align::none) {
      name += ' ' + std::string(ingest::kAlignNames[static_cast<size_t>(block.align)]);
    }
    if (!block.info.empty()) name += " (" + block.info + ')';
    out += std::string(static_cast<size_t>(depth) * 2, ' ') + name;
    const std::string text = outline(block.inlines) + block.text;
    if (!text.empty()) out += ": " + text;
    if (out.back() != '\n') out += '\n';
    out += outline(block.children, depth + 1);
  }
  return out;
}

// All diagnostics, a line each.
inline std::string outline(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics)
    out += to_string(diagnostic) + '\n';
  return out;
}

}  // namespace lectern::test
