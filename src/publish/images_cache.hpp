// SPDX-License-Identifier: MIT
// Where pictures made smaller are kept: for each content and recipe a note of what was made of it, and
// the files. Anyone may delete any of it at any time, and several builds may use it at once.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "publish/content.hpp"
#include "publish/files.hpp"
#include "publish/images_read.hpp"

namespace lectern::publish {

struct Converted;

class PictureCache {
 public:
  explicit PictureCache(std::string folder) : folder_(std::move(folder)) {}

  // Of a picture's content and how it is converted.
  static std::string key_of(const MediaFile& file);

  // What was made of a picture; false when that is not known. The files may be gone all the same.
  bool find(const std::string& key, PictureSet& set, std::string& refusal) const;

  // False, and why, when it can't be written.
  bool keep(const std::string& key, const Converted& converted, std::string& problem) const;

  // A version's file, checked by its hash; nothing when it is gone or damaged.
  std::optional<std::string> read(const std::string& key, const PictureVersion& version) const;

  void forget(const std::string& key) const;

  // Removes what no build has asked for in three months.
  void tidy() const { remove_old_files(folder_); }

 private:
  void touch(const std::string& key, const PictureSet& set) const;
  std::filesystem::path note_of(const std::string& key) const { return folder_ / (key + ".txt"); }
  std::filesystem::path file_of(const std::string& key, const PictureVersion& version) const {
    return folder_ / (key + '-' + std::to_string(version.width) + '.' + version.ending);
  }

  const std::filesystem::path folder_;
};

}  // namespace lectern::publish
