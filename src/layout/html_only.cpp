// SPDX-License-Identifier: MIT
#include "layout/html_only.hpp"

#include "base/utf8.hpp"

namespace lectern::layout {
namespace {

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

bool has_kana(std::string_view text) {
  constexpr unsigned char kLead = 0xE3;  // of U+3040 to U+30FF in UTF-8
  for (size_t i = text.find(static_cast<char>(kLead)); i != std::string_view::npos;
       i = text.find(static_cast<char>(kLead), i + 1)) {
    const char32_t c = decode_utf8(text, i).value;
    if (c >= 0x3040 && c <= 0x30FF) return true;
  }
  return false;
}

bool needs_browser(const model::Inlines& inlines) {
  if (has_empty_line(inlines)) return true;
  for (const model::Inline& item : inlines) {
    if (item.kind == model::InlineKind::image && !item.url.empty()) return true;
    if (item.kind == model::InlineKind::quotation) return true;  // the browser sets the marks
    if (item.kind == model::InlineKind::ruby) return true;       // and readings
    if (needs_browser(item.children)) return true;
  }
  return false;
}

}  // namespace lectern::layout
