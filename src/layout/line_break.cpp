// SPDX-License-Identifier: MIT
#include "layout/line_break.hpp"

#include <graphemebreak.h>
#include <linebreak.h>

#include <string>

namespace lectern::layout {
namespace {

// Sums of measured words differ from the browser's whole line by a few hundredths of a px.
constexpr float kTolerance = 0.05f;

bool ends_in_soft_hyphen(std::string_view text, size_t last_byte) {
  return last_byte >= 1 && text[last_byte] == '\xAD' && text[last_byte - 1] == '\xC2';
}

const utf8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const utf8_t*>(text.data());
}

}  // namespace

std::vector<BreakAfter> find_breaks(std::string_view text, std::string_view lang) {
  static const bool ready = (init_linebreak(), init_graphemebreak(), true);
  (void)ready;
  std::vector<BreakAfter> breaks(text.size(), BreakAfter::never);
  if (text.empty()) return breaks;
  std::string marks(text.size(), 0);
  const std::string language(lang.substr(0, lang.find('-')));
  set_linebreaks_utf8(bytes_of(text), text.size(), language.c_str(), marks.data());
  for (size_t i = 0; i < text.size(); ++i) {
    if (marks[i] == LINEBREAK_ALLOWBREAK && !ends_in_soft_hyphen(text, i)) {
      breaks[i] = BreakAfter::allowed;
    }
  }
  return breaks;
}

std::vector<int> grapheme_ends(std::string_view text) {
  std::vector<int> ends;
  if (text.empty()) return ends;
  std::string marks(text.size(), 0);
  set_graphemebreaks_utf8(bytes_of(text), text.size(), "", marks.data());
  for (size_t i = 0; i < text.size(); ++i) {
    if (marks[i] == GRAPHEMEBREAK_BREAK) ends.push_back(static_cast<int>(i + 1));
  }
  if (ends.empty() || ends.back() != static_cast<int>(text.size())) {
    ends.push_back(static_cast<int>(text.size()));
  }
  return ends;
}

std::vector<PieceRange> break_lines(const std::vector<Piece>& pieces, float width_px) {
  std::vector<PieceRange> lines;
  size_t first = 0;
  while (first < pieces.size()) {
    float width = 0;
    size_t allowed = 0, emergency = 0;  // the last opportunities in this line; 0 is none
    size_t end = first;
    while (end < pieces.size()) {
      const Piece& piece = pieces[end];
      if (end > first && width + piece.width_px > width_px + kTolerance) {
        if (allowed || emergency) {
          end = allowed ? allowed : emergency;
          break;
        }
      }
      width += piece.width_px + piece.space_px;
      ++end;
      if (piece.break_after == BreakAfter::must) break;
      if (piece.break_after == BreakAfter::allowed) allowed = end;
      if (piece.break_after == BreakAfter::emergency) emergency = end;
    }
    lines.push_back({first, end});
    first = end;
  }
  return lines;
}

}  // namespace lectern::layout
