// SPDX-License-Identifier: MIT
#include "ingest/import/html_inlines.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "ingest/limits.hpp"

namespace lectern::ingest {

using model::Inline;
using model::InlineKind;

namespace {

constexpr std::string_view kBlanks = " \t\n\r\f";

void trim_end(model::Inlines& inlines) {
  while (!inlines.empty()) {
    Inline& last = inlines.back();
    if (last.kind == InlineKind::text) {
      while (last.text.ends_with(' '))
        last.text.pop_back();
      if (!last.text.empty()) return;
    } else if (last.children.empty()) {
      return;
    } else {
      trim_end(last.children);
      if (!last.children.empty()) return;
    }
    inlines.pop_back();
  }
}

}  // namespace

HtmlInlines::HtmlInlines(const TextSource& source, size_t html_bytes)
    : source_(source), repeated_left_(kMaxRepeatedBytes + 2 * html_bytes) {}

model::Inlines& HtmlInlines::sink() {
  for (size_t i = frames_.size(); i-- > 0;) {
    if (!frames_[i].dropped) return frames_[i].node.children;
  }
  return root_;
}

// Something to show comes here: the line ends and the space before it count now.
void HtmlInlines::begin(size_t offset) {
  if (empty_) {
    begin_ = place(offset);
  } else if (breaks_ > 0) {
    Inline item;
    item.kind = InlineKind::hard_break;
    item.place = place(offset);
    sink().push_back(std::move(item));
  } else if (space_ && !after_space_) {
    append(" ", offset);
  }
  breaks_ = 0;
  space_ = empty_ = after_space_ = false;
}

void HtmlInlines::append(std::string text, size_t offset) {
  if (find_control(text)) text = without_controls(std::move(text));  // "&#1;"
  after_space_ = text.ends_with(' ');
  model::Inlines& to = sink();
  if (!to.empty() && to.back().kind == InlineKind::text) {
    to.back().text += text;
    return;
  }
  Inline item;
  item.text = std::move(text);
  item.place = place(offset);
  to.push_back(std::move(item));
}

void HtmlInlines::add_text(std::string_view text, size_t offset) {
  const size_t first = text.find_first_not_of(kBlanks);
  space_ = space_ || (!text.empty() && first > 0);
  if (first == std::string_view::npos) return;
  begin(offset + first);
  std::string out;
  bool gap = false;
  for (const char c : text.substr(first)) {
    const bool blank = kBlanks.find(c) != std::string_view::npos;
    if (!blank && gap) out += ' ';
    if (!blank) out += c;
    gap = blank;
  }
  append(std::move(out), offset + first);
  space_ = gap;
}

void HtmlInlines::add(Inline node, size_t offset) {
  begin(offset);
  node.place = place(offset);
  sink().push_back(std::move(node));
}

bool HtmlInlines::open(Inline node, size_t offset) {
  if (node.kind == InlineKind::link) {
    for (const Frame& frame : frames_) {
      if (frame.node.kind == InlineKind::link) return false;
    }
  }
  if (frames_.size() >= static_cast<size_t>(kMaxHtmlInlineDepth)) {
    if (!told_depth_) {
      source_.report.warning(place(offset),
                             "emphasis, links and tags are nested more than " +
                                 std::to_string(kMaxHtmlInlineDepth) +
                                 " deep here; what is deeper is shown at that depth");
    }
    told_depth_ = true;
    return false;
  }
  // The space before an element stands outside of it.
  if (space_ && !empty_ && breaks_ == 0 && !after_space_) append(" ", offset);
  node.place = place(offset);
  frames_.push_back({std::move(node)});
  return true;
}

void HtmlInlines::close() {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  if (!frame.dropped && !frame.node.children.empty()) sink().push_back(std::move(frame.node));
}

model::Inlines HtmlInlines::finish(Place place_without, Place& place) {
  for (size_t i = frames_.size(); i-- > 0;) {
    Frame& frame = frames_[i];
    if (frame.dropped || frame.node.children.empty()) continue;
    model::Inlines children = std::exchange(frame.node.children, {});
    Inline copy = frame.node;
    copy.children = std::move(children);
    model::Inlines* into = &root_;
    for (size_t above = i; above-- > 0 && into == &root_;) {
      if (!frames_[above].dropped) into = &frames_[above].node.children;
    }
    into->push_back(std::move(copy));
    const size_t bytes = frame.node.url.size() + frame.node.title.size();
    frame.dropped = bytes > repeated_left_;
    repeated_left_ -= std::min(bytes, repeated_left_);
  }
  trim_end(root_);
  place = empty_ ? place_without : begin_;
  breaks_ = 0;
  empty_ = true;
  space_ = after_space_ = false;
  return std::exchange(root_, {});
}

}  // namespace lectern::ingest
