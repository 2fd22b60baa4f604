// SPDX-License-Identifier: MIT
// How large a picture is, from its file's own header: the page reserves its space before it has
// loaded. Nothing is decoded.
#pragma once

#include <optional>
#include <string_view>

namespace lectern::publish {

// Larger than any browser shows, and what article JSON takes for a size.
inline constexpr int kMaxImageSide = 99999;

struct ImageSize {
  int width = 0;  // CSS px, at least 1
  int height = 0;
  bool operator==(const ImageSize&) const = default;
};

// PNG, JPEG (turned as its EXIF orientation says, as browsers do), GIF, WebP, AVIF and
// SVG (width and height in px, else the viewBox). Nothing for other formats and broken headers. `bytes` is the
// whole file: a JPEG's size may stand after long metadata.
std::optional<ImageSize> image_size(std::string_view bytes);

// How a JPEG has to be turned to be seen upright: EXIF's orientation, 1 (as it is) to 8.
int jpeg_orientation(std::string_view bytes);

}  // namespace lectern::publish
