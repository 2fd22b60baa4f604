// SPDX-License-Identifier: MIT
// Pictures as files: WebP for readers, JPEG for the cards that other sites make of a link, since not
// all of them know WebP. The same samples give the same bytes, for one version of the libraries.
#pragma once

#include <string>

#include "publish/images_scale.hpp"

namespace lectern::publish {

inline constexpr int kMaxWebpSide = 16383;

// Both give "" when memory runs out. `colors` is an ICC profile, "" for sRGB.

// `lossy`: the source is. Else it may be a drawing: the smaller of a lossy and a lossless file.
std::string write_webp(const Pixels& pixels, bool lossy, const std::string& colors);

// What is transparent becomes white.
std::string write_jpeg(const Pixels& pixels, const std::string& colors);

// Names the encoders and how they are used: files of another recipe are others.
std::string picture_recipe();

}  // namespace lectern::publish
