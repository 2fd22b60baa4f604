// SPDX-License-Identifier: MIT
#include "platform/headless/headless.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace lectern::platform {
namespace {

// "italic 700 19px Charter": the number before "px".
float size_of(std::string_view css_font) {
  const size_t end = css_font.find("px");
  const size_t begin = css_font.rfind(' ', end) + 1;
  return std::strtof(std::string(css_font.substr(begin, end - begin)).c_str(), nullptr);
}

// Half the size for each byte: text widths that a test can work out by hand.
float width_of(std::string_view css_font, std::string_view text) {
  return 0.5f * size_of(css_font) * static_cast<float>(text.size());
}

}  // namespace

Headless& headless() {
  static Headless state;
  return state;
}

void measure_texts(std::span<const std::string> css_fonts,
                   std::span<const TextWidthRequest> requests, std::span<float> widths_px) {
  for (size_t i = 0; i < requests.size(); ++i) {
    widths_px[i] = width_of(css_fonts[static_cast<size_t>(requests[i].font)], requests[i].text);
  }
}

LineMetrics measure_line(const std::string& css_font, float line_height_px) {
  const float size = size_of(css_font);
  return {0.8f * size, 0.2f * size, (line_height_px - size) / 2 + 0.8f * size};
}

std::vector<int> word_ends(std::string_view text) { return {static_cast<int>(text.size())}; }
std::vector<int> hyphens(std::string_view, const std::string&) { return {}; }

float html_height(int, float) { return 100; }

void html_tops(std::span<const int> blocks, std::span<float> tops_px) {
  for (size_t i = 0; i < blocks.size(); ++i) {
    tops_px[i] = headless().block_height * static_cast<float>(blocks[i]);
  }
}

NearBlocks html_near(int container, float top_px, float bottom_px) {
  const auto block_at = [](float y) { return static_cast<int>(y / headless().block_height); };
  return {std::max(container + 1, block_at(top_px)), block_at(bottom_px) + 1};
}

void measure_ink(std::span<const GlyphRun> runs, std::span<InkBox> boxes) {
  for (size_t i = 0; i < runs.size(); ++i) {
    const float size = size_of(runs[i].css_font);
    boxes[i] = {0, width_of(runs[i].css_font, runs[i].text), 0.8f * size, 0.2f * size};
  }
}

void raster_runs(std::span<const GlyphRun> runs) {
  headless().rastered.insert(headless().rastered.end(), runs.begin(), runs.end());
}

std::uint64_t glyph_page_texture(int page) { return static_cast<std::uint64_t>(page) + 2; }
void drop_glyph_pages() {}
std::uint64_t picture_texture(int, int, int) { return 1; }

bool canvas_is_above() { return false; }
bool start_renderer(CanvasSize) { return headless().has_webgl; }
void stop_renderer() {}
int max_canvas_px() { return 8192; }

CanvasSize place_canvas(const CanvasPlace& place) {
  headless().canvas = place;
  return {static_cast<int>(std::round(place.width_px * place.dpr)),
          static_cast<int>(std::round(place.height_px * place.dpr))};
}

void set_blend(Blend) {}
void render_draw_data(std::uint32_t) {}
int draw_calls() { return 0; }

bool apply_twin(std::span<const TwinBox> boxes, bool) {
  headless().twin.assign(boxes.begin(), boxes.end());
  return headless().twin_matches;
}
void release_twin() { headless().twin.clear(); }
void set_painted(std::span<const int> blocks) {
  headless().painted.assign(blocks.begin(), blocks.end());
}
void set_twin_attribute(int block, std::string_view name, std::string_view value) {
  headless().attributes[{block, std::string(name)}] = value;
}
void set_twin_text(int block, std::string_view text) { headless().texts[block] = text; }
void set_twin_hidden(int block, bool hidden) { headless().hidden[block] = hidden; }

void build_page(const PageHead& head, std::span<const std::uint8_t>,
                std::string_view texts) {
  headless().built = head;
  headless().built_texts = texts;
}

void scroll_to(float y_px) { headless().scrolled_to.push_back(y_px); }
void request_frame() { headless().frame_requested = true; }
double now_ms() { return headless().now_ms; }
void load_mood(std::string_view) {}
void store_mood(std::string_view article, std::string_view mood) {
  headless().stored_moods.emplace_back(article, mood);
}
void copy_text(std::string_view text) { headless().copied.emplace_back(text); }
void share(std::string_view, std::string_view) {}
void offer_embed(std::string_view, std::string_view) {}
void save_page() {}
std::size_t heap_bytes() { return 0; }

}  // namespace lectern::platform
