// SPDX-License-Identifier: MIT
#include "layout/line_break.hpp"

#include <graphemebreak.h>
#include <linebreak.h>

#include <algorithm>
#include <string>

#include "base/utf8.hpp"

namespace lectern::layout {
namespace {

bool ends_in_soft_hyphen(std::string_view text, size_t last_byte) {
  return last_byte >= 1 && text[last_byte] == '\xAD' && text[last_byte - 1] == '\xC2';
}

// Scripts without spaces between words; Lao follows Thai.
bool has_no_spaces(char32_t c) {
  return (c >= 0x0E01 && c <= 0x0EDF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17DD) ||
         (c >= 0xA9E0 && c <= 0xA9FE) || (c >= 0xAA60 && c <= 0xAA7F);
}

// Signs of these scripts that repeat or end what stands before them.
bool starts_no_line(char32_t c) {
  constexpr char32_t kSigns[] = {0x0E2F, 0x0E46, 0x0E5A, 0x0E5B, 0x0EAF, 0x0EC6, 0x104A,
                                 0x104B, 0x17D4, 0x17D5, 0x17D6, 0x17D7, 0x17DA};
  return std::find(std::begin(kSigns), std::end(kSigns), c) != std::end(kSigns);
}

// Arabic, Syriac, NKo, Mandaic, Mongolian and Adlam letters, their marks, and the joiner.
bool is_joining(char32_t c) {
  return (c >= 0x0620 && c <= 0x065F) || (c >= 0x066E && c <= 0x06D3) || (c >= 0x06D5 && c <= 0x077F) ||
         (c >= 0x07CA && c <= 0x07FA) || (c >= 0x0840 && c <= 0x08FF) || (c >= 0x1820 && c <= 0x18AA) ||
         c == 0x200D || (c >= 0x1E900 && c <= 0x1E94B);
}

// Arabic marks, through which letters join.
bool is_mark(char32_t c) { return (c >= 0x064B && c <= 0x065F) || c == 0x0670; }

// Arabic letters that join with none behind them (ArabicShaping.txt: types R and U).
bool ends_joining(char32_t c) {
  struct Range {
    char32_t first, last;
  };
  constexpr Range kRanges[] = {{0x0621, 0x0625}, {0x0627, 0x0627}, {0x0629, 0x0629}, {0x062F, 0x0632},
                               {0x0648, 0x0648}, {0x0671, 0x0677}, {0x0688, 0x0699}, {0x06C0, 0x06C0},
                               {0x06C3, 0x06CB}, {0x06CD, 0x06CD}, {0x06CF, 0x06CF}, {0x06D2, 0x06D5}};
  return std::any_of(std::begin(kRanges), std::end(kRanges),
                     [&](const Range& range) { return c >= range.first && c <= range.last; });
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
  std::string language(lang.substr(0, lang.find('-')));
  if (lang.ends_with("-u-lb-strict")) language += "-strict";  // as libunibreak names it
  set_linebreaks_utf8(bytes_of(text), text.size(), language.c_str(), marks.data());
  for (size_t i = 0; i < text.size(); ++i) {
    if (marks[i] == LINEBREAK_MUSTBREAK) breaks[i] = BreakAfter::must;
    if (marks[i] != LINEBREAK_ALLOWBREAK) continue;
    breaks[i] = ends_in_soft_hyphen(text, i) ? BreakAfter::hyphen : BreakAfter::allowed;
  }
  return breaks;
}

bool add_words(std::string_view text, TextMeasurer& measurer, std::vector<BreakAfter>& breaks) {
  constexpr unsigned char kFirstLead = 0xE0;  // of U+0E01 in UTF-8
  for (size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < kFirstLead) {
      ++i;
      continue;
    }
    size_t end = i;
    CodePoint c = decode_utf8(text, i);
    while (end < text.size() && has_no_spaces(c.value)) {
      end += static_cast<size_t>(c.bytes);
      c = decode_utf8(text, end);
    }
    if (end == i) {
      i += static_cast<size_t>(c.bytes);
      continue;
    }
    const std::vector<int> words = measurer.word_ends(text.substr(i, end - i));
    if (words.empty()) return false;
    for (const int word : words) {
      const size_t at = i + static_cast<size_t>(word);
      if (word > 0 && at < end && !starts_no_line(decode_utf8(text, at).value)) {
        breaks[at - 1] = BreakAfter::allowed;
      }
    }
    i = end;
  }
  return true;
}

void add_hyphenation(std::string_view text, const std::string& lang, TextMeasurer& measurer,
                     std::vector<BreakAfter>& breaks) {
  for (const int at : measurer.hyphens(text, lang)) {
    BreakAfter& after = breaks[static_cast<size_t>(at - 1)];
    if (after == BreakAfter::never) after = BreakAfter::hyphenation;
  }
}

bool grows_in_spaces(std::string_view text) {
  constexpr char32_t kFirstSymbol = 0x2010, kLastLetter = 0x206F;  // dashes and quotation marks are between
  constexpr char32_t kWide[] = {0x2020, 0x2021, 0x2030, 0x203B, 0x2042, 0x2047, 0x2048, 0x2049, 0x2051};
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += static_cast<size_t>(c.bytes);
    if (c.value < kFirstSymbol && !has_no_spaces(c.value)) continue;
    if (c.value > kLastLetter && c.value != U'\u20AC') return false;
    if (has_no_spaces(c.value) || std::find(std::begin(kWide), std::end(kWide), c.value) != std::end(kWide)) return false;
  }
  return true;
}

bool joins_letters(std::string_view text, size_t at) {
  if (!is_joining(decode_utf8(text, at).value)) return false;
  char32_t before = 0;
  do {
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    before = decode_utf8(text, at).value;
  } while (at > 0 && is_mark(before));
  return is_joining(before) && !ends_joining(before);
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

}  // namespace lectern::layout
