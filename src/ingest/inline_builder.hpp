// SPDX-License-Identifier: MIT
// Builds the inlines of one paragraph, heading or cell from events: Markdown's spans, which nest
// strictly, and raw HTML tags, which need not. Only elements that become part of the model are kept
// on the stack, at most kMaxInlineDepth; whatever is deeper, refused by the link policy or inside a
// picture's alternative text is only counted and its text goes to the element around it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_buffer.hpp"
#include "ingest/markdown_source.hpp"
#include "model/block.hpp"

namespace lectern::ingest {

class InlineBuilder {
 public:
  explicit InlineBuilder(MarkdownSource& source) : source_(source) {}

  void add_text(Piece piece);
  // The same of Markdown, where references to footnotes are. One after a backslash comes in pieces.
  void add_words(Piece piece);
  // A reference, a character: what stands for `piece` in the text.
  void add_text(Piece piece, std::string_view meaning);
  void add_break(bool hard);
  // Something stood here that vanished; white space beside it may have to go too.
  void note_vanished() { vanished_ = true; }

  // Markdown's spans.
  void open_span(model::InlineKind kind);
  void open_link(std::string url, std::string title);
  void open_image(std::string url, std::string title);
  // An end that does not fit the innermost open span is ignored: md4c 0.5.2 gives the end of a span
  // that it did not begin for "[![a](b![c)](d)".
  void close_span(model::InlineKind kind);

  // Raw HTML between Markdown's text. It is read when the next event comes, since md4c gives a tag
  // of several lines in pieces. A tag can say that what follows is left out, so it must be read
  // before the next piece is taken from the source.
  void add_html(Piece piece);
  void flush_html();

  // One tag of raw HTML, for HTML blocks; not of an element that is left out.
  void start_tag(const ElementRule& rule, std::string_view attributes, size_t offset);
  void end_tag(const ElementRule& rule);
  // How many details or figures ended in the inlines that did not begin there; counts anew.
  int take_ended(model::BlockKind kind);

  // Closes what is open and starts anew. An empty answer: nothing to show. `trim` takes white space
  // off the ends.
  model::Inlines finish(bool trim = false);

  // Where the first inline begins in the source, as far as it is known; kNowhere otherwise.
  size_t begin() const { return begin_; }

 private:
  // An open Markdown span; one without a frame is only its content.
  struct Span {
    model::InlineKind kind;
    bool framed;
  };

  struct Frame {
    model::Inline node;
    const ElementRule* rule = nullptr;  // of a raw HTML element; null for Markdown's
    bool ends_with_span = false;        // its end tag came inside a span that is still open
    size_t begin = kNowhere;
  };

  void open_span(model::Inline node, bool framed);
  void open_frame(model::Inline node, const ElementRule* rule, size_t begin);
  void close_frame();
  void close_tags_above_span();
  void begin_at(size_t offset);
  void refuse(std::string_view what, std::string_view url);
  void tell_refused(size_t offset);
  void add_raw_image(std::string_view attributes, size_t offset);
  void append(model::Inline node);
  bool is_left_out() const { return drop_rest_ || source_.skipping(); }
  bool takes_text_only() const;
  bool in_link() const;
  bool too_deep() const;
  model::Inlines& sink() { return frames_.empty() ? root_ : frames_.back().node.children; }

  MarkdownSource& source_;
  model::Inlines root_;
  std::vector<Frame> frames_;
  std::vector<Span> spans_;
  std::vector<std::string> refused_;  // sentences that wait for a place
  HtmlBuffer html_;
  bool vanished_ = false;
  int holders_[2] = {};     // details, figures that began less those that ended
  bool drop_rest_ = false;  // an element without an end tag is left out
  size_t begin_ = kNowhere;
};

}  // namespace lectern::ingest
