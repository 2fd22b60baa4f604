// SPDX-License-Identifier: MIT
#include "publish/image_size.hpp"

#include <cstdint>
#include <utility>

#include "publish/avif_size.hpp"
#include "publish/svg_size.hpp"

namespace lectern::publish {
namespace {

// Bytes past the end read as 0, which no format takes for a size.
std::uint32_t byte_at(std::string_view bytes, size_t i) {
  return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
}
std::uint32_t big16(std::string_view b, size_t i) {
  return byte_at(b, i) << 8 | byte_at(b, i + 1);
}
std::uint32_t big32(std::string_view b, size_t i) {
  return big16(b, i) << 16 | big16(b, i + 2);
}
std::uint32_t little16(std::string_view b, size_t i) {
  return byte_at(b, i) | byte_at(b, i + 1) << 8;
}
std::uint32_t little24(std::string_view b, size_t i) {
  return little16(b, i) | byte_at(b, i + 2) << 16;
}
std::uint32_t little32(std::string_view b, size_t i) {
  return little24(b, i) | byte_at(b, i + 3) << 24;
}

std::optional<ImageSize> size_of(std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0 || width > kMaxImageSide || height > kMaxImageSide)
    return std::nullopt;
  return ImageSize{static_cast<int>(width), static_cast<int>(height)};
}

// PNG, 5.2 and 11.2.2: the signature, then IHDR with its length and name.
std::optional<ImageSize> png_size(std::string_view bytes) {
  if (bytes.substr(12, 4) != "IHDR") return std::nullopt;
  return size_of(big32(bytes, 16), big32(bytes, 20));
}

// WebP container (RFC 9649): lossy, lossless or extended.
std::optional<ImageSize> webp_size(std::string_view bytes) {
  const std::string_view chunk = bytes.substr(12, 4);
  if (chunk == "VP8 ") {
    if (bytes.substr(23, 3) != "\x9d\x01\x2a") return std::nullopt;
    return size_of(little16(bytes, 26) & 0x3FFF, little16(bytes, 28) & 0x3FFF);
  }
  if (chunk == "VP8L") {
    if (byte_at(bytes, 20) != 0x2F) return std::nullopt;
    const std::uint32_t bits = little32(bytes, 21);
    return size_of((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
  }
  if (chunk == "VP8X" && bytes.size() >= 30) {
    return size_of(little24(bytes, 24) + 1, little24(bytes, 27) + 1);
  }
  return std::nullopt;
}

// The orientation in an EXIF segment (its TIFF header's first directory, tag 0x0112), 1 to 8.
std::uint32_t exif_orientation(std::string_view segment) {
  if (!segment.starts_with(std::string_view("Exif\0\0", 6))) return 1;
  const std::string_view tiff = segment.substr(6);
  const bool little = tiff.starts_with("II");
  const auto read16 = [&](size_t i) { return little ? little16(tiff, i) : big16(tiff, i); };
  const size_t directory = little ? little32(tiff, 4) : big32(tiff, 4);
  if (directory >= tiff.size()) return 1;
  const std::uint32_t entries = read16(directory);
  for (std::uint32_t i = 0; i < entries; ++i) {
    const size_t entry = directory + 2 + size_t{12} * i;
    if (entry >= tiff.size()) break;
    if (read16(entry) == 0x0112) return read16(entry + 8);
  }
  return 1;
}

bool is_start_of_frame(std::uint32_t marker) {  // ITU T.81, table B.1, without DHT, JPG and DAC
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

struct JpegHead {
  std::optional<ImageSize> stored;
  int orientation = 1;
};

JpegHead jpeg_head(std::string_view bytes) {
  JpegHead head;
  for (size_t i = 2; i + 4 <= bytes.size();) {
    if (byte_at(bytes, i) != 0xFF) return head;
    const std::uint32_t marker = byte_at(bytes, i + 1);
    if (marker == 0xFF) {  // a fill byte
      ++i;
      continue;
    }
    const size_t length = big16(bytes, i + 2);
    if (length < 2) return head;
    if (is_start_of_frame(marker)) {
      head.stored = size_of(big16(bytes, i + 7), big16(bytes, i + 5));
      return head;
    }
    if (marker == 0xE1) {
      const std::uint32_t found = exif_orientation(bytes.substr(i + 4, length - 2));
      if (found >= 2 && found <= 8) head.orientation = static_cast<int>(found);
    }
    i += 2 + length;
  }
  return head;
}

std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  JpegHead head = jpeg_head(bytes);
  if (head.stored && head.orientation >= 5) std::swap(head.stored->width, head.stored->height);
  return head.stored;
}

}  // namespace

int jpeg_orientation(std::string_view bytes) { return jpeg_head(bytes).orientation; }

std::optional<ImageSize> image_size(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n") && bytes.size() >= 24) return png_size(bytes);
  if (bytes.starts_with("\xFF\xD8")) return jpeg_size(bytes);
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) {
    return size_of(little16(bytes, 6), little16(bytes, 8));
  }
  if (bytes.size() >= 16 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") {
    return webp_size(bytes);
  }
  if (is_avif(bytes)) return avif_size(bytes);
  return svg_size(bytes);
}

}  // namespace lectern::publish
