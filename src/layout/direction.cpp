// SPDX-License-Identifier: MIT
#include "layout/direction.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace lectern::layout {
namespace {

// Letters that run from left to right: near enough all others beyond punctuation and digits.
bool is_left_to_right(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x58F) ||
         (c >= 0x0900 && c <= 0x1FFF) || c == 0x200E || (c >= 0x3040 && c < 0xFB00) ||
         (c >= 0x20000);
}

}  // namespace

bool is_right_to_left(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || c == 0x200F || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

std::string_view direction_of(std::string_view dir, std::string_view lang) {
  if (dir == "ltr" || dir == "rtl") return dir;
  constexpr std::string_view kRightToLeft[] = {"ar", "arc", "ckb", "dv", "fa", "he", "nqo",
                                               "ps", "sd",  "syr", "ug", "ur", "yi"};
  const std::string_view language = lang.substr(0, lang.find('-'));
  const bool found = std::find(std::begin(kRightToLeft), std::end(kRightToLeft), language) !=
                     std::end(kRightToLeft);
  return found ? "rtl" : "ltr";
}

std::string_view direction_of_text(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += static_cast<size_t>(c.bytes);
    if (is_right_to_left(c.value)) return "rtl";
    if (is_left_to_right(c.value)) return "ltr";
  }
  return "";
}

}  // namespace lectern::layout
