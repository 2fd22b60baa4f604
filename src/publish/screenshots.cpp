// SPDX-License-Identifier: MIT
#include "publish/screenshots.hpp"

#include <algorithm>

#include "publish/addresses.hpp"
#include "publish/media_files.hpp"

namespace lectern::publish {
namespace {

constexpr std::string_view kFolder = "theme/screenshots/";

// What browsers take: Chromium passes over others without a word.
constexpr int kLeastSide = 320;
constexpr int kMostSide = 3840;
constexpr double kMostStretched = 2.3;

std::string_view type_of(std::string_view path) {
  const std::string_view ending = path.substr(path.rfind('.') + 1);
  if (ending == "png") return "image/png";
  if (ending == "jpg" || ending == "jpeg") return "image/jpeg";
  if (ending == "webp") return "image/webp";
  return {};
}

std::string fault_of(const std::string& path, const MediaFile& file) {
  const auto [least, most] = std::minmax(file.width, file.height);
  if (type_of(path).empty() || least == 0) return "a screenshot is a PNG, JPEG or WebP file";
  if (least < kLeastSide || most > kMostSide || most > kMostStretched * least) {
    return "this screenshot is " + std::to_string(file.width) + " by " + std::to_string(file.height) +
           " px; systems show those of 320 to 3840 px a side, the long one at most 2.3 times the short one";
  }
  return {};
}

}  // namespace

void read_screenshots(Content& content, const PathSet& files, const std::string& shown_folder,
                      Diagnostics& diagnostics) {
  MediaFiles media(content);
  for (auto it = files.lower_bound(std::string(kFolder));
       it != files.end() && it->starts_with(kFolder); ++it) {
    std::string problem;
    const bool is_there = media.add(*it, problem);
    std::string fault = is_there ? fault_of(*it, content.media.at(*it)) : "this screenshot" + problem;
    if (fault.empty()) continue;
    content.media.erase(*it);
    diagnostics.push_back(
        {Severity::warning, shown_folder + '/' + *it, {}, std::move(fault), Code::theme_file});
  }
}

std::vector<Screenshot> screenshots_of(const Content& content) {
  std::vector<Screenshot> all;
  for (auto it = content.media.lower_bound(std::string(kFolder));
       it != content.media.end() && it->first.starts_with(kFolder); ++it) {
    const auto& [path, file] = *it;
    std::string label = path.substr(kFolder.size(), path.rfind('.') - kFolder.size());
    std::replace(label.begin(), label.end(), '-', ' ');
    all.push_back({hashed_path(path, file.hash), std::string(type_of(path)), file.width, file.height,
                   std::move(label)});
  }
  return all;
}

}  // namespace lectern::publish
