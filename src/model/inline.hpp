// SPDX-License-Identifier: MIT
// The text inside a block: a tree of inline elements, as CommonMark and the raw-HTML policy give
// it. Offsets into it are counted over text() alone, which is what the DOM's textContent is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/code_runs.hpp"

namespace lectern::model {

enum class InlineKind {
  text,
  soft_break,  // a line end in the source: a newline in the text, shown as a space
  hard_break,  // <br>
  code,
  emphasis,
  strong,
  strikethrough,
  underline,
  superscript,
  subscript,
  keyboard,
  mark,
  small,
  abbreviation,
  citation,
  quotation,
  sample,
  variable,
  inserted,
  italic,  // <i>: another voice, a term
  bold,    // <b>: a keyword
  struck,  // <s>: no longer right
  ruby,              // <ruby>: text with its reading above or beside it
  ruby_text,         // <rt>: the reading
  ruby_parenthesis,  // <rp>: around it where no ruby is shown, as in plain text
  time,    // <time>; title is its datetime; only the page's own dates have it
  link,
  image,  // or sound, or a film (medium_of)
  footnote_reference,  // note, nth
  footnote_return,     // from a note to its first reference; title is its name; only the page's own
  coloured,            // part of a block of code; text, code; only the page's own
};

struct Inline {
  InlineKind kind = InlineKind::text;
  CodeKind code = CodeKind::plain;  // coloured
  std::string text;   // text, code, coloured: the characters; image: the alternative text
  std::string url;    // link: href; image: src; empty when the policy refused it
  std::string title;  // link, image, abbreviation
  int width = 0;      // image, CSS px; 0 when not known
  int height = 0;
  std::string srcset;  // image: what a browser may choose from instead; "" for url alone
  int note = 0;  // footnote_reference: the note's number
  int nth = 0;   // footnote_reference: the how-manieth to that note, from 1
  std::vector<Inline> children;  // of the kinds that hold others; empty for text, breaks, image
  Place place;
  bool operator==(const Inline&) const = default;
};

using Inlines = std::vector<Inline>;

// What an image is: sound and film stand in the same place, and the ending of its address tells.
enum class Medium { picture, sound, film };
Medium medium_of(std::string_view url);

// The characters of all text and code in reading order; a soft and a hard break are "\n" (the
// writer puts a line end after <br>), an image is nothing (its alternative text when it has no
// address), a reference is its note's number. Equals the DOM's textContent of the same element.
std::string text_of(const Inlines& inlines);

// The same without the numbers of notes: for a title or a description, which have none.
std::string words_of(const Inlines& inlines);

}  // namespace lectern::model
