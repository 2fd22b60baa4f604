// SPDX-License-Identifier: MIT
#include "layout/bidi.hpp"

#include <SheenBidi/SheenBidi.h>

#include <algorithm>
#include <numeric>

#include "base/utf8.hpp"
#include "layout/direction.hpp"

namespace lectern::layout {
namespace {

// Embeddings, overrides and isolates. The marks U+200E and U+061C change nothing among left-to-right text.
bool orders_directions(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

bool has_right_to_left(std::string_view text) {
  constexpr unsigned char kFirstLead = 0xD6;  // of U+0590 in UTF-8; nothing before it runs that way
  for (size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < kFirstLead) {
      ++i;
      continue;
    }
    const CodePoint c = decode_utf8(text, i);
    i += static_cast<size_t>(c.bytes);
    if (is_right_to_left(c.value) || orders_directions(c.value)) return true;
  }
  return false;
}

std::vector<BidiLevel> bidi_levels(std::string_view text, bool right_to_left) {
  const BidiLevel base = right_to_left ? 1 : 0;
  std::vector<BidiLevel> levels(text.size(), base);
  const SBCodepointSequence source{SBStringEncodingUTF8, text.data(), text.size()};
  const SBAlgorithmRef algorithm = text.empty() ? nullptr : SBAlgorithmCreate(&source);
  if (!algorithm) return levels;  // out of memory: all runs as the page does
  for (size_t begin = 0; begin < text.size();) {
    const SBParagraphRef paragraph =
        SBAlgorithmCreateParagraph(algorithm, begin, text.size() - begin, base);
    if (!paragraph) break;
    const SBUInteger length = SBParagraphGetLength(paragraph);
    const SBLevel* const found = SBParagraphGetLevelsPtr(paragraph);
    std::copy(found, found + length, levels.begin() + static_cast<std::ptrdiff_t>(begin));
    begin += length;
    SBParagraphRelease(paragraph);
  }
  SBAlgorithmRelease(algorithm);
  return levels;
}

std::string in_direction(std::string_view words, BidiLevel level) {
  std::string out = level % 2 == 0 ? "\u202D" : "\u202E";
  return out.append(words).append("\u202C");
}

std::vector<size_t> visual_order(const std::vector<BidiLevel>& levels) {
  std::vector<size_t> order(levels.size());
  std::iota(order.begin(), order.end(), size_t{0});
  if (levels.empty()) return order;
  const BidiLevel highest = *std::max_element(levels.begin(), levels.end());
  for (BidiLevel level = highest; level > 0; --level) {
    // What is turned round keeps together, so that its ends can be found by the original places.
    for (size_t begin = 0; begin < levels.size();) {
      size_t end = begin;
      while (end < levels.size() && levels[order[end]] >= level) ++end;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(begin),
                   order.begin() + static_cast<std::ptrdiff_t>(end));
      begin = std::max(end, begin + 1);
    }
  }
  return order;
}

}  // namespace lectern::layout
