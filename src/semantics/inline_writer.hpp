// SPDX-License-Identifier: MIT
// Inline elements as markup. The text between the tags is exactly model::text_of, so that the viewer's
// offsets hold in the DOM.
#pragma once

#include <string_view>

#include "model/inline.hpp"
#include "semantics/markup.hpp"

namespace lectern::semantics {

// What the links of an element carry beyond their address.
struct LinkAttributes {
  std::string_view rel;
  std::string_view current;  // aria-current
  std::string_view dir;      // "ltr" or "rtl" where it is not the page's
  std::string_view hreflang;  // the language of what it leads to, and of its text
};

// The files that a browser may choose from to show an image in the column of text (srcset, sizes).
// The browser's own player of a sound or film, for whoever opened the element.
void write_player(const model::Inline& medium, Markup& out);

void write_choice(const model::Inline& image, Markup& out);

void write_inlines(const model::Inlines& inlines, const LinkAttributes& link, Markup& out);

}  // namespace lectern::semantics
