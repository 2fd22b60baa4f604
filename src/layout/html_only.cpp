// SPDX-License-Identifier: MIT
#include "layout/html_only.hpp"

#include "base/utf8.hpp"

namespace lectern::layout {
namespace {

struct Range {
  char32_t first, last;
};

constexpr Range kRanges[] = {
    {0x0590, 0x08FF},    // Hebrew, Arabic, Syriac, Thaana, NKo, Samaritan, Mandaic
    {0x0E00, 0x0EFF},    // Thai, Lao
    {0x1000, 0x109F},    // Myanmar
    {0x1780, 0x17FF},    // Khmer
    {0x3040, 0x30FF},    // kana, which Chromium kerns in the DOM and not on a canvas
    {0x19E0, 0x19FF},    // Khmer symbols
    {0x200E, 0x200F},    // left-to-right and right-to-left mark
    {0x202A, 0x202E},    // embeddings and overrides
    {0x2066, 0x2069},    // isolates
    {0xA9E0, 0xA9FF},    // Myanmar extended
    {0xAA60, 0xAA7F},    // Myanmar extended
    {0xFB1D, 0xFDFF},    // Hebrew and Arabic presentation forms
    {0xFE70, 0xFEFC},    // Arabic presentation forms
    {0x10800, 0x10FFF},  // right-to-left scripts of the supplementary plane
    {0x1E800, 0x1EFFF},  // Mende Kikakui, Adlam, Arabic mathematical symbols
};

bool has_such_text(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += static_cast<size_t>(c.bytes);
    if (c.value < kRanges[0].first) continue;
    for (const Range& range : kRanges) {
      if (c.value >= range.first && c.value <= range.last) return true;
    }
  }
  return false;
}

// An empty line: a <br> at the start or after another.
bool has_empty_line(const model::Inlines& inlines) {
  bool at_line_start = true;
  for (const model::Inline& item : inlines) {
    if (item.kind == model::InlineKind::soft_break) continue;
    const bool line_end = item.kind == model::InlineKind::hard_break;
    if (line_end && at_line_start) return true;
    at_line_start = line_end;
  }
  return false;
}

}  // namespace

bool needs_browser(const model::Inlines& inlines) {
  if (has_empty_line(inlines)) return true;
  for (const model::Inline& item : inlines) {
    if (item.kind == model::InlineKind::image && !item.url.empty()) return true;
    if (item.kind == model::InlineKind::quotation) return true;  // the browser sets the marks
    if (has_such_text(item.text) || needs_browser(item.children)) return true;
  }
  return false;
}

}  // namespace lectern::layout
