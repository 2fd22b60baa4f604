// SPDX-License-Identifier: MIT
// What a theme adds to the stylesheet: styles of its masthead and footer, and fonts.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace lectern::publish {

// The styles nested in `.theme`, so that they reach what a theme has made alone: an article's text is set by the
// tokens, which the canvas has too. "" when something in them is wrong, an error with its place.
std::string nested_theme_styles(std::string_view css, const std::string& path,
                                Diagnostics& diagnostics);

// The @font-face of a file named FAMILY-WEIGHT.woff2 or FAMILY-WEIGHT-italic.woff2, which stands at `url`; "" for
// another name.
std::string font_face(std::string_view file_name, std::string_view url);

}  // namespace lectern::publish
