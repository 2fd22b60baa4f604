// SPDX-License-Identifier: MIT
// Appends nodes to a page tree in reading order, and an article's blocks as nodes: what the page and
// the fragment of `lectern render` have in common.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "layout/page_tree.hpp"
#include "layout/strings.hpp"

namespace lectern::layout {

model::Inline text_inline(std::string_view text);
model::Inline inline_of(model::InlineKind kind, std::string_view text);
model::Inline link_inline(std::string_view text, std::string url);

class TreeBuilder {
 public:
  // A fragment keeps the forms of the CommonMark specification.
  TreeBuilder(const Strings& strings, bool fragment) : strings_(strings), fragment_(fragment) {}

  // An element that stays open until close().
  int open(Element element);
  void close();
  // An element with text and nothing inside.
  Node& leaf(Element element, model::Inlines inlines);

  // Blocks are taken apart: their text moves into the nodes.
  void blocks(model::Blocks& list) { blocks(list, {}); }
  // The same, and those of a long read in parts, which the browser can pass over as long as they are far.
  void parts(model::Blocks& list);
  void picture(const model::Inline& image, model::Inlines caption);

  Node& at(int index) { return tree.nodes[static_cast<size_t>(index)]; }
  int size() const { return static_cast<int>(tree.nodes.size()); }

  PageTree tree;
  std::span<const std::string> code;  // of the blocks of code to come: model::PageContext has them

 private:
  // What the blocks around decide.
  struct Around {
    bool tight = false;
    bool quote = false;
    bool note = false;
  };

  void blocks(model::Blocks& list, Around around);
  void block(model::Block& block, Around around);
  void paragraph(model::Block& block, Around around);
  void heading(model::Block& block);
  void code_block(const model::Block& block);
  std::string part_name(const std::string& text);
  void finish_table(int table);
  void list(model::Block& block, Around around);
  bool gallery(const model::Blocks& blocks, const model::Inlines& caption);
  void quote(model::Block& block, Around around);
  void definitions(model::Block& block, Around around);
  void details(model::Block& block, Around around);
  void figure(model::Block& block, Around around);
  void image(const model::Inline& image);
  void footnotes(model::Block& block, Around around);
  void way_back(int item, int number);

  const Strings& strings_;
  std::vector<int> open_;
  std::unordered_map<std::string, int> part_names_;  // how often each was asked for
  bool fragment_;
};

}  // namespace lectern::layout
