// SPDX-License-Identifier: MIT
// Pictures for tests: hills of colour, as PNG and JPEG.
#pragma once

#include <png.h>

#include <string>

#include "publish/images_scale.hpp"
#include "publish/images_write.hpp"

namespace lectern::publish {

// Hills of colour with some grain, as a photograph has it.
inline Pixels photo(int width, int height) {
  Pixels pixels;
  pixels.width = width;
  pixels.height = height;
  std::uint32_t grain = 1;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      grain = grain * 1664525u + 1013904223u;
      const int noise = static_cast<int>(grain >> 28);
      for (const int value : {x * 200 / width + noise, y * 200 / height + noise, (x + y) % 97 + noise, 255})
        pixels.rgba.push_back(static_cast<std::uint8_t>(value));
    }
  }
  return pixels;
}

inline std::string png_of(const Pixels& pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(pixels.width);
  image.height = static_cast<png_uint_32>(pixels.height);
  image.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&image, nullptr, &size, 0, pixels.rgba.data(), 0, nullptr);
  std::string bytes(size, '\0');
  png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.rgba.data(), 0, nullptr);
  bytes.resize(size);
  return bytes;
}

inline std::string jpeg_of(int width, int height) { return write_jpeg(photo(width, height), ""); }

}  // namespace lectern::publish
