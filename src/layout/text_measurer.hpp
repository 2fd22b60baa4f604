// SPDX-License-Identifier: MIT
// How wide text is. The layout asks through this interface, in batches: in the browser its own text
// engine answers, in tests a fake with fixed advances.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "layout/tokens.hpp"

namespace lectern::layout {

struct Font {
  Family family = Family::serif;
  int weight = 400;
  bool italic = false;
  float size_px = 16;
  std::string lang = {};  // of the text: what stands in for missing glyphs depends on it; "" for the page's
  bool operator==(const Font&) const = default;
};

// "hi|italic 700 19px Charter, serif": the language, and the value of the CSS `font` property and of a canvas
// context's.
std::string css_font(const Font& font);

struct FontMetrics {
  float ascent_px = 0;    // from the baseline up to the top of the DOM's line rect
  float descent_px = 0;   // from the baseline down to its bottom
  float baseline_px = 0;  // from the top of a line box of the asked height down to the baseline
  bool joins = true;      // neighbouring elements in this font are shaped as one text
};

struct MeasureRequest {
  int font = 0;           // index into the fonts of the same call
  std::string_view text;  // one line; spaces count as they stand
};

class TextMeasurer {
 public:
  virtual ~TextMeasurer() = default;
  // Fills widths_px[i] with the advance of requests[i]. Spans have the same length.
  virtual void measure(std::span<const Font> fonts, std::span<const MeasureRequest> requests,
                       std::span<float> widths_px) = 0;
  virtual FontMetrics metrics(const Font& font, float line_height_px) = 0;
  // The byte offsets at which the words of a text end whose script has no spaces, the text's own end too; none
  // when they can't be told.
  virtual std::vector<int> word_ends(std::string_view text) = 0;
  // The byte offsets, ascending and inside words, at which a language has a text's words hyphenated; none where its
  // rules are not at hand.
  virtual std::vector<int> hyphens(std::string_view text, const std::string& lang) = 0;
};

// Remembers each (font, text) that was measured. Cleared when fonts arrive late.
class CachedMeasurer final : public TextMeasurer {
 public:
  explicit CachedMeasurer(TextMeasurer& source) : source_(source) {}
  void measure(std::span<const Font> fonts, std::span<const MeasureRequest> requests,
               std::span<float> widths_px) override;
  FontMetrics metrics(const Font& font, float line_height_px) override;
  std::vector<int> word_ends(std::string_view text) override {
    return source_.word_ends(text);
  }
  std::vector<int> hyphens(std::string_view text, const std::string& lang) override {
    return source_.hyphens(text, lang);
  }
  void clear();

 private:
  TextMeasurer& source_;
  std::unordered_map<std::string, float> widths_;
  std::unordered_map<std::string, FontMetrics> metrics_;
};

// Half the font's size for each code point, a full one for East Asian wide characters, nothing for
// combining marks; ascent 0.8, descent 0.2. Words without spaces are four characters long, and words may be
// hyphenated wherever three letters stand on both sides. For tests and golden files.
class FakeMeasurer final : public TextMeasurer {
 public:
  void measure(std::span<const Font> fonts, std::span<const MeasureRequest> requests,
               std::span<float> widths_px) override;
  FontMetrics metrics(const Font& font, float line_height_px) override;
  std::vector<int> word_ends(std::string_view text) override;
  std::vector<int> hyphens(std::string_view text, const std::string& lang) override;
};

}  // namespace lectern::layout
