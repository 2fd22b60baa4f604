// SPDX-License-Identifier: MIT
#include "publish/compress.hpp"

#include <algorithm>
#include <cstdint>

#include <brotli/encode.h>
#include <zlib.h>

namespace lectern::publish {
namespace {

constexpr std::size_t kLeastBytes = 256;  // less is one packet either way
constexpr std::size_t kTrailer = 8;       // CRC-32 and length, little endian
constexpr int kPageQuality = 9, kHashedQuality = 11;  // brotli's, of 11
constexpr int kGzipWindow = 15 + 16;      // the largest, with gzip's header

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::uint32_t crc_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
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
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow, 9, Z_DEFAULT_STRATEGY) != Z_OK) return "";
  std::string out(deflateBound(&stream, bytes.size()), 0);
  std::string input(bytes);  // zlib's pointer is not const
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

bool is_gzip_of(std::string_view gzip, std::string_view bytes) {
  if (gzip.size() < kTrailer) return false;
  const std::size_t trailer = gzip.size() - kTrailer;
  return number_at(gzip, trailer + 4) == static_cast<std::uint32_t>(bytes.size()) &&
         number_at(gzip, trailer) == crc_of(bytes);
}

}  // namespace lectern::publish
