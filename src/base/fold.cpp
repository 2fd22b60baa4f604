// SPDX-License-Identifier: MIT
#include "base/fold.hpp"

#include <algorithm>
#include <iterator>

#include "base/decompositions.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

char32_t lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  const bool by_32 = (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) ||
                     (c >= 0x410 && c <= 0x42F);
  if (by_32) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  // Capitals are even in most of Latin Extended-A and of the Cyrillic supplement, odd in the rest.
  const bool odd_capitals = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if (odd_capitals) return c % 2 == 1 ? c + 1 : c;
  const bool pairs = (c >= 0x100 && c <= 0x177 && c != 0x138 && c != 0x149) ||
                     (c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) ||
                     (c >= 0x4D0 && c <= 0x52F);
  return pairs && c % 2 == 0 ? c + 1 : c;
}

// UAX #15, "Hangul syllable decomposition".
void append_syllable(std::string& out, char32_t index) {
  constexpr char32_t kVowels = 21, kTails = 28;
  append_utf8(out, 0x1100 + index / (kVowels * kTails));
  append_utf8(out, 0x1161 + index % (kVowels * kTails) / kTails);
  if (index % kTails > 0) append_utf8(out, 0x11A7 + index % kTails);
}

void append_folded(std::string& out, char32_t c) {
  if (c < 0xC0) return append_utf8(out, lower(c));
  if (c >= 0xAC00 && c <= 0xD7A3) return append_syllable(out, c - 0xAC00);
  const auto* found = std::lower_bound(
      std::begin(kDecompositions), std::end(kDecompositions), c,
      [](const Decomposition& entry, char32_t value) { return entry.whole < value; });
  if (found == std::end(kDecompositions) || found->whole != c) return append_utf8(out, lower(c));
  append_folded(out, found->base);  // at most four levels deep
  if (found->mark != 0) append_utf8(out, found->mark);
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    if (c.value == 0xFFFD) {  // a file's name may be of any bytes
      out += text.substr(i, static_cast<size_t>(c.bytes));
    } else {
      append_folded(out, c.value);
    }
    i += static_cast<size_t>(c.bytes);
  }
  return out;
}

}  // namespace lectern
