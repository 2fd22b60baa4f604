// SPDX-License-Identifier: MIT
// Builds blocks from md4c's events. Quotes and lists deeper than kMaxBlockDepth are only counted,
// and what they hold goes into the deepest one kept; so neither memory nor stack follows the depth
// of the input.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/html_buffer.hpp"
#include "ingest/inline_builder.hpp"
#include "ingest/markdown_source.hpp"
#include "model/block.hpp"

namespace lectern::ingest {

class BlockBuilder {
 public:
  explicit BlockBuilder(MarkdownSource& source) : source_(source), inlines_(source) {}

  // Quotes, lists and items.
  void open_container(model::Block block);
  void close_container();
  // What holds inlines or text, and a table's parts.
  void open_leaf(model::Block block, bool fenced = false);
  void close_leaf();
  void add_rule();
  void open_html();
  void close_html();

  // Raw HTML's details and figures. They hold what comes until their end tag, or until what they
  // stand in ends.
  void open_holder(model::BlockKind kind, bool is_open, size_t offset);
  void close_holder(model::BlockKind kind);
  // Between these, paragraphs become the summary or caption of the holder they stand in.
  void begin_caption();
  void end_caption();
  // A paragraph of raw HTML.
  void add(model::Block block);

  // Text of any kind, as md4c hands it over. `meaning` is what stands for it, when that differs.
  void add_text(std::string_view text);
  void add_text(std::string_view text, std::string_view meaning);
  void add_html(std::string_view text);
  void add_break(bool hard);
  // For spans: text right inside a tight list's item has no block of its own in md4c.
  InlineBuilder& inlines();

  // Asked after each event: whether to go on.
  bool has_room() const { return source_.has_room(); }
  void add_target(size_t bytes) { source_.add_target(bytes); }

  model::Blocks finish();

 private:
  struct Open {
    model::Block block;
    size_t begin = kNowhere;
    size_t skipped_before = 0;
    bool fenced = false;
    bool leaf = false;
    bool holder = false;
    bool in_caption = false;
    int nested_too_deep = 0;  // holders that were not opened in this one
  };

  void open(model::Block block, bool fenced, bool leaf);
  void close();
  void close_holders();
  void ensure_leaf();
  void end_implicit_paragraph();
  void begin_at(size_t offset);
  bool in_code() const;

  MarkdownSource& source_;
  InlineBuilder inlines_;
  HtmlBuffer html_;
  model::Blocks root_;
  std::vector<Open> open_;
  int depth_ = 0;
  size_t flattened_ = 0;
  bool in_html_ = false;
  bool implicit_ = false;  // the open paragraph is that of a tight item
  bool depth_told_later_ = false;
};

}  // namespace lectern::ingest
