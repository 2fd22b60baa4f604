// SPDX-License-Identifier: MIT
// The layout's measurer as the platform's text engine answers it.
#pragma once

#include "layout/text_measurer.hpp"

namespace lectern::app {

class PlatformMeasurer final : public layout::TextMeasurer {
 public:
  void measure(std::span<const layout::Font> fonts,
               std::span<const layout::MeasureRequest> requests,
               std::span<float> widths_px) override;
  layout::FontMetrics metrics(const layout::Font& font, float line_height_px) override;
  std::vector<int> word_ends(std::string_view text) override;
  std::vector<int> hyphens(std::string_view text, const std::string& lang) override;
};

}  // namespace lectern::app
