// SPDX-License-Identifier: MIT
// Which text the canvas leaves to the browser: what the layout cannot set exactly as the browser does. Such a block is shown by its own HTML in its place on the page.
#pragma once

#include <string_view>

#include "model/inline.hpp"

namespace lectern::layout {

// True for text with an image, a quotation (whose marks the browser sets) or ruby inside it, or with an empty line.
bool needs_browser(const model::Inlines& inlines);

// Whether there are hiragana or katakana in a text: Chromium kerns them in the DOM and not on a canvas, except
// in Japanese, where the stylesheet sets them solid, as is the custom.
bool has_kana(std::string_view text);

}  // namespace lectern::layout
