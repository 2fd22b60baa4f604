// SPDX-License-Identifier: MIT
// Says when something in a folder may have changed, by inotify. It may be wrong in both directions (a
// network drive says nothing, a file that is only touched much), so whoever waits looks for himself.
#pragma once

#include <chrono>
#include <filesystem>

namespace lectern::cli {

class FolderEvents {
 public:
  // Of the folder and all below it, but for hidden ones and `except`. Without inotify every wait takes
  // its whole time.
  FolderEvents(std::filesystem::path folder, const std::filesystem::path& except);
  ~FolderEvents();
  FolderEvents(const FolderEvents&) = delete;
  FolderEvents& operator=(const FolderEvents&) = delete;

  // Until something happens, or happened since the last wait, for `most` at most.
  void wait(std::chrono::milliseconds most);

 private:
  void watch_folders();

  const std::filesystem::path folder_;
  std::filesystem::path except_;
  int inotify_ = -1;
};

}  // namespace lectern::cli
