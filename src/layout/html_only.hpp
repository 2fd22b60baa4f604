// SPDX-License-Identifier: MIT
// Which text the canvas leaves to the browser: what the layout cannot yet break and order exactly
// as the browser does. Such a block is shown by its own HTML in its place on the page.
#pragma once

#include "model/inline.hpp"

namespace lectern::layout {

// True for text with an image or a quotation (whose marks the browser sets) inside it, with an empty
// line, for right-to-left scripts and bidi controls (lines of
// several runs need UAX #9), for kana (kerned in the DOM alone), and for
// Thai, Lao, Khmer and Myanmar (whose words have no spaces).
bool needs_browser(const model::Inlines& inlines);

}  // namespace lectern::layout
