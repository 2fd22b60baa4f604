// SPDX-License-Identifier: MIT
// A picture's samples out of its file, a row at a time: PNG (libpng), JPEG (libjpeg) and WebP
// (libwebp). Files come from anywhere: what is wrong with one is a sentence, never a crash.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "publish/images_scale.hpp"

namespace lectern::publish {

// More than this is a mistake or an attack: even a poster has fewer.
inline constexpr std::int64_t kMaxPixels = 100'000'000;
// Of those that have to be decoded whole (interlaced PNG, progressive JPEG, WebP): some 250 MB.
inline constexpr std::int64_t kMaxWholePixels = 40'000'000;

struct PictureFacts {
  int width = 0;        // as stored, of what next_row gives
  int height = 0;
  int orientation = 1;  // EXIF's
  bool opaque = true;
  bool lossy = false;   // a photograph, as it were
  bool whole = false;   // is decoded whole
  std::string colors;   // its ICC profile; "" for sRGB
};

class PictureReader {
 public:
  virtual ~PictureReader() = default;
  // The next row as RGBA, 4 * width bytes; false when the file is broken there. Called `height` times.
  virtual bool next_row(std::uint8_t* rgba) = 0;
  // After the last row: false when the file is broken behind it.
  virtual bool finish() { return true; }

  PictureFacts facts;
  std::string problem;  // what the library says is wrong

 protected:
  // Before a large picture is decoded whole: one at a time, however many threads there are.
  void await_turn(std::int64_t pixels);

 private:
  std::unique_lock<std::mutex> turn_;
};

// Nothing for what can't or need not be converted. `refusal` is then why, as the end of a sentence that
// begins with the picture's name; "" for what is left as it is without a word (GIF, SVG, moving
// pictures). `useful_width`: the reader may give
// fewer samples than the file has, but at least 1.5 times so many a row (JPEG can do that cheaply).
// The bytes must outlive the reader.
std::unique_ptr<PictureReader> open_picture(std::string_view bytes, int useful_width,
                                            std::string& refusal);

// By format; `open_picture` has looked at the signature.
std::unique_ptr<PictureReader> open_png(std::string_view bytes, std::string& refusal);
std::unique_ptr<PictureReader> open_jpeg(std::string_view bytes, int useful_width,
                                         std::string& refusal);
std::unique_ptr<PictureReader> open_webp(std::string_view bytes, std::string& refusal);

// Refuses what has too many samples; gives whether it did.
bool refuse_size(std::int64_t width, std::int64_t height, bool whole, std::string& refusal);

// Refuses a broken file, with what a library said of it.
void refuse_broken(const std::string& said, std::string& refusal);

}  // namespace lectern::publish
