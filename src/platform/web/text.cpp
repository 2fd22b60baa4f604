// SPDX-License-Identifier: MIT
// Text by the browser's own engine; web/text.js does the work.
#include "platform/platform.hpp"
#include "platform/web/host.hpp"

namespace lectern::platform {

void measure_texts(std::span<const std::string> css_fonts,
                   std::span<const TextWidthRequest> requests, std::span<float> widths_px) {
  if (requests.empty()) return;
  Request request("measure");
  request.number(static_cast<double>(css_fonts.size()));
  for (const std::string& font : css_fonts) request.text(font);
  for (const TextWidthRequest& item : requests) request.number(item.font).text(item.text);
  std::vector<double> widths(requests.size());
  request.send(widths);
  for (std::size_t i = 0; i < widths.size(); ++i) widths_px[i] = static_cast<float>(widths[i]);
}

LineMetrics measure_line(const std::string& css_font, float line_height_px) {
  double out[4] = {};
  Request("line").text(css_font).number(line_height_px).send(out);
  return {static_cast<float>(out[0]), static_cast<float>(out[1]), static_cast<float>(out[2]),
          out[3] != 0};
}

std::vector<int> word_ends(std::string_view text) {
  constexpr int kBytes = 3;  // of each character of these scripts, which is one UTF-16 unit
  std::vector<double> units(text.size() / kBytes);
  units.resize(static_cast<std::size_t>(Request("words").text(text).send(units)));
  std::vector<int> ends;
  for (const double unit : units) ends.push_back(kBytes * static_cast<int>(unit));
  return ends;
}

std::vector<int> hyphens(std::string_view text, const std::string& lang) {
  std::vector<double> units(text.size());
  units.resize(static_cast<std::size_t>(Request("hyphens").text(text).text(lang).send(units)));
  std::vector<int> offsets;
  std::size_t at = 0;
  double counted = 0;  // UTF-16 units of the text's first `at` bytes
  for (const double unit : units) {
    for (; at < text.size() && counted < unit; ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if ((byte & 0xC0) != 0x80) counted += byte >= 0xF0 ? 2 : 1;
    }
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    offsets.push_back(static_cast<int>(at));
  }
  return offsets;
}

float html_height(int block, float width_px) {
  return static_cast<float>(Request("html_height").number(block).number(width_px).send());
}

void html_tops(std::span<const int> blocks, std::span<float> tops_px) {
  Request request("tops");
  for (const int block : blocks) request.number(block);
  std::vector<double> tops(blocks.size());
  request.send(tops);
  for (std::size_t i = 0; i < tops.size(); ++i) tops_px[i] = static_cast<float>(tops[i]);
}

NearBlocks html_near(int container, float top_px, float bottom_px) {
  double out[2] = {};
  Request("near").number(container).number(top_px).number(bottom_px).send(out);
  return {static_cast<int>(out[0]), static_cast<int>(out[1])};
}

void measure_ink(std::span<const GlyphRun> runs, std::span<InkBox> boxes) {
  if (runs.empty()) return;
  Request request("ink");
  for (const GlyphRun& run : runs) request.text(run.css_font).text(run.text);
  std::vector<double> out(4 * runs.size());
  request.send(out);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    boxes[i] = {static_cast<float>(out[4 * i]), static_cast<float>(out[4 * i + 1]),
                static_cast<float>(out[4 * i + 2]), static_cast<float>(out[4 * i + 3])};
  }
}

}  // namespace lectern::platform
