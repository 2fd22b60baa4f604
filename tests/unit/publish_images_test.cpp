// SPDX-License-Identifier: MIT
// Pictures made smaller: what comes of a picture, what is left as it is, what is said of a broken one.
#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include <gtest/gtest.h>

#include "pictures.hpp"
#include "publish/image_size.hpp"
#include "publish/images.hpp"
#include "publish/images_write.hpp"

namespace lectern::publish {
namespace {

// With an EXIF segment behind the signature that says how the picture is turned.
std::string jpeg_turned(int width, int height, char orientation) {
  std::string jpeg = jpeg_of(width, height);
  std::string exif("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0?\0\0\0\0\0\0\0", 32);
  exif[24] = orientation;
  return jpeg.insert(2, std::string("\xFF\xE1\0", 3) + static_cast<char>(exif.size() + 2) + exif);
}

Converted convert(const std::string& bytes) {
  const auto size = image_size(bytes).value_or(ImageSize{});
  return convert_picture(bytes, size.width, size.height);
}

std::string widths_of(const Converted& converted) {
  std::string out;
  for (const PictureVersion& version : converted.set.versions) {
    out += std::to_string(version.width) + 'x' + std::to_string(version.height) + ' ';
  }
  return out + (converted.set.with_original ? "original" : "");
}

TEST(Images, AChoiceOfWidthsIsMadeAndNoneIsLarger) {
  const struct {
    int width, height;
    const char* widths;
  } rows[] = {{2000, 1000, "320x160 640x320 960x480 1280x640 "},
              {1280, 720, "320x180 640x360 960x540 1280x720 "},
              {700, 350, "320x160 640x320 700x350 "},
              {200, 300, "200x300 "}};
  for (const auto& row : rows) {
    const Converted made = convert(jpeg_of(row.width, row.height));
    EXPECT_EQ(widths_of(made), row.widths);
    for (const MadePicture& file : made.files) {
      EXPECT_EQ(image_size(file.bytes), (ImageSize{file.version.width, file.version.height}));
    }
  }
}

TEST(Images, APictureThatWebpDoesNotMakeSmallerIsItsOwnWidestChoice) {
  // A drawing of few colours, well packed: at 1280 px WebP would take more.
  std::ifstream in(LECTERN_SOURCE_DIR "/assets/sample/media/a-series.png", std::ios::binary);
  const Converted made = convert({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
  EXPECT_EQ(widths_of(made), "320x180 640x360 960x540 original");
}

TEST(Images, TheSameBytesComeOfTheSamePicture) {
  const std::string jpeg = jpeg_of(900, 600);
  const Converted one = convert(jpeg), two = convert(jpeg);
  ASSERT_EQ(one.files.size(), two.files.size());
  for (size_t i = 0; i < one.files.size(); ++i) EXPECT_EQ(one.files[i].bytes, two.files[i].bytes);
}

TEST(Images, APlainColourStaysItAtEachSize) {
  Pixels plain = photo(37, 23);
  for (size_t i = 0; i < plain.rgba.size(); ++i) plain.rgba[i] = static_cast<std::uint8_t>(i % 4 == 3 ? 255 : 10 + 60 * (i % 4));
  for (const int width : {1, 7, 36, 37}) {
    const Pixels small = scaled(plain, width, 5);
    ASSERT_EQ(small.rgba.size(), static_cast<size_t>(width) * 5 * 4);
    for (size_t i = 0; i < small.rgba.size(); ++i) EXPECT_EQ(small.rgba[i], plain.rgba[i % 4]);
  }
}

TEST(Images, WhatIsTransparentColoursNothing) {
  Pixels half = photo(8, 2);
  half.opaque = false;
  for (size_t i = 0; i < half.rgba.size(); i += 4) {  // red that is seen, green that is not
    const bool seen = i % 32 < 16;
    const std::uint8_t pixel[] = {static_cast<std::uint8_t>(seen ? 255 : 0), static_cast<std::uint8_t>(seen ? 0 : 255), 0, static_cast<std::uint8_t>(seen ? 255 : 0)};
    std::copy_n(pixel, 4, half.rgba.begin() + static_cast<std::ptrdiff_t>(i));
  }
  const Pixels small = scaled(half, 3, 1);
  for (size_t i = 0; i < small.rgba.size(); i += 4) {
    EXPECT_EQ(small.rgba[i + 1], 0);
    EXPECT_EQ(small.rgba[i], small.rgba[i + 3] > 0 ? 255 : 0);
  }
}

TEST(Images, APictureIsTurnedAsItsFileSays) {
  // 1 2 3
  // 4 5 6
  const std::map<int, std::string> rows{{1, "123456"}, {2, "321654"}, {3, "654321"}, {4, "456123"}, {5, "142536"}, {6, "415263"}, {7, "635241"}, {8, "362514"}};
  for (const auto& [orientation, seen] : rows) {
    Pixels stored;
    stored.width = 3;
    stored.height = 2;
    for (int i = 1; i <= 6; ++i) stored.rgba.insert(stored.rgba.end(), 4, static_cast<std::uint8_t>('0' + i));
    const Pixels upright = turned(stored, orientation);
    std::string digits;
    for (size_t i = 0; i < upright.rgba.size(); i += 4) digits += static_cast<char>(upright.rgba[i]);
    EXPECT_EQ(digits, seen) << orientation;
    EXPECT_EQ(upright.width, orientation < 5 ? 3 : 2);
  }
  EXPECT_EQ(widths_of(convert(jpeg_turned(900, 600, 6))), "320x480 600x900 ");
}

TEST(Images, SomeAreLeftAsTheyAreWithoutAWord) {
  std::string moving = png_of(photo(400, 300));
  const std::string actl("\0\0\0\x08" "acTL\0\0\0\x01\0\0\0\0\xb5\x1f\x77\x9f", 20);
  moving.insert(33, actl);  // behind IHDR
  for (const std::string& bytes :
       {std::string("GIF89a\x20\0\x20\0\0\0\0;", 14), moving,
        std::string("<svg xmlns='http://www.w3.org/2000/svg' width='900' height='600'/>"),
        std::string("RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x1f\0\0\x1f\0\0", 30)}) {
    const Converted made = convert(bytes);
    EXPECT_EQ(made.refusal, "");
    EXPECT_TRUE(made.files.empty());
  }
}

TEST(Images, OfABrokenOrHugeFileASentenceSaysWhy) {
  const std::string png = png_of(photo(300, 200)), jpeg = jpeg_of(300, 200);
  const std::string webp = write_webp(photo(300, 200), true, "");
  std::string zero = png, damaged = png, huge = png;
  zero.replace(16, 4, 4, '\0');
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
  // 20,000 by 20,000 px, with the checksum that goes with it.
  huge.replace(16, 8, std::string("\0\0\x4e\x20\0\0\x4e\x20", 8));
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(huge.data()) + 12, 17);
  for (int i = 0; i < 4; ++i) huge[static_cast<size_t>(29 + i)] = static_cast<char>(sum >> (24 - 8 * i));
  const struct {
    std::string bytes;
    const char* sentence;  // its beginning
  } rows[] = {{"", " is an empty file"},
              {png.substr(0, png.size() / 2), " is broken (it ends too early"},
              {png.substr(0, 20), " is broken (it ends too early"},
              {damaged, " is broken ("},
              {zero, " is broken ("},
              {huge, " has 400 million px; more than 100 million are not converted"},
              {jpeg.substr(0, jpeg.size() / 2), " is broken (Premature end of JPEG file)"},
              {jpeg.substr(0, 40), " is broken ("},
              {webp.substr(0, webp.size() / 2), " is broken ("},
              {std::string("GIF89a"), " is broken ("}};
  for (const auto& row : rows) {
    const Converted made = convert(row.bytes);
    EXPECT_TRUE(made.refusal.starts_with(row.sentence)) << made.refusal << " for " << row.sentence;
    EXPECT_TRUE(made.files.empty());
  }
}

}  // namespace
}  // namespace lectern::publish
