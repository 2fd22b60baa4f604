// SPDX-License-Identifier: MIT
#include "base/excerpt.hpp"

#include <algorithm>
#include <utility>

#include "base/text_width.hpp"
#include "base/utf8.hpp"
#include "base/visible.hpp"

namespace lectern {
namespace {

constexpr int kTab = 4;
constexpr int kMinColumns = 40;
constexpr size_t kNumberWidth = 5;  // a longer line number moves its own bar

struct Piece {
  std::string text;
  int width = 0;
};

bool ends_line(std::string_view text, size_t i) {
  return i >= text.size() || text[i] == '\n' || text[i] == '\r';
}

size_t size_at(std::string_view text, size_t i) {
  return static_cast<size_t>(std::max(1, decode_utf8(text, i).bytes));
}

// What a terminal shows for the character at `i`, where `column` columns stand before it.
Piece shown(std::string_view text, size_t i, int column) {
  const char32_t c = decode_utf8(text, i).value;
  if (c == '\t') {
    const int width = kTab - column % kTab;
    return {std::string(static_cast<size_t>(width), ' '), width};
  }
  Piece piece;
  append_utf8(piece.text, steers_terminal(c) ? 0xFFFD : c);
  piece.width = steers_terminal(c) ? 1 : terminal_columns(c);
  return piece;
}

// The offset of the character before the one at `i`, which is not the first.
size_t previous(std::string_view text, size_t i) {
  size_t back = i - 1;
  while (back > 0 && i - back < 4 && (static_cast<unsigned char>(text[back]) & 0xC0) == 0x80)
    --back;
  // Broken bytes are one character each.
  return back + size_at(text, back) == i ? back : i - 1;
}

}  // namespace

SourceLines::SourceLines(std::string text) : text_(std::move(text)) {
  if (text_.starts_with("\xEF\xBB\xBF")) text_.erase(0, 3);  // it takes no column
}

bool SourceLines::go_to_line(int line) {
  if (line < line_) {
    line_ = 1;
    begin_ = at_ = 0;
    column_ = 1;
  }
  while (line_ < line) {
    const size_t end = text_.find_first_of("\r\n", at_);
    if (end == std::string::npos) return false;
    begin_ = at_ = end + (text_.compare(end, 2, "\r\n") == 0 ? 2 : 1);
    column_ = 1;
    ++line_;
  }
  return true;
}

std::string SourceLines::excerpt(Place place, int columns) {
  if (place.line < 1 || !go_to_line(place.line)) return "";
  if (place.column < column_) {
    column_ = 1;
    at_ = begin_;
  }
  while (column_ < place.column && !ends_line(text_, at_)) {
    at_ += size_at(text_, at_);
    ++column_;
  }

  std::string number = std::to_string(place.line);
  number.insert(0, kNumberWidth - std::min(kNumberWidth, number.size()), ' ');
  const int room = std::max(columns, kMinColumns) - static_cast<int>(number.size()) - 3;

  // From two thirds of the room before the place; a tab there counts as its widest.
  size_t from = at_;
  for (int before = 0; from > begin_;) {
    const size_t next = previous(text_, from);
    before += text_[next] == '\t' ? kTab : terminal_columns(decode_utf8(text_, next).value);
    if (before > room * 2 / 3) break;
    from = next;
  }
  std::string line = from > begin_ ? "…" : "";
  int width = from > begin_ ? 1 : 0, caret = -1;
  for (size_t i = from; !ends_line(text_, i); i += size_at(text_, i)) {
    if (i == at_) caret = width;
    const Piece piece = shown(text_, i, width);
    const bool last = ends_line(text_, i + size_at(text_, i));
    if (width + piece.width > (last ? room : room - 1)) {
      line += "…";
      break;
    }
    line += piece.text;
    width += piece.width;
  }
  if (caret < 0) caret = width;
  return number + " | " + line + '\n' + std::string(number.size(), ' ') + " | " +
         std::string(static_cast<size_t>(caret), ' ') + "^\n";
}

}  // namespace lectern
