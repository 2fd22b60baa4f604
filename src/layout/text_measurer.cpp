// SPDX-License-Identifier: MIT
#include "layout/text_measurer.hpp"

#include "base/number.hpp"

namespace lectern::layout {
namespace {

std::string key_of(const Font& font, std::string_view text) {
  std::string key;
  key.reserve(text.size() + 24);
  key += static_cast<char>(font.family);
  key += font.italic ? 'i' : 'r';
  key.append(reinterpret_cast<const char*>(&font.weight), sizeof font.weight);
  key.append(reinterpret_cast<const char*>(&font.size_px), sizeof font.size_px);
  key += font.lang + '|';
  return key.append(text);
}

}  // namespace

std::string css_font(const Font& font) {
  std::string out = font.lang + (font.italic ? "|italic " : "|");
  out += std::to_string(font.weight) + ' ';
  out += decimal(static_cast<double>(font.size_px), 4) + "px ";
  return out.append(css_family(font.family));
}

void CachedMeasurer::measure(std::span<const Font> fonts, std::span<const MeasureRequest> requests,
                             std::span<float> widths_px) {
  std::vector<MeasureRequest> missing;
  std::vector<float*> slots;
  std::vector<float*> answers(requests.size());
  for (size_t i = 0; i < requests.size(); ++i) {
    const Font& font = fonts[static_cast<size_t>(requests[i].font)];
    const auto [entry, added] = widths_.try_emplace(key_of(font, requests[i].text), 0.0f);
    answers[i] = &entry->second;  // stays valid: unordered_map does not move its elements
    if (!added) continue;
    missing.push_back(requests[i]);
    slots.push_back(&entry->second);
  }
  if (!missing.empty()) {
    std::vector<float> widths(missing.size());
    source_.measure(fonts, missing, widths);
    for (size_t i = 0; i < missing.size(); ++i) *slots[i] = widths[i];
  }
  for (size_t i = 0; i < requests.size(); ++i) widths_px[i] = *answers[i];
}

FontMetrics CachedMeasurer::metrics(const Font& font, float line_height_px) {
  const std::string_view height(reinterpret_cast<const char*>(&line_height_px),
                                sizeof line_height_px);
  const auto [entry, added] = metrics_.try_emplace(key_of(font, height));
  if (added) entry->second = source_.metrics(font, line_height_px);
  return entry->second;
}

void CachedMeasurer::clear() {
  widths_.clear();
  metrics_.clear();
}

}  // namespace lectern::layout
