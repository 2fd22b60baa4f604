// SPDX-License-Identifier: MIT
#include "ingest/html_buffer.hpp"

#include <algorithm>

namespace lectern::ingest {

void HtmlBuffer::append(Piece piece) {
  if (piece.text.empty()) return;
  if (piece.offset != kNowhere) starts_.push_back({text_.size(), piece.offset});
  text_ += piece.text;
}

void HtmlBuffer::clear() {
  text_.clear();
  starts_.clear();
}

size_t HtmlBuffer::source_offset(size_t position) const {
  const auto after =
      std::upper_bound(starts_.begin(), starts_.end(), position,
                       [](size_t value, const Start& start) { return value < start.position; });
  if (after == starts_.begin()) return kNowhere;
  const Start& start = *(after - 1);
  return start.offset + (position - start.position);
}

size_t HtmlBuffer::position_of(size_t source_offset) const {
  const auto after =
      std::upper_bound(starts_.begin(), starts_.end(), source_offset,
                       [](size_t value, const Start& start) { return value < start.offset; });
  if (after == starts_.begin()) return 0;
  const Start& start = *(after - 1);
  const size_t end = after == starts_.end() ? text_.size() : after->position;
  return std::min(start.position + (source_offset - start.offset), end);
}

}  // namespace lectern::ingest
