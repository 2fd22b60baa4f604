// SPDX-License-Identifier: MIT
// Builds the inlines of one paragraph from HTML's text and elements, with white space as a browser
// shows it: runs are one space, none at the ends. Elements that are still open when a paragraph
// ends go on in the next one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/import/text_source.hpp"
#include "model/inline.hpp"

namespace lectern::ingest {

class HtmlInlines {
 public:
  HtmlInlines(const TextSource& source, size_t html_bytes);

  void add_text(std::string_view text, size_t offset);
  // Code, a picture: what has no children.
  void add(model::Inline node, size_t offset);
  void add_break() { ++breaks_; }
  // A space between what comes before and after, if neither has one.
  void add_space() { space_ = true; }

  // False when it is nested too deep (which is said once) or is a link in a link: its text then
  // goes to the element around it, and close() is not to be called.
  bool open(model::Inline node, size_t offset);
  void close();

  // Whether the paragraph holds anything yet; whether two line ends in a row came after it.
  bool empty() const { return empty_; }
  bool at_line_start() const { return empty_ || breaks_ > 0; }
  bool ends_paragraph() const { return !empty_ && breaks_ > 1; }
  // What was read since the last call, and where it begins in `place`.
  model::Inlines finish(Place place_without, Place& place);

 private:
  struct Frame {
    model::Inline node;
    bool dropped = false;  // its text goes to the element around it
  };

  model::Inlines& sink();
  void begin(size_t offset);
  void append(std::string text, size_t offset);
  Place place(size_t offset) const { return source_.places.at(offset); }

  const TextSource& source_;
  size_t repeated_left_;  // bytes of addresses that may still be written more than once
  model::Inlines root_;
  std::vector<Frame> frames_;
  Place begin_;
  int breaks_ = 0;
  bool empty_ = true;
  bool space_ = false;        // white space came since
  bool after_space_ = false;  // what was written last is a space
  bool told_depth_ = false;
};

}  // namespace lectern::ingest
