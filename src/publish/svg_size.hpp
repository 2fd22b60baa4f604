// SPDX-License-Identifier: MIT
// How large an SVG picture is, from its first tag.
#pragma once

#include <optional>
#include <string_view>

#include "publish/image_size.hpp"

namespace lectern::publish {

// width and height without a unit or in px; else the viewBox's, rounded; with only one of them, the
// other by the viewBox's proportions. Nothing when the file does not begin as an SVG (XML
// declaration, comments and doctype aside) or gives neither.
std::optional<ImageSize> svg_size(std::string_view bytes);

}  // namespace lectern::publish
