// SPDX-License-Identifier: MIT
#include "base/letters.hpp"

#include <algorithm>
#include <iterator>

namespace lectern {
namespace {

struct Range {
  char32_t first, last;
};

// Beyond ASCII, in whole Unicode blocks where a block holds little else. It is about readable
// names, not about a property of Unicode.
constexpr Range kNoLetters[] = {
    {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},       {0xBB, 0xBF},        {0xD7, 0xD7},
    {0xF7, 0xF7},     {0x2000, 0x206F}, {0x20A0, 0x20CF},   {0x2190, 0x2BFF},    {0x2E00, 0x2E7F},
    {0x3000, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030},   {0xD800, 0xF8FF},    {0xFE00, 0xFE1F},
    {0xFE30, 0xFE6F}, {0xFEFF, 0xFEFF}, {0xFF00, 0xFF0F},   {0xFF1A, 0xFF20},    {0xFF3B, 0xFF40},
    {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF},
};

}  // namespace

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  return std::none_of(std::begin(kNoLetters), std::end(kNoLetters),
                      [c](const Range& range) { return c >= range.first && c <= range.last; });
}

char32_t small_letter(char32_t c) {
  const bool by_32 = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
                     (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F);
  if (by_32) return c + 0x20;
  return c >= 0x400 && c <= 0x40F ? c + 0x50 : c;
}

char32_t fold_letter(char32_t c) {
  // Pairs of a capital and its small letter: the capitals are even in one part, odd in the other.
  if ((c >= 0x100 && c <= 0x12F) || (c >= 0x132 && c <= 0x137) || (c >= 0x14A && c <= 0x177))
    return c | 1;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c + (c & 1);
  switch (c) {
    case 0x178:  // Ÿ
      return 0xFF;
    case 0x386:  // Ά
      return 0x3AC;
    case 0x388:  // Έ
    case 0x389:
    case 0x38A:
      return c + 0x25;
    case 0x38C:  // Ό
      return 0x3CC;
    case 0x38E:  // Ύ
    case 0x38F:
      return c + 0x3F;
    case 0x3C2:  // ς
      return 0x3C3;
    default:
      return small_letter(c);
  }
}

bool is_cjk(char32_t c) {
  return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30FF) ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace lectern
