// SPDX-License-Identifier: MIT
#include "ingest/block_marks.hpp"

#include <algorithm>

#include "ingest/html_buffer.hpp"

namespace lectern::ingest {
namespace {

using model::Block;
using model::BlockKind;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

size_t before_blanks(std::string_view text, size_t offset) {
  while (offset > 0 && (text[offset - 1] == ' ' || text[offset - 1] == '\t'))
    --offset;
  return offset;
}

// Where the mark of a list item begins that stands before `offset`, on the same line.
size_t before_item_mark(std::string_view text, size_t offset) {
  size_t begin = before_blanks(text, offset);
  const bool task = begin >= 3 && text[begin - 1] == ']' && text[begin - 3] == '[';
  if (task) begin = before_blanks(text, begin - 3);
  if (begin == 0) return offset;
  const char mark = text[begin - 1];
  if (mark == '-' || mark == '+' || mark == '*') return begin - 1;
  if (mark != '.' && mark != ')') return offset;
  size_t digits = begin - 1;
  while (digits > 0 && is_digit(text[digits - 1]))
    --digits;
  return digits < begin - 1 ? digits : offset;
}

// The fence is the run of ` or ~ on the line before the first line of code.
size_t before_fence(std::string_view text, size_t offset) {
  size_t line_end = text.rfind('\n', offset == 0 ? 0 : offset - 1);
  if (line_end == std::string_view::npos) return offset;
  const size_t line = line_end == 0 ? 0 : text.rfind('\n', line_end - 1) + 1;  // npos + 1 is 0
  const std::string_view fence_line = text.substr(line, line_end - line);
  const size_t fence = std::min(fence_line.find("```"), fence_line.find("~~~"));
  return fence == std::string_view::npos ? offset : line + fence;
}

// The offset in a line of the marks of a thematic break at its end; kNowhere without one.
size_t rule_in_line(std::string_view line) {
  size_t begin = line.size();
  char mark = 0;
  int marks = 0;
  for (; begin > 0; --begin) {
    const char c = line[begin - 1];
    if (c == ' ' || c == '\t' || c == '\r') continue;
    if (!mark && (c == '*' || c == '-' || c == '_')) mark = c;
    if (!mark || c != mark) break;
    ++marks;
  }
  if (marks < 3) return kNowhere;
  return begin + line.substr(begin).find_first_not_of(" \t");
}

}  // namespace

size_t before_marks(std::string_view text, const Block& block, bool fenced, size_t offset) {
  size_t begin = before_blanks(text, offset);
  switch (block.kind) {
    case BlockKind::heading:
      if (begin == 0 || text[begin - 1] != '#') return offset;
      while (begin > 0 && text[begin - 1] == '#')
        --begin;
      return begin;
    case BlockKind::quote:
      return begin > 0 && text[begin - 1] == '>' ? begin - 1 : offset;
    case BlockKind::item:
      return before_item_mark(text, offset);
    case BlockKind::code:
      return fenced ? before_fence(text, offset) : offset;
    case BlockKind::row:
      return begin > 0 && text[begin - 1] == '|' ? begin - 1 : offset;
    default:
      return offset;  // a list begins with its first item, a table with its first row
  }
}

size_t find_rule(std::string_view text, size_t offset) {
  constexpr size_t kLookAhead = 4096;
  const std::string_view near = text.substr(0, std::min(text.size(), offset + kLookAhead));
  while (offset < near.size()) {
    const size_t end = std::min(near.find('\n', offset), near.size());
    const size_t found = rule_in_line(near.substr(offset, end - offset));
    if (found != kNowhere) return offset + found;
    offset = end + 1;
  }
  return kNowhere;
}

}  // namespace lectern::ingest
