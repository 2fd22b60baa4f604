// SPDX-License-Identifier: MIT
// What the builders share while one Markdown text is read: the text, where in it they are, what of
// it is left out, and where problems go. md4c gives text as pointers into its input, except for
// line ends and indentation: those that point into it say where we are.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/footnotes.hpp"
#include "ingest/html_tags.hpp"
#include "ingest/limits.hpp"
#include "ingest/place_index.hpp"
#include "ingest/report.hpp"

namespace lectern::ingest {

class MarkdownSource {
 public:
  // Begins with the text's body; `places` is of the whole text.
  MarkdownSource(Footnotes& footnotes, const PlaceIndex& places, Report& report)
      : text_(footnotes.body()),
        footnotes_(footnotes),
        places_(places),
        report_(report),
        size_(text_.size()) {}

  // Goes on with the text of a note, which must outlive that. The room is one for all of them.
  void go_to(const HtmlBuffer& note);

  std::string_view text() const { return text_; }
  Place place(size_t offset) const {
    return places_.at(note_ ? note_->source_offset(offset) : offset);
  }
  Report& report() { return report_; }
  Footnotes& footnotes() { return footnotes_; }

  // The piece, without what was skipped; empty when all of it was. Moves `last` on.
  Piece take(std::string_view piece);

  // Where the last piece ended.
  size_t last() const { return last_; }
  void move_last(size_t offset) { last_ = offset; }
  // How many pieces were left out so far; tells whether an empty block was empty in the source.
  size_t skipped() const { return skipped_; }
  bool skipping() const { return last_ < skip_until_; }
  size_t skipped_to() const { return skip_until_; }

  // An element whose content is left out begins here: warns, and skips to its end tag, wherever
  // in the source that is, as a browser would. Gives false, skipping nothing, if there is none.
  bool skip_element(const ElementRule& rule, size_t begin, size_t content);
  // A comment or the like that the end of an HTML block cut off; its end may be further on.
  void skip_markup(std::string_view closer, size_t from);

  // What the model grows by: a node, the bytes of a link's target. When there is no more room, the
  // text is read no further.
  void add_node() { ++nodes_; }
  void add_target(size_t bytes) { target_bytes_ += bytes; }
  bool has_room() const {
    return nodes_ <= kMaxNodes && nodes_ <= kMaxEmptyNodes + size_ &&
           target_bytes_ <= kMaxRepeatedBytes + 2 * size_;
  }

  // Says once a text that something is nested too deep.
  void tell_block_depth(size_t offset);
  void tell_inline_depth(size_t offset);

 private:
  static constexpr size_t kRemovedNames = 32;  // at least as many as html_rules.cpp has

  size_t last_end_tag(const ElementRule& rule);

  std::string_view text_;
  const HtmlBuffer* note_ = nullptr;
  Footnotes& footnotes_;
  const PlaceIndex& places_;
  Report& report_;
  const size_t size_;  // of the whole text
  size_t last_ = 0;
  size_t skip_until_ = 0;
  size_t skipped_ = 0;
  size_t nodes_ = 0;
  size_t target_bytes_ = 0;
  bool told_block_depth_ = false;
  bool told_inline_depth_ = false;
  // The last end tag of each such element, so that input of many start tags costs one search.
  struct LastEnd {
    std::string_view name;
    size_t offset;
  };
  std::array<LastEnd, kRemovedNames> last_ends_{};
  size_t last_end_count_ = 0;
  std::array<LastEnd, 4> last_closers_{};  // the same of comments and the like
};

}  // namespace lectern::ingest
