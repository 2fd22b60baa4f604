// SPDX-License-Identifier: MIT
// Keeps two builds from writing into one folder at once: what one has half done, the other would
// rename or sweep away.
#pragma once

#include <optional>
#include <string>

namespace lectern::publish {

class FolderLock {
 public:
  // Makes the folder when it is not there and locks it until the value goes, or the process ends
  // however it does; no file is left behind. Nothing, and a sentence in `problem`, when another process
  // has it or it can't be made. A file system that knows no locks keeps nobody out.
  static std::optional<FolderLock> take(const std::string& folder, std::string& problem);

  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  ~FolderLock();

 private:
  explicit FolderLock(int file) : file_(file) {}
  int file_;
};

}  // namespace lectern::publish
