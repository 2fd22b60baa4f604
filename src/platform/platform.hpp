// SPDX-License-Identifier: MIT
// What the viewer needs of the machine it runs on. platform/web implements it with Emscripten and
// the ES modules in web/, platform/headless for native tests; the linker chooses.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/rect.hpp"

namespace lectern::platform {

// Text: the browser's own engine. Fonts are as layout::css_font gives them.
struct TextWidthRequest {
  int font = 0;  // index into css_fonts of the same call
  std::string_view text;
};
struct LineMetrics {
  float ascent_px, descent_px, baseline_px;  // as layout::FontMetrics
  bool joins = true;
};
void measure_texts(std::span<const std::string> css_fonts,
                   std::span<const TextWidthRequest> requests, std::span<float> widths_px);
LineMetrics measure_line(const std::string& css_font, float line_height_px);
// The byte offsets at which words of Thai, Lao, Myanmar or Khmer end; none when the browser can't tell.
std::vector<int> word_ends(std::string_view text);
// The byte offsets, ascending, at which words may be hyphenated in a language; none while its rules are not at hand:
// lectern_fonts_changed is called when they are.
std::vector<int> hyphens(std::string_view text, const std::string& lang);
float html_height(int block, float width_px);  // of an element left to the browser
// Where the browser has the top edges of elements: CSS px from the page's top. When they move by
// what the browser lays out itself, lectern_moved is called before it paints.
void html_tops(std::span<const int> blocks, std::span<float> tops_px);
// Of a container's elements, those that reach into [top_px, bottom_px]: the first, and the first one
// behind them (-1: none is).
struct NearBlocks {
  int begin = -1, end = -1;
};
NearBlocks html_near(int container, float top_px, float bottom_px);

// Glyph pages: RGBA textures, as wide as the longest line may be and 4 MiB each.
inline constexpr int kGlyphPageWidth = 2048;
inline constexpr int kGlyphPageHeight = 512;
struct GlyphRun {
  std::string css_font;  // with its size in device px
  std::string text;
  std::uint32_t color = 0;
  std::uint32_t ground = 0;
  int page = 0;                         // index of the glyph page, made when first used
  int x = 0, y = 0, width = 0, height = 0;  // the rect on the page, device px
  float origin_x = 0;                   // from the rect's left edge to the run's start
  float baseline = 0;                   // from the rect's top edge to the baseline
};
struct InkBox {
  float left = 0, right = 0, ascent = 0, descent = 0;  // from the start and baseline, device px
};
// The ink boxes of texts at device size, for the rects that glyphs need.
void measure_ink(std::span<const GlyphRun> runs, std::span<InkBox> boxes);
void raster_runs(std::span<const GlyphRun> runs);  // into their pages, now
std::uint64_t glyph_page_texture(int page);        // what ImTextureID holds
void drop_glyph_pages();                           // the context was lost, or fonts changed
std::uint64_t picture_texture(int block, int width_px, int height_px);  // 0: not (yet) there

// The canvas and ImGui's backends for it.
struct CanvasSize {  // device px
  int width = 0, height = 0;
};
// The size is the one that place_canvas will most likely want: making it twice takes a while. False: no
// WebGL2; the reason is said to the page by the caller.
bool start_renderer(CanvasSize size);
bool canvas_is_above();  // the HTML, transparent but for what is painted; else below it, opaque
void stop_renderer();
int max_canvas_px();    // the largest side
// Places the canvas on the page and sizes it, or leaves it larger; gives the device px that it has.
struct CanvasPlace {
  float left_px = 0, top_px = 0, width_px = 0, height_px = 0;  // CSS px, on whole device px
  float dpr = 1;
};
CanvasSize place_canvas(const CanvasPlace& place);
void render_draw_data(std::uint32_t clear_color);  // ImGui::GetDrawData(), cleared to 0xRRGGBB
// How the commands that follow are put on what is there: over it, or by each channel's lower or higher
// value. For callbacks in the draw lists, while render_draw_data runs.
enum class Blend : std::uint8_t { over, darker, lighter };
void set_blend(Blend blend);
int draw_calls();                                  // since the start

// The twin: the page's own HTML elements, by their data-block number. Each box becomes the custom
// properties --x --y --w --h --m --r of its element (px), which the stylesheet's canvas rules use.
inline constexpr int kHyphenBreak = -1;
struct TwinBreak {
  int offset = 0;  // UTF-16 units into the element's textContent: where the white space begins
  int length = 0;  // units of white space that the marker takes in; kHyphenBreak: none, and it shows a hyphen
  bool operator==(const TwinBreak&) const = default;
};
struct TwinBox {
  int block = 0;
  bool placed = false;
  float x = 0, y = 0;  // placed: within its container; y NaN: only the browser knows
  float width = 0, height = 0;  // height -1: left to the browser, and so are its lines
  float margin = 0;
  float rest = -1;  // what the last of its justified lines leaves of its room; -1: its lines are not justified
  int text_length = -1;  // UTF-16 units of its textContent; -1: not text of its own
  std::vector<TwinBreak> breaks;
  // Whether the browser would be told the same.
  bool is_same(const TwinBox& other) const {
    return block == other.block && placed == other.placed && x == other.x &&
           (y == other.y || (y != y && other.y != other.y)) && width == other.width &&
           height == other.height && margin == other.margin && rest == other.rest && text_length == other.text_length &&
           breaks == other.breaks;
  }
};
// `hold` keeps what is in view where it is in the window. False when the HTML is not the page that the
// core laid out (a translator edited it, say); the twin is then as it was before.
bool apply_twin(std::span<const TwinBox> boxes, bool hold);
void release_twin();                            // takes back all that apply_twin did
void set_painted(std::span<const int> blocks);  // these have the class `on`, no others
void set_twin_attribute(int block, std::string_view name, std::string_view value);
void set_twin_text(int block, std::string_view text);
void set_twin_hidden(int block, bool hidden);

// Has the elements of a page made that no HTML came for; the caller of the core is given them. The
// steps are semantics::MarkupStep, `texts` all of theirs, each after a NUL.
struct PageHead {
  std::string title, lang, dir;
};
void build_page(const PageHead& head, std::span<const std::uint8_t> steps,
                std::string_view texts);

// The reader's browser.
void scroll_to(float y_px);
void request_frame();  // one call of lectern_frame at the next animation frame
double now_ms();
void load_mood(std::string_view article);  // answered by lectern_mood_*
void store_mood(std::string_view article, std::string_view mood);  // "" takes it back
void copy_text(std::string_view text);                             // answered by lectern_copied
void share(std::string_view title, std::string_view url);
void offer_embed(std::string_view article, std::string_view title);
void save_page();  // answered by lectern_saved
std::size_t heap_bytes();

}  // namespace lectern::platform
