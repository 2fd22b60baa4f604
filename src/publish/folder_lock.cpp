// SPDX-License-Identifier: MIT
#include "publish/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace lectern::publish {

std::optional<FolderLock> FolderLock::take(const std::string& folder, std::string& problem) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  const int file = failed ? -1 : ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) {
    if (!failed) failed = {errno, std::generic_category()};
    problem = folder + " can't be written: " + failed.message();
    return std::nullopt;
  }
  FolderLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return lock;
  problem = "another build is writing to " + folder + "; wait until it is done, then build again";
  return std::nullopt;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

FolderLock::~FolderLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace lectern::publish
