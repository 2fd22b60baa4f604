// SPDX-License-Identifier: MIT
// `lectern serve --watch`: publishes a content folder again whenever it changes.
#pragma once

#include <atomic>
#include <functional>
#include <set>
#include <string>

#include "cli/publishing.hpp"
#include "cli/showing.hpp"

namespace lectern::cli {

class Watch {
 public:
  Watch(const Plan& plan, const Showing& showing);

  // The first time: all that can be published. False when the content can't be read or the site not
  // written, which it has said.
  bool publish();

  // Until `stopped`: looks at the content every tenth of a second, waits until it is at rest, and
  // publishes it. Problems are said. An article that was published and has an error now keeps
  // its page: nothing is published until it is mended or gone. Calls `changed` when a file of the
  // site is another.
  void run(const std::atomic<bool>& stopped, const std::function<void()>& changed);

 private:
  bool publish_again(bool& changed);

  const Plan& plan_;
  const Showing& showing_;
  std::set<std::string> left_out_;  // articles with errors that the published site is without
  std::uint64_t seen_ = 0;
};

}  // namespace lectern::cli
