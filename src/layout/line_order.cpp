// SPDX-License-Identifier: MIT
#include "layout/line_order.hpp"

#include <algorithm>

namespace lectern::layout {

LineOrder order_line(const PreparedText& text, const PieceRange& range, float stretch_px) {
  // Pieces and the spaces between them, in turn.
  std::vector<BidiLevel> levels;
  for (size_t i = range.first; i < range.last; ++i) {
    const Piece& piece = text.pieces[i];
    levels.push_back(piece.level);
    if (i + 1 < range.last) levels.push_back(piece.next > piece.end ? piece.space_level : piece.level);
  }
  LineOrder line;
  for (const size_t part : visual_order(levels)) {
    const size_t index = range.first + part / 2;
    const Piece& piece = text.pieces[index];
    if (part % 2 == 0) line.pieces.push_back({index, line.width_px});
    line.width_px += part % 2 == 0 ? piece.width_px : piece.space_px > 0 ? piece.space_px + stretch_px : 0;
  }
  return line;
}

bool lines_stand_alone(const PreparedText& text, const std::vector<PieceRange>& lines) {
  if (lines.size() < 2) return true;
  return std::all_of(lines.begin(), lines.end(), [&](const PieceRange& line) {
    const auto begin = static_cast<size_t>(text.pieces[line.first].begin);
    const auto end = static_cast<size_t>(text.pieces[line.last - 1].end);
    const std::vector<BidiLevel> alone =
        bidi_levels(std::string_view(text.text).substr(begin, end - begin), text.right_to_left);
    for (size_t i = line.first; i < line.last; ++i) {
      const Piece& piece = text.pieces[i];
      for (auto at = static_cast<size_t>(piece.begin); at < static_cast<size_t>(piece.end); ++at) {
        if (alone[at - begin] != piece.level) return false;
      }
      const auto space = static_cast<size_t>(piece.end);
      if (space < end && piece.next > piece.end && alone[space - begin] != piece.space_level) return false;
    }
    return true;
  });
}

}  // namespace lectern::layout
