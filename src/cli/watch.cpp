// SPDX-License-Identifier: MIT
#include "cli/watch.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>
#include <utility>

#include "cli/files.hpp"
#include "cli/folder_events.hpp"
#include "publish/snapshot.hpp"

namespace lectern::cli {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// How long nothing may be heard of a folder before it is looked at all the same.
constexpr milliseconds kPause{250};
// Editors write a file in several steps; a second look after this finds it done.
constexpr milliseconds kRest{20};
// Looking takes a fiftieth of one processor's time at most, however large the folder is.
constexpr int kShareOfTime = 50;

}  // namespace

Watch::Watch(Plan plan, const Showing& showing) : plan_(std::move(plan)), showing_(showing) {
  plan_.load.memory = &memory_;
  plan_.site.memory = &memory_;
  seen_ = publish::snapshot(plan_.content, plan_.site.folder);
}

bool Watch::publish() {
  const auto begin = Clock::now();
  written_ = 0;
  Diagnostics diagnostics;
  const auto content = read_content(plan_, diagnostics);
  show(std::move(diagnostics), showing_);
  if (!content) return false;
  const publish::SiteResult result = write_site(plan_, *content);
  written_ = result.written;
  if (!result.problem.empty()) {
    complain("serve: " + result.problem);
    return false;
  }
  const auto took = std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
  std::string said = said_of(plan_, *content, result);
  said.insert(said.size() - 1, ", in " + std::to_string(took.count()) + " ms");
  std::fputs(said.c_str(), stderr);
  return true;
}

void Watch::run(const std::atomic<bool>& stopped, const std::function<void()>& changed) {
  FolderEvents events(plan_.content, plan_.site.folder);
  while (!stopped) {
    const auto begin = Clock::now();
    std::uint64_t now = publish::snapshot(plan_.content, plan_.site.folder);
    const auto took = std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
    if (now == seen_) {
      events.wait(std::max(kPause, took * kShareOfTime));
      continue;
    }
    for (bool rests = false; !rests && !stopped;) {
      std::this_thread::sleep_for(kRest);
      const std::uint64_t later = publish::snapshot(plan_.content, plan_.site.folder);
      rests = later == std::exchange(now, later);
    }
    seen_ = now;
    if (!publish()) complain("serve: the pages stay as they were");
    if (written_ > 0) changed();
  }
}

}  // namespace lectern::cli
