// SPDX-License-Identifier: MIT
// The first of the two steps of layout: all that does not depend on a width. Text is flattened into
// spans of one style, split at every opportunity to break (UAX #14 by libunibreak) and wherever the
// direction changes (UAX #9), and each piece is measured, all pieces of a page in one batch. The second step, page_layout, only adds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/band.hpp"
#include "layout/bidi.hpp"
#include "layout/page_tree.hpp"
#include "layout/text_measurer.hpp"

namespace lectern::layout {

// A stretch of one style inside an element's text.
struct Span {
  int begin = 0;  // bytes into PreparedText::text
  int end = 0;
  int font = 0;  // index into PreparedPage::fonts
  Color color = Color::ink;
  float rise_px = 0;  // above the baseline; negative is below
  float ascent_px = 0;  // of its font, as FontMetrics has them
  float descent_px = 0;
  int link = -1;      // the how-manieth link of the element; -1 for none
  bool underline = false;
  bool strike = false;
  bool boxed = false;   // inline code and keys: on a tint
  bool marked = false;  // on the highlight colour
};

enum class BreakAfter : std::uint8_t {
  never,
  emergency,  // only when a line holds nothing else (CSS overflow-wrap: anywhere)
  hyphenation,  // inside a word, as its language allows; a hyphen is seen then
  hyphen,     // at a soft hyphen, which is seen then
  allowed,
  must,
};

// The text between two opportunities to break, two styles or two directions, with the white space after it.
struct Piece {
  int begin = 0;      // bytes; [begin, end) has no collapsible white space at its end
  int end = 0;
  int next = 0;       // where the next piece begins: end, or after the white space
  int span = 0;
  float width_px = 0;
  float space_px = 0;  // the one space that the white space collapses to; 0 when there is none
  float hyphen_px = 0;  // of the hyphen that a line which ends here has
  BreakAfter break_after = BreakAfter::never;
  BidiLevel level = 0;
  BidiLevel space_level = 0;
};

// What a line shows at its end where it breaks a word; the twin's styles have the same.
inline constexpr char kHyphen = '-';
constexpr bool shows_hyphen(BreakAfter it) {
  return it == BreakAfter::hyphen || it == BreakAfter::hyphenation;
}

struct PreparedText {
  bool ready = false;  // false: far from the reader, nothing else is known of it
  bool html_only = false;  // what it is made of can't be drawn in parts, or its words not be told
  bool ordered = false;    // its pieces have levels, and not all may stand as they are read
  bool right_to_left = false;  // its paragraph
  Fit fit = Fit::filled;
  bool justified = false;  // its spaces take up what its lines have left
  // The element's textContent; where white space collapses, each of it is a space.
  std::string text;
  std::vector<Span> spans;
  std::vector<Piece> pieces;
  float line_height_px = 0;
  FontMetrics metrics;  // of the element's own font in that line height
  float widest_px = 0;   // of all its text on one line, or of its widest line of code
  float longest_px = 0;  // of its longest part that only an emergency breaks
};

struct PreparedPage {
  std::vector<Font> fonts;
  std::vector<PreparedText> texts;  // one for each node of the tree; empty without text
};

struct Metrics {
  float rem_px = 16;
  bool phone = false;  // smaller type
  bool operator==(const Metrics&) const = default;
};

// Prepares what is in the band and not ready yet, and forgets what is far from it. Stops after so many
// bytes of text, and is then false: there is more. Cost: linear in that text; two calls of the measurer's
// `measure`, the second for words so wide that a narrow page may have to break them.
bool prepare_band(PreparedPage& page, const PageTree& tree, const Band& band,
                  const Metrics& metrics, TextMeasurer& measurer, std::size_t most = std::size_t(-1));

// The whole page.
PreparedPage prepare_page(const PageTree& tree, const Metrics& metrics, TextMeasurer& measurer);

// Prepares one element anew after its text changed; nothing when it is far.
void prepare_node(PreparedPage& page, const PageTree& tree, int node, const Metrics& metrics,
                  TextMeasurer& measurer);

}  // namespace lectern::layout
