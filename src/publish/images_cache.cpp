// SPDX-License-Identifier: MIT
#include "publish/images_cache.hpp"

#include <chrono>
#include <sstream>
#include <system_error>

#include "base/hash.hpp"
#include "publish/files.hpp"
#include "publish/images.hpp"
#include "publish/images_write.hpp"

namespace lectern::publish {
namespace {

// A file's time is when it was last asked for, as of the day.
constexpr std::chrono::hours kFresh{24};

constexpr std::size_t kMaxNote = 1 << 16;
constexpr std::size_t kMaxFile = std::size_t{256} << 20;

std::string line_of(const char* kind, const PictureVersion& version) {
  std::ostringstream line;
  line << kind << ' ' << version.width << ' ' << version.height << ' ' << version.ending << ' '
       << version.hash << ' ' << version.bytes << '\n';
  return line.str();
}

// A file's name is made of it.
bool is_sound(const PictureVersion& version) {
  return version.width > 0 && version.height > 0 &&
         (version.ending == "webp" || version.ending == "jpg") && version.hash.size() == 10 &&
         version.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

std::string PictureCache::key_of(const MediaFile& file) {
  static const std::string recipe = picture_recipe();
  std::ostringstream key;
  key << std::hex << file.content << '-' << file.bytes << '-' << recipe;
  return key.str();
}

bool PictureCache::find(const std::string& key, PictureSet& set, std::string& refusal) const {
  std::string ignored;
  const auto note = read_file(note_of(key), kMaxNote, ignored);
  if (!note || !note->ends_with("end\n")) return false;
  std::istringstream lines(*note);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string kind;
    words >> kind;
    if (kind == "version" || kind == "card") {
      PictureVersion version;
      words >> version.width >> version.height >> version.ending >> version.hash >> version.bytes;
      if (!words || !is_sound(version)) return false;
      if (kind == "card") {
        set.card = version;
      } else {
        set.versions.push_back(version);
      }
    } else if (kind == "original") {
      set.with_original = true;
    } else if (kind == "refused") {
      std::getline(words, refusal);
    }
  }
  touch(key, set);
  return true;
}

void PictureCache::touch(const std::string& key, const PictureSet& set) const {
  const auto now = std::filesystem::file_time_type::clock::now();
  std::error_code failed;  // then it is made again one day
  if (now - std::filesystem::last_write_time(note_of(key), failed) < kFresh || failed) return;
  std::filesystem::last_write_time(note_of(key), now, failed);
  for (const PictureVersion& version : set.versions)
    std::filesystem::last_write_time(file_of(key, version), now, failed);
  if (set.card.width > 0) std::filesystem::last_write_time(file_of(key, set.card), now, failed);
}

bool PictureCache::keep(const std::string& key, const Converted& converted,
                        std::string& problem) const {
  std::string note;
  for (const PictureVersion& version : converted.set.versions) note += line_of("version", version);
  if (converted.set.card.width > 0) note += line_of("card", converted.set.card);
  if (converted.set.with_original) note += "original\n";
  if (!converted.refusal.empty()) note += "refused" + converted.refusal + '\n';
  for (const MadePicture& file : converted.files) {
    if (write_file(file_of(key, file.version), file.bytes, problem) == Written::failed) return false;
  }
  // Last: what it names is there.
  return write_file(note_of(key), note + "end\n", problem) != Written::failed;
}

std::optional<std::string> PictureCache::read(const std::string& key,
                                              const PictureVersion& version) const {
  std::string ignored;
  auto bytes = read_file(file_of(key, version), kMaxFile, ignored);
  if (!bytes || short_hash(*bytes) != version.hash) return std::nullopt;
  return bytes;
}

void PictureCache::forget(const std::string& key) const {
  std::error_code ignored;
  std::filesystem::remove(note_of(key), ignored);
}

}  // namespace lectern::publish
