// SPDX-License-Identifier: MIT
// Raw HTML put together from the pieces that md4c gives, with the way back to the source: pieces
// are lines without the marks of the quote or list around them. The text of a footnote too, of lines
// without their indent.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::ingest {

inline constexpr size_t kNowhere = static_cast<size_t>(-1);

// A piece of the input, as md4c hands it over.
struct Piece {
  std::string_view text;
  size_t offset = kNowhere;  // in the input, when it points into it
};

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
