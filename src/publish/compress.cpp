// SPDX-License-Identifier: MIT
#include "publish/compress.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <brotli/encode.h>
#include <libdeflate.h>

namespace lectern::publish {
namespace {

constexpr std::size_t kLeastBytes = 256;  // less is one packet either way
constexpr std::size_t kTrailer = 8;       // CRC-32 and length, little endian
constexpr int kPageQuality = 9, kHashedQuality = 11;  // brotli's, of 11
constexpr int kGzipLevel = 9, kZlibLevel = 6;         // libdeflate's, of 12

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// With libdeflate's function for a format, and the one that says how long it can get at most.
template <typename Compress, typename Bound>
std::string deflate(std::string_view bytes, int level, Compress compress, Bound bound) {
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(level), libdeflate_free_compressor);
  if (!compressor) return "";
  std::string out(bound(compressor.get(), bytes.size()), 0);
  out.resize(compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

}  // namespace

bool is_worth_compressing(std::string_view relative, std::size_t size) {
  constexpr std::string_view kEndings[] = {".css", ".html", ".js",   ".json", ".svg",
                                           ".ts",  ".txt",  ".wasm", ".webmanifest", ".xml"};
  return size >= kLeastBytes && std::any_of(std::begin(kEndings), std::end(kEndings), [&](std::string_view it) {
           return relative.ends_with(it);
         });
}

std::string compress_brotli(std::string_view bytes, bool hashed) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, 0);
  const bool done = BrotliEncoderCompress(
      hashed ? kHashedQuality : kPageQuality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC, bytes.size(),
      reinterpret_cast<const std::uint8_t*>(bytes.data()), &size, reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(done ? size : 0);
  return out;
}

std::string compress_gzip(std::string_view bytes) {
  return deflate(bytes, kGzipLevel, libdeflate_gzip_compress, libdeflate_gzip_compress_bound);
}

std::string compress_zlib(std::string_view bytes) {
  return deflate(bytes, kZlibLevel, libdeflate_zlib_compress, libdeflate_zlib_compress_bound);
}

bool is_gzip_of(std::string_view gzip, std::string_view bytes) {
  if (gzip.size() < kTrailer) return false;
  const std::size_t trailer = gzip.size() - kTrailer;
  return number_at(gzip, trailer + 4) == static_cast<std::uint32_t>(bytes.size()) &&
         number_at(gzip, trailer) == libdeflate_crc32(0, bytes.data(), bytes.size());
}

}  // namespace lectern::publish
