// SPDX-License-Identifier: MIT
#include "app/text_engine.hpp"

#include "platform/platform.hpp"

namespace lectern::app {

void PlatformMeasurer::measure(std::span<const layout::Font> fonts,
                               std::span<const layout::MeasureRequest> requests,
                               std::span<float> widths_px) {
  std::vector<std::string> css_fonts;
  css_fonts.reserve(fonts.size());
  for (const layout::Font& font : fonts) css_fonts.push_back(layout::css_font(font));
  std::vector<platform::TextWidthRequest> asked;
  asked.reserve(requests.size());
  for (const layout::MeasureRequest& request : requests) asked.push_back({request.font, request.text});
  platform::measure_texts(css_fonts, asked, widths_px);
}

layout::FontMetrics PlatformMeasurer::metrics(const layout::Font& font, float line_height_px) {
  const platform::LineMetrics line =
      platform::measure_line(layout::css_font(font), line_height_px);
  return {line.ascent_px, line.descent_px, line.baseline_px, line.joins};
}

std::vector<int> PlatformMeasurer::word_ends(std::string_view text) {
  return platform::word_ends(text);
}

std::vector<int> PlatformMeasurer::hyphens(std::string_view text, const std::string& lang) {
  return platform::hyphens(text, lang);
}

}  // namespace lectern::app
