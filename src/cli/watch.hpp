// SPDX-License-Identifier: MIT
// `lectern serve --watch`: publishes a content folder again whenever it changes.
#pragma once

#include <atomic>
#include <functional>

#include "cli/publishing.hpp"
#include "cli/showing.hpp"
#include "publish/memory.hpp"

namespace lectern::cli {

class Watch {
 public:
  Watch(Plan plan, const Showing& showing);

  // All that can be published, as `lectern build` does it; problems are said. False when the content
  // can't be read or the site not written.
  bool publish();

  // Until `stopped`: whenever the content has changed, waits until it is at rest, and publishes it. Calls `changed` when a file of the site is another.
  void run(const std::atomic<bool>& stopped, const std::function<void()>& changed);

 private:
  Plan plan_;
  const Showing& showing_;
  // What has not changed since is neither parsed nor written again.
  publish::BuildMemory memory_;
  std::uint64_t seen_ = 0;
  int written_ = 0;  // files, by the last publish()
};

}  // namespace lectern::cli
