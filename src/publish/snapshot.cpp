// SPDX-License-Identifier: MIT
#include "publish/snapshot.hpp"

#include <string>

#include "base/hash.hpp"

namespace lectern::publish {
namespace fs = std::filesystem;

std::uint64_t snapshot(const fs::path& folder, const fs::path& except) {
  std::uint64_t sum = 0;  // of all files, in whatever order they come
  std::error_code failed;
  const fs::path except_path = except.empty() ? except : fs::weakly_canonical(except, failed);
  for (fs::recursive_directory_iterator it(fs::canonical(folder, failed), failed), end;
       !failed && it != end; it.increment(failed)) {
    const std::string name = it->path().filename().string();
    std::error_code gone;  // since it was listed
    if (name.starts_with('.') || it->path() == except_path) {
      if (it->is_directory(gone)) it.disable_recursion_pending();
      continue;
    }
    if (it->is_directory(gone)) continue;
    const auto size = it->file_size(gone);
    const auto time = it->last_write_time(gone).time_since_epoch().count();
    sum +=
        hash_bytes(it->path().string() + '\n' + std::to_string(size) + '\n' + std::to_string(time));
  }
  return sum;
}

}  // namespace lectern::publish
