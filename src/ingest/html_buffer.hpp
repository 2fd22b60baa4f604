// SPDX-License-Identifier: MIT
// Raw HTML put together from the pieces that md4c gives, with the way back to the source: pieces
// are lines without the marks of the quote or list around them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/markdown_source.hpp"

namespace lectern::ingest {

class HtmlBuffer {
 public:
  void append(Piece piece);
  void clear();
  std::string_view text() const { return text_; }

  // The offset in the source of a position in the buffer; of one without (a line end), that of the
  // piece before it.
  size_t source_offset(size_t position) const;
  // The first position that is not before an offset in the source.
  size_t position_of(size_t source_offset) const;

 private:
  struct Start {
    size_t position, offset;
  };
  std::string text_;
  std::vector<Start> starts_;
};

}  // namespace lectern::ingest
