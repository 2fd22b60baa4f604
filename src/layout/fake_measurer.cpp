// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"
#include "layout/text_measurer.hpp"

namespace lectern::layout {
namespace {

float em_of(char32_t c) {
  if (c >= 0x0300 && c <= 0x036F) return 0;  // combining diacritical marks
  if (c >= 0x202A && c <= 0x202E) return 0;  // embeddings and overrides
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                    (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                    (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                    (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 1.0f : 0.5f;
}

}  // namespace

void FakeMeasurer::measure(std::span<const Font> fonts, std::span<const MeasureRequest> requests,
                           std::span<float> widths_px) {
  for (size_t i = 0; i < requests.size(); ++i) {
    const std::string_view text = requests[i].text;
    float em = 0;
    for (size_t at = 0; at < text.size();) {
      const CodePoint c = decode_utf8(text, at);
      em += em_of(c.value);
      at += static_cast<size_t>(c.bytes);
    }
    widths_px[i] = em * fonts[static_cast<size_t>(requests[i].font)].size_px;
  }
}

FontMetrics FakeMeasurer::metrics(const Font& font, float line_height_px) {
  const float ascent = 0.8f * font.size_px, descent = 0.2f * font.size_px;
  return {ascent, descent, (line_height_px - font.size_px) / 2 + ascent};
}

std::vector<int> FakeMeasurer::word_ends(std::string_view text) {
  constexpr int kLetters = 4;
  std::vector<int> ends;
  int letters = 0;
  for (size_t at = 0; at < text.size();) {
    at += static_cast<size_t>(decode_utf8(text, at).bytes);
    if (++letters % kLetters == 0 || at == text.size()) ends.push_back(static_cast<int>(at));
  }
  return ends;
}

std::vector<int> FakeMeasurer::hyphens(std::string_view text, const std::string&) {
  constexpr size_t kBeside = 3;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::vector<int> found;
  for (size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
    for (end = begin; end < text.size() && is_letter(text[end]);) ++end;
    for (size_t at = begin + kBeside; at + kBeside <= end; ++at) found.push_back(static_cast<int>(at));
  }
  return found;
}

}  // namespace lectern::layout
