// SPDX-License-Identifier: MIT
// Names for folders and addresses, made of a path or a title. Letters of other scripts stay: a
// Japanese title would otherwise leave nothing.
#include "base/slug.hpp"

#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr size_t kMaxSlugBytes = 80;  // with ".json" and a hash well below the 255 of a file name

struct Range {
  char32_t first, last;
};

// Spaces, punctuation, symbols, controls and private use beyond ASCII, in whole Unicode blocks
// where a block holds little else. It is about readable names, not about a property of Unicode.
constexpr Range kNoLetters[] = {
    {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},       {0xBB, 0xBF},        {0xD7, 0xD7},
    {0xF7, 0xF7},     {0x2000, 0x206F}, {0x20A0, 0x20CF},   {0x2190, 0x2BFF},    {0x2E00, 0x2E7F},
    {0x3000, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030},   {0xD800, 0xF8FF},    {0xFE00, 0xFE1F},
    {0xFE30, 0xFE6F}, {0xFEFF, 0xFEFF}, {0xFF00, 0xFF0F},   {0xFF1A, 0xFF20},    {0xFF3B, 0xFF40},
    {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF},
};

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  return std::none_of(std::begin(kNoLetters), std::end(kNoLetters),
                      [c](const Range& range) { return c >= range.first && c <= range.last; });
}

// Capitals of ASCII, Latin-1, Greek and Cyrillic, whose small letters are at a fixed distance.
char32_t lower(char32_t c) {
  const bool by_32 = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
                     (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F);
  if (by_32) return c + 0x20;
  return c >= 0x400 && c <= 0x40F ? c + 0x50 : c;
}

}  // namespace

std::string slug(std::string_view text) {
  std::string out;
  bool gap = false;
  for (size_t i = 0; i < text.size();) {
    const CodePoint code_point = decode_utf8(text, i);
    i += static_cast<size_t>(code_point.bytes);
    const char32_t c = lower(code_point.value);
    if (!is_letter(c)) {
      gap = !out.empty();
      continue;
    }
    std::string next = gap ? "-" : "";
    append_utf8(next, c);
    if (out.size() + next.size() > kMaxSlugBytes) break;
    out += next;
    gap = false;
  }
  return out.empty() ? "article" : out;
}

}  // namespace lectern
