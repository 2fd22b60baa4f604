// SPDX-License-Identifier: MIT
#include "server/media_type.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace lectern::server {
namespace {

// Text types say their encoding: without it a browser guesses. JSON and its kin are UTF-8 by
// definition (RFC 8259, 8.1).
constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
    {"atom", "application/atom+xml"},
    {"avif", "image/avif"},
    {"css", "text/css; charset=utf-8"},
    {"csv", "text/csv; charset=utf-8"},
    {"gif", "image/gif"},
    {"htm", "text/html; charset=utf-8"},
    {"html", "text/html; charset=utf-8"},
    {"flac", "audio/flac"},
    {"ico", "image/x-icon"},
    {"jpeg", "image/jpeg"},
    {"jpg", "image/jpeg"},
    {"js", "text/javascript; charset=utf-8"},
    {"json", "application/json"},
    {"m4a", "audio/mp4"},
    {"md", "text/markdown; charset=utf-8"},
    {"mjs", "text/javascript; charset=utf-8"},
    {"mp3", "audio/mpeg"},
    {"mp4", "video/mp4"},
    {"ogg", "audio/ogg"},
    {"pdf", "application/pdf"},
    {"png", "image/png"},
    {"svg", "image/svg+xml"},
    {"txt", "text/plain; charset=utf-8"},
    {"wasm", "application/wasm"},
    {"wav", "audio/wav"},
    {"webm", "video/webm"},
    {"webmanifest", "application/manifest+json"},
    {"webp", "image/webp"},
    {"woff", "font/woff"},
    {"woff2", "font/woff2"},
    {"xml", "application/xml"},
    {"zip", "application/zip"},
};

}  // namespace

std::string_view media_type(std::string_view file_name) {
  constexpr std::string_view kUnknown = "application/octet-stream";
  const size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return kUnknown;
  std::string extension(file_name.substr(dot + 1));
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const auto* found = std::find_if(std::begin(kTypes), std::end(kTypes),
                                   [&](const auto& entry) { return entry.first == extension; });
  return found == std::end(kTypes) ? kUnknown : found->second;
}

}  // namespace lectern::server
