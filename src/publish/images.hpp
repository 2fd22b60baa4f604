// SPDX-License-Identifier: MIT
// Local pictures made smaller: a page offers the browser a choice of widths in WebP (srcset), and
// other sites a JPEG for the card of a link. The picture itself stays what it is, beside them. What is
// made is kept by content in a folder of the reader's machine, so that it is made once.
//
// WebP alone, without <picture>: every browser that runs the viewer knows it. AVIF would save a fifth
// more, but takes Debian's encoder seconds a picture.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.hpp"
#include "publish/content.hpp"
#include "publish/images_read.hpp"

namespace lectern::publish {

// A version of a picture and its file.
struct MadePicture {
  PictureVersion version;
  std::string bytes;
};

struct Converted {
  PictureSet set;                  // of the files below
  std::vector<MadePicture> files;  // in no order that matters
  std::string refusal;                 // why there are none
};

// Makes a picture of width by height px (as seen, image_size) smaller. Never larger, and no version
// that saves less than a tenth. SVG, GIF and what moves are left as they are. Deterministic. Cost: a
// few tenths of a second; memory for the result's samples, and for the picture's only where its form
// asks for that (kMaxWholePixels).
Converted convert_picture(std::string_view bytes, int width, int height);

// Fills MediaFile::smaller of all pictures that articles show, from content.picture_cache or by
// converting, several at once. Says what is broken or too large, with the place where it is first shown.
void convert_pictures(Content& content, int jobs, Diagnostics& diagnostics);

// The bytes of a version; of a cache that has lost them they are made again. Nothing, and why, when
// the picture is not what it was any more.
std::optional<std::string> version_bytes(const Content& content, const std::string& path,
                                         const PictureVersion& version, std::string& problem);

// Where a version of the picture `path` (in the content folder) stands in the site.
std::string version_path(const std::string& path, const PictureVersion& version);

// What the page at the site path `page` may choose from; empty for the picture itself alone.
std::vector<model::ImageSource> sources_on(std::string_view page, const std::string& path,
                                           const MediaFile& file);

}  // namespace lectern::publish
