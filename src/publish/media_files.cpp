// SPDX-License-Identifier: MIT
#include "publish/media_files.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/hash.hpp"
#include "publish/files.hpp"
#include "publish/image_size.hpp"

namespace lectern::publish {
namespace {

// A picture or download beyond this has no place in an article; reading it whole would hurt.
constexpr std::size_t kMaxMediaBytes = std::size_t{512} << 20;

// A picture that takes a phone seconds, or that no screen shows at its size.
constexpr std::size_t kLargeBytes = std::size_t{4} << 20;
constexpr int kLargeSide = 4000;

}  // namespace

bool MediaFiles::add(const std::string& path, std::string& problem) {
  if (content_.media.contains(path)) return true;
  const auto bytes =
      read_file(std::filesystem::path(content_.folder) / path, kMaxMediaBytes, problem);
  if (!bytes) {
    problem = " can't be read: " + problem;
    return false;
  }
  MediaFile file;
  file.bytes = bytes->size();
  file.content = hash_bytes(*bytes);
  file.hash = short_hash(file.content);
  if (const auto size = image_size(*bytes)) {
    file.width = size->width;
    file.height = size->height;
  }
  content_.media.emplace(path, std::move(file));
  return true;
}

void MediaFiles::note_picture(const std::string& path, const std::string& url,
                              const std::string& source, Place place, ingest::Report& report) {
  MediaFile& file = content_.media.at(path);
  if (!file.shown_in.empty()) return;
  file.shown_in = source;
  file.shown_at = place;
  file.shown_as = url;
  const bool wide = std::max(file.width, file.height) > kLargeSide;
  if (!wide && file.bytes <= kLargeBytes) return;
  report.warning(
      place,
      "the picture " + ingest::quote(url) +
          (wide ? " is " + std::to_string(file.width) + " by " + std::to_string(file.height) +
                      " px; more than " + std::to_string(kLargeSide) + " a side are never seen"
                : " has " + std::to_string((file.bytes + (1 << 19)) >> 20) +
                      " MiB; with more than " + std::to_string(kLargeBytes >> 20) +
                      " readers wait for it"),
      Code::large_picture);
}

}  // namespace lectern::publish
