// SPDX-License-Identifier: MIT
#include "ingest/inline_builder.hpp"

#include <algorithm>
#include <utility>

#include "ingest/ingest.hpp"
#include "ingest/limits.hpp"

namespace lectern::ingest {
namespace {

using model::Inline;
using model::InlineKind;
using model::Inlines;

Inline node_of(InlineKind kind) {
  Inline node;
  node.kind = kind;
  return node;
}

// Where the marks of a span begin that stand right before `offset`; `offset` itself if they do not
// (the target of a reference, an autolink without brackets).
size_t before_marks(std::string_view text, InlineKind kind, size_t offset) {
  const auto preceded = [&](std::string_view marks) {
    return offset >= marks.size() && text.substr(offset - marks.size(), marks.size()) == marks;
  };
  switch (kind) {
    case InlineKind::emphasis:
      return preceded("*") || preceded("_") ? offset - 1 : offset;
    case InlineKind::strong:
      return preceded("**") || preceded("__") ? offset - 2 : offset;
    case InlineKind::strikethrough:
      return preceded("~~") ? offset - 2 : preceded("~") ? offset - 1 : offset;
    case InlineKind::link:
      return preceded("[") || preceded("<") ? offset - 1 : offset;
    case InlineKind::image:
      return preceded("![") ? offset - 2 : offset;
    case InlineKind::code: {
      size_t begin = preceded(" ") ? offset - 1 : offset;
      while (begin > 0 && text[begin - 1] == '`')
        --begin;
      return begin;
    }
    default:
      return offset;
  }
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

// White space at the end of a line of text, where a tag stood that vanished.
void trim_end(Inlines& inlines) {
  while (!inlines.empty()) {
    Inline& last = inlines.back();
    if (last.kind == InlineKind::text) {
      last.text.erase(last.text.find_last_not_of(" \t\r\n") + 1);
      if (!last.text.empty()) return;
    } else if (last.kind != InlineKind::soft_break && last.kind != InlineKind::hard_break) {
      return;
    }
    inlines.pop_back();
  }
}

void trim_start(Inlines& inlines) {
  size_t blanks = 0;
  for (Inline& item : inlines) {
    if (item.kind == InlineKind::text) {
      item.text.erase(0, std::min(item.text.find_first_not_of(" \t\r\n"), item.text.size()));
      if (!item.text.empty()) break;
    } else if (item.kind != InlineKind::soft_break && item.kind != InlineKind::hard_break) {
      break;
    }
    ++blanks;
  }
  inlines.erase(inlines.begin(), inlines.begin() + static_cast<std::ptrdiff_t>(blanks));
}

}  // namespace

void InlineBuilder::add_text(Piece piece) {
  add_text(piece, piece.text);
}

void InlineBuilder::add_words(Piece piece) {
  flush_html();
  const bool can_refer = !source_.footnotes().empty() && !drop_rest_ && !takes_text_only() &&
                         !in_link() && piece.offset != kNowhere;
  const std::string_view text = piece.text;
  size_t done = 0;
  for (size_t i = can_refer ? text.find("[^") : text.npos; i != text.npos;
       i = text.find("[^", i + 1)) {
    const std::string_view label = footnote_label(text, i);
    if (label.empty()) continue;
    const Footnotes::Reference to = source_.footnotes().refer(label);
    if (to.note == 0) continue;
    add_text({text.substr(done, i - done), piece.offset + done});
    begin_at(piece.offset + i);
    Inline node = node_of(InlineKind::footnote_reference);
    node.note = to.note;
    node.nth = to.nth;
    node.place = source_.place(piece.offset + i);
    append(std::move(node));
    done = i + label.size() + std::string_view("[^]").size();
  }
  if (done == 0) return add_text(piece);
  add_text({text.substr(done), piece.offset + done});
}

void InlineBuilder::add_text(Piece piece, std::string_view meaning) {
  flush_html();
  if (piece.text.empty() || drop_rest_) return;
  begin_at(piece.offset);
  if (takes_text_only()) {
    frames_.back().node.text += meaning;
    return;
  }
  Inlines& into = sink();
  if (into.empty() || into.back().kind != InlineKind::text) {
    source_.add_node();
    into.push_back(node_of(InlineKind::text));
    if (piece.offset != kNowhere) into.back().place = source_.place(piece.offset);
  }
  into.back().text += meaning;
}

void InlineBuilder::add_break(bool hard) {
  flush_html();
  if (is_left_out()) return;
  if (takes_text_only()) {
    frames_.back().node.text += ' ';
    return;
  }
  append(node_of(hard ? InlineKind::hard_break : InlineKind::soft_break));
}

void InlineBuilder::open_span(InlineKind kind) {
  flush_html();
  open_span(node_of(kind), !is_left_out() && !takes_text_only() && !too_deep());
}

void InlineBuilder::open_link(std::string url, std::string title) {
  flush_html();
  Inline node = node_of(InlineKind::link);
  node.url = allowed_link(url);
  node.title = std::move(title);
  const bool refused = node.url.empty() && !is_blank(url) && !is_left_out();
  if (refused) refuse("link", url);
  // HTML has no link in a link: the outer one, which the author wrote out, stays.
  open_span(std::move(node),
            !refused && !is_left_out() && !in_link() && !takes_text_only() && !too_deep());
}

void InlineBuilder::open_image(std::string url, std::string title) {
  flush_html();
  Inline node = node_of(InlineKind::image);
  node.url = allowed_image(url);
  node.title = std::move(title);
  const bool refused = node.url.empty() && !is_blank(url) && !is_left_out();
  if (refused) refuse("image", url);
  open_span(std::move(node), !refused && !is_left_out() && !takes_text_only() && !too_deep());
}

void InlineBuilder::open_span(Inline node, bool framed) {
  spans_.push_back({node.kind, framed});
  if (framed) open_frame(std::move(node), nullptr, kNowhere);
}

void InlineBuilder::close_span(InlineKind kind) {
  flush_html();
  if (spans_.empty() || spans_.back().kind != kind) return;
  const bool framed = spans_.back().framed;
  spans_.pop_back();
  if (!framed) return;
  close_tags_above_span();
  close_frame();
  while (!frames_.empty() && frames_.back().ends_with_span)
    close_frame();
}

void InlineBuilder::add_html(Piece piece) {
  if (!drop_rest_) html_.append(piece);
}

Inlines InlineBuilder::finish(bool trim) {
  flush_html();
  while (!frames_.empty())
    close_frame();
  spans_.clear();
  tell_refused(source_.last());
  // A tag that vanished leaves white space at the ends, and md4c a tab in a heading; elsewhere
  // white space at the ends is a reference that the author wrote.
  if (vanished_ || trim) {
    trim_end(root_);
    trim_start(root_);
  }
  Inlines out = std::exchange(root_, {});
  vanished_ = drop_rest_ = false;
  begin_ = kNowhere;
  return out;
}

void InlineBuilder::open_frame(Inline node, const ElementRule* rule, size_t begin) {
  Frame frame;
  frame.node = std::move(node);
  frame.rule = rule;
  frame.begin = begin;
  frames_.push_back(std::move(frame));
}

void InlineBuilder::close_frame() {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  const InlineKind kind = frame.node.kind;
  const bool empty = frame.node.children.empty() && frame.node.text.empty();
  // Markdown has no empty emphasis: what is empty here lost what was in it.
  const bool kept_empty = kind == InlineKind::image || (kind == InlineKind::link && !frame.rule);
  if (empty && !kept_empty) return;
  const size_t begin = frame.begin == kNowhere ? source_.last() : frame.begin;
  frame.node.place = source_.place(begin);
  append(std::move(frame.node));
}

// Tags that were opened inside a span and not closed end with it.
void InlineBuilder::close_tags_above_span() {
  while (!frames_.empty() && frames_.back().rule)
    close_frame();
}

// Text at `offset`: whatever was opened since the last text begins with its marks before it.
void InlineBuilder::begin_at(size_t offset) {
  if (offset == kNowhere) return;
  const std::string_view text = source_.text();
  size_t begin = offset > 0 && text[offset - 1] == '\\' ? offset - 1 : offset;
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->begin != kNowhere) break;
    begin = before_marks(text, frame->node.kind, begin);
    frame->begin = begin;
  }
  if (begin_ == kNowhere) begin_ = begin;
  if (!refused_.empty()) {
    const size_t image = before_marks(text, InlineKind::image, begin);
    tell_refused(image < begin ? image : before_marks(text, InlineKind::link, begin));
  }
}

void InlineBuilder::refuse(std::string_view what, std::string_view url) {
  constexpr size_t kMaxWaiting = 16;
  const std::string_view allowed =
      what == "link" ? "only http, https, mailto, tel and relative links are allowed"
                     : "only http, https and relative images, and data: of png, jpeg, gif, webp, "
                       "avif and bmp, are allowed";
  refused_.push_back("the " + std::string(what) + " to " + quote(url) +
                     " is left out and its text kept: " + std::string(allowed));
  if (refused_.size() >= kMaxWaiting) tell_refused(source_.last());
}

void InlineBuilder::tell_refused(size_t offset) {
  for (std::string& sentence : refused_) {
    source_.report().warning(source_.place(offset), std::move(sentence), Code::bad_url);
  }
  refused_.clear();
}

void InlineBuilder::append(Inline node) {
  if (takes_text_only()) {
    frames_.back().node.text += node.text;
  } else {
    source_.add_node();
    sink().push_back(std::move(node));
  }
}

// Code and alternative text hold characters alone.
bool InlineBuilder::takes_text_only() const {
  if (frames_.empty()) return false;
  const InlineKind kind = frames_.back().node.kind;
  return kind == InlineKind::code || kind == InlineKind::image;
}

bool InlineBuilder::in_link() const {
  for (const Frame& frame : frames_) {
    if (frame.node.kind == InlineKind::link) return true;
  }
  return false;
}

bool InlineBuilder::too_deep() const {
  if (frames_.size() < static_cast<size_t>(kMaxInlineDepth)) return false;
  source_.tell_inline_depth(source_.last());
  return true;
}

}  // namespace lectern::ingest
