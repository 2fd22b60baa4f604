// SPDX-License-Identifier: MIT
#include "ingest/markdown_source.hpp"

#include <algorithm>

namespace lectern::ingest {

void MarkdownSource::go_to(const HtmlBuffer& note) {
  note_ = &note;
  text_ = note.text();
  last_ = skip_until_ = 0;
  last_end_count_ = 0;
  last_closers_ = {};
}

Piece MarkdownSource::take(std::string_view piece) {
  const auto base = reinterpret_cast<std::uintptr_t>(text_.data());
  const auto data = reinterpret_cast<std::uintptr_t>(piece.data());
  const bool inside = data >= base && data - base < text_.size();
  if (!inside) {
    if (!skipping()) return {piece, kNowhere};
    ++skipped_;
    return {};
  }
  size_t offset = data - base;
  last_ = offset + piece.size();
  if (offset < skip_until_) {
    ++skipped_;
    const size_t cut = std::min(skip_until_ - offset, piece.size());
    piece.remove_prefix(cut);
    offset += cut;
  }
  return {piece, offset};
}

bool MarkdownSource::skip_element(const ElementRule& rule, size_t begin, size_t content) {
  report_.warning(place(begin), "a <" + std::string(rule.name) + "> was left out", Code::removed_markup);
  ++skipped_;
  const size_t last_end = last_end_tag(rule);
  if (last_end == kNowhere || last_end < content) return false;
  const bool nested = rule.use == ElementUse::removed_nested;
  auto end = find_element_end(text_, content, rule.name, nested);
  // One that is never balanced ends at the last end tag there is.
  if (!end) end = find_element_end(text_, last_end, rule.name, false);
  skip_until_ = end.value_or(content);
  return true;
}

void MarkdownSource::skip_markup(std::string_view closer, size_t from) {
  ++skipped_;
  for (LastEnd& last : last_closers_) {
    if (last.name.empty()) {
      const size_t found = text_.rfind(closer);
      last = {closer, found == std::string_view::npos ? 0 : found};
    }
    if (last.name != closer) continue;
    if (last.offset >= from && last.offset > 0) {
      skip_until_ = text_.find(closer, from) + closer.size();
    }
    return;
  }
}

size_t MarkdownSource::last_end_tag(const ElementRule& rule) {
  for (size_t i = 0; i < last_end_count_; ++i) {
    if (last_ends_[i].name == rule.name) return last_ends_[i].offset;
  }
  const size_t found = find_last_end_tag(text_, rule.name).value_or(kNowhere);
  if (last_end_count_ < kRemovedNames) last_ends_[last_end_count_++] = {rule.name, found};
  return found;
}

void MarkdownSource::tell_block_depth(size_t offset) {
  if (told_block_depth_) return;
  told_block_depth_ = true;
  report_.warning(place(offset), "quotes and lists are nested more than " +
                                     std::to_string(kMaxBlockDepth) +
                                     " deep here; what is deeper is shown at that depth",
                  Code::limit);
}

void MarkdownSource::tell_inline_depth(size_t offset) {
  if (told_inline_depth_) return;
  told_inline_depth_ = true;
  report_.warning(place(offset), "emphasis, links and tags are nested more than " +
                                     std::to_string(kMaxInlineDepth) +
                                     " deep here; what is deeper is shown at that depth",
                  Code::limit);
}

}  // namespace lectern::ingest
