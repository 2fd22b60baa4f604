// SPDX-License-Identifier: MIT
#include "cli/folder_events.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <system_error>
#include <thread>
#include <utility>

namespace lectern::cli {
namespace fs = std::filesystem;

FolderEvents::FolderEvents(fs::path folder, const fs::path& except)
    : folder_(std::move(folder)), inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  std::error_code failed;
  except_ = fs::weakly_canonical(except, failed);
  watch_folders();
}

FolderEvents::~FolderEvents() {
  if (inotify_ >= 0) ::close(inotify_);
}

// A folder that is watched already stays so; one that can't be is looked at by the one who waits.
void FolderEvents::watch_folders() {
  if (inotify_ < 0) return;
  constexpr std::uint32_t kEvents =
      IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB;
  std::error_code failed;
  const fs::path root = fs::canonical(folder_, failed);
  if (failed) return;
  ::inotify_add_watch(inotify_, root.c_str(), kEvents);
  for (fs::recursive_directory_iterator it(root, failed), end; !failed && it != end;
       it.increment(failed)) {
    std::error_code gone;
    if (!it->is_directory(gone)) continue;
    if (it->path().filename().string().starts_with('.') || it->path() == except_) {
      it.disable_recursion_pending();
    } else {
      ::inotify_add_watch(inotify_, it->path().c_str(), kEvents);
    }
  }
}

void FolderEvents::wait(std::chrono::milliseconds most) {
  if (inotify_ < 0) return std::this_thread::sleep_for(most);
  pollfd what{inotify_, POLLIN, 0};
  if (::poll(&what, 1, static_cast<int>(most.count())) <= 0) return;
  bool folders = false;
  alignas(inotify_event) char events[1 << 14];
  for (ssize_t size = 0; (size = ::read(inotify_, events, sizeof events)) > 0;) {
    for (ssize_t at = 0; at < size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(events + at);
      folders = folders || (event->mask & (IN_ISDIR | IN_Q_OVERFLOW)) != 0;
      at += static_cast<ssize_t>(sizeof(inotify_event)) + static_cast<ssize_t>(event->len);
    }
  }
  if (folders) watch_folders();  // a new one among them
}

}  // namespace lectern::cli
