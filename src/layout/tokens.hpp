// SPDX-License-Identifier: MIT
// The design tokens: type scale, spacing scale, measures and colours, in this one place. The
// layout computes with them, the painter draws with them, and the stylesheet is written from them
// (semantics/token_styles), so that HTML and canvas cannot drift apart. Lengths are in rem; 1 rem is
// the reader's own root font size. A publication may have others than these defaults (token_values.hpp):
// those in force are one value, tokens(), since a program has one publication at hand.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lectern::layout {

enum class Family : std::uint8_t { serif, sans, mono };

inline constexpr int kFamilyCount = 3;

enum class Color : std::uint8_t {
  paper,      // the page
  ink,        // text
  muted,      // secondary text
  accent,     // links, the current thing
  rule,       // hairlines and borders
  tint,       // buttons, code
  tint_over,  // a button under the pointer
  tint_down,  // a button pressed down
  on_accent,  // text on accent
  highlight,  // selection, mark
  code_comment,  // parts of a block of code, in the order of model::CodeKind
  code_keyword,
  code_string,
  code_number,
  code_name,
  code_inserted,
  code_deleted,
};
inline constexpr int kColorCount = 17;

struct ColorToken {
  std::string_view name;  // --NAME in CSS
  std::uint32_t light;    // 0xRRGGBB
  std::uint32_t dark;
};

// Text on paper and on tint has a contrast of at least 4.5 in both themes, accent on paper and code on tint too.
using Colors = std::array<ColorToken, kColorCount>;
inline constexpr Colors kColors{{
    {"paper", 0xFBFAF7, 0x171614},
    {"ink", 0x1D1B18, 0xE8E3D9},
    {"muted", 0x615C54, 0xA8A297},
    {"accent", 0x8C2B1B, 0xF2A283},
    {"rule", 0xD9D4CA, 0x3B3833},
    {"tint", 0xF1EEE7, 0x22201D},
    {"tint-over", 0xE6E1D6, 0x2E2B27},
    {"tint-down", 0xD8D1C2, 0x3B3731},
    {"on-accent", 0xFFFFFF, 0x1B0F0A},
    {"highlight", 0xF6DDA0, 0x564116},
    {"code-comment", 0x68635A, 0xA09A8E},
    {"code-keyword", 0x7B2D77, 0xDBA6DE},
    {"code-string", 0x2C6632, 0xA9CF9C},
    {"code-number", 0x8A4B08, 0xE8BA7C},
    {"code-name", 0x1D5A8C, 0x95C4EA},
    {"code-inserted", 0x1E6B3C, 0x8AD0A0},
    {"code-deleted", 0xA3261B, 0xF59C8F},
}};

// The spacing scale of the table of elements: each step about 1.5 times the one before.
inline constexpr float kSpace1 = 0.25f;
inline constexpr float kSpace2 = 0.5f;
inline constexpr float kSpace3 = 0.75f;
inline constexpr float kSpace4 = 1.25f;
inline constexpr float kSpace5 = 2.0f;
inline constexpr float kSpace6 = 3.0f;
inline constexpr float kSpaces[] = {kSpace1, kSpace2, kSpace3, kSpace4, kSpace5, kSpace6};
inline constexpr float kButtonHeight = 2.75f;  // 44 CSS px at the usual root size
inline constexpr float kButtonPadding = 1.0f;

// Measures that no publication changes.
inline constexpr float kPhoneBelow = 40.0f; // smaller type and closer grids below this
inline constexpr float kListIndent = 1.5f;
inline constexpr float kQuoteIndent = 1.25f;
inline constexpr float kCrumbGap = 1.25f;    // room for the separator between two crumbs
inline constexpr float kColumnIndent = 1.0f;  // for each level of the column map
inline constexpr int kMaxColumnDepth = 6;

// A text style: a face at a size with its leading. Sizes of a phone stand beside where they differ.
struct TypeToken {
  std::string_view name;
  Family family;
  int weight;
  bool italic;
  float size;          // rem
  float line_height;   // rem
  float phone_size;
  float phone_line_height;
  Color color;
};

enum class TextStyle : std::uint8_t {
  masthead,
  title,
  standfirst,
  meta,
  body,
  heading2,
  heading3,
  heading4,
  heading5,
  heading6,
  body_strong,
  quote,
  pull_quote,
  note,
  code,
  caption,
  panel_heading,
  panel_text,
  side_text,
  button,
  label,
};
inline constexpr int kTextStyleCount = 21;

using Types = std::array<TypeToken, kTextStyleCount>;
inline constexpr Types kTypes{{
    {"masthead", Family::serif, 700, false, 1.125f, 1.5f, 1.0625f, 1.5f, Color::ink},
    {"title", Family::serif, 700, false, 2.75f, 3.125f, 2.0f, 2.375f, Color::ink},
    {"standfirst", Family::serif, 400, false, 1.375f, 1.9375f, 1.1875f, 1.6875f, Color::muted},
    {"meta", Family::sans, 400, false, 0.875f, 1.375f, 0.875f, 1.375f, Color::muted},
    {"body", Family::serif, 400, false, 1.1875f, 1.9375f, 1.125f, 1.8125f, Color::ink},
    {"heading2", Family::serif, 700, false, 1.625f, 2.125f, 1.4375f, 1.9375f, Color::ink},
    {"heading3", Family::serif, 700, false, 1.25f, 1.8125f, 1.1875f, 1.75f, Color::ink},
    {"heading4", Family::serif, 700, true, 1.1875f, 1.75f, 1.125f, 1.6875f, Color::ink},
    {"heading5", Family::sans, 700, false, 1.0f, 1.5f, 0.9375f, 1.4375f, Color::ink},
    {"heading6", Family::sans, 700, false, 0.875f, 1.375f, 0.875f, 1.375f, Color::muted},
    {"body-strong", Family::serif, 700, false, 1.1875f, 1.9375f, 1.125f, 1.8125f, Color::ink},
    {"quote", Family::serif, 400, true, 1.1875f, 1.9375f, 1.125f, 1.8125f, Color::ink},
    {"pull-quote", Family::serif, 400, false, 1.5f, 2.0625f, 1.3125f, 1.8125f, Color::ink},
    {"note", Family::serif, 400, false, 1.0f, 1.5625f, 1.0f, 1.5625f, Color::ink},
    {"code", Family::mono, 400, false, 0.9375f, 1.5f, 0.875f, 1.4375f, Color::ink},
    {"caption", Family::sans, 400, false, 0.875f, 1.3125f, 0.875f, 1.3125f, Color::muted},
    {"panel-heading", Family::sans, 700, false, 0.8125f, 1.25f, 0.8125f, 1.25f, Color::ink},
    {"panel-text", Family::serif, 400, false, 1.125f, 1.5625f, 1.125f, 1.5625f, Color::ink},
    {"side-text", Family::serif, 400, false, 1.0f, 1.4375f, 1.0625f, 1.5f, Color::ink},
    {"button", Family::sans, 400, false, 0.9375f, 1.25f, 0.9375f, 1.25f, Color::ink},
    {"label", Family::sans, 400, false, 0.8125f, 1.25f, 0.8125f, 1.25f, Color::muted},
}};

// A design: everything that a publication may change.
struct Tokens {
  Colors colors = kColors;
  Types types = kTypes;
  // By Family. Named faces only: `system-ui` differs between canvas and DOM on macOS.
  std::array<std::string, kFamilyCount> faces{
      R"(Charter, "Iowan Old Style", "Source Serif 4", "Noto Serif", Georgia, serif)",
      R"("Helvetica Neue", "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif)",
      R"("SF Mono", Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace)"};

  std::array<float, 6> space = std::to_array(kSpaces);
  float main_width = 40.0f;  // 60 to 75 characters of body text
  float side_width = 18.0f;
  float column_gap = 4.5f;
  float page_padding = 1.25f;
  float button_height = kButtonHeight;
  float button_padding = kButtonPadding;
  float button_gap = 0.5f;
  float radius = 0.25f;
  float leading = 1;  // times the line height of what is read at length (is_read_at_length)
  bool justified = false;   // its lines end where the column does, but for a paragraph's last one
  bool hyphenated = false;  // its words may be broken where their language allows it, if its rules are at hand
  // Two columns from this viewport width: with some room beside them.
  float wide_from = 66.0f;

  float after_heading() const { return space[1]; }
  float after_term() const { return space[0]; }  // above what a definition begins with
  float note_gap() const { return space[2]; }  // above a paragraph of a footnote
};

constexpr bool is_read_at_length(TextStyle style) {
  return style == TextStyle::body || style == TextStyle::body_strong || style == TextStyle::quote ||
         style == TextStyle::note;
}

// How a text's lines are chosen among those that it may have (line_fit).
enum class Fit : std::uint8_t {
  filled,    // one after the other
  even,      // what is read at length: all lines of a paragraph as evenly full as can be
  balanced,  // headlines: all about as long, as by CSS `text-wrap: balance`
  straight,  // justified: so that no line's spaces have to grow much
};
constexpr Fit fit_of(TextStyle style) {
  switch (style) {
    case TextStyle::title:
    case TextStyle::heading2:
    case TextStyle::heading3:
    case TextStyle::heading4:
    case TextStyle::heading5:
    case TextStyle::heading6:
    case TextStyle::caption:
      return Fit::balanced;
    case TextStyle::standfirst:
    case TextStyle::pull_quote:
      return Fit::even;
    default:
      return is_read_at_length(style) ? Fit::even : Fit::filled;
  }
}

// Those in force; use_tokens changes them for all that is laid out, drawn and written from then on. Not while
// something else reads them.
const Tokens& tokens();
void use_tokens(Tokens changed);

inline const std::string& css_family(Family family) {
  return tokens().faces[static_cast<std::size_t>(family)];
}
inline const TypeToken& type_of(TextStyle style) {
  return tokens().types[static_cast<std::size_t>(style)];
}
inline const ColorToken& color_of(Color color) {
  return tokens().colors[static_cast<std::size_t>(color)];
}

// Of a table's cell, rem: above and below, and to its end.
inline constexpr float kCellPadding = 0.40625f;  // whole 1/64 px, as browsers count, at 16 px
inline constexpr float kCellGap = 0.9f;

// Inline code, keys and samples inside other text; sub- and superscripts.
inline constexpr float kInlineCodeScale = 0.875f;
inline constexpr float kSmallScale = 0.85f;
inline constexpr float kScriptScale = 0.75f;
inline constexpr float kSuperscriptRise = 0.4f;   // em of the text around
inline constexpr float kSubscriptDrop = 0.2f;

}  // namespace lectern::layout
