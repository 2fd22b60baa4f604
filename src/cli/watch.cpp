// SPDX-License-Identifier: MIT
#include "cli/watch.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>
#include <utility>

#include "cli/files.hpp"
#include "publish/snapshot.hpp"

namespace lectern::cli {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kPause{100};
// Editors write a file in several steps; a second look after this finds it done.
constexpr milliseconds kRest{20};
// Looking takes a twentieth of the time at most, however large the folder is.
constexpr int kShareOfTime = 20;

}  // namespace

Watch::Watch(const Plan& plan, const Showing& showing) : plan_(plan), showing_(showing) {}

bool Watch::publish() {
  seen_ = publish::snapshot(plan_.content, plan_.site.folder);
  Diagnostics diagnostics;
  const auto content = read_content(plan_, diagnostics);
  show(std::move(diagnostics), showing_);
  if (!content) return false;
  const publish::SiteResult result = write_site(plan_, *content);
  if (!result.problem.empty()) {
    complain("serve: " + result.problem);
    return false;
  }
  left_out_ = {content->left_out.begin(), content->left_out.end()};
  std::fputs(said_of(plan_, *content, result).c_str(), stderr);
  return true;
}

void Watch::run(const std::atomic<bool>& stopped, const std::function<void()>& changed) {
  while (!stopped) {
    const auto begin = Clock::now();
    std::uint64_t now = publish::snapshot(plan_.content, plan_.site.folder);
    const auto took = std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
    if (now == seen_) {
      std::this_thread::sleep_for(std::max(kPause, took * kShareOfTime));
      continue;
    }
    for (bool rests = false; !rests && !stopped;) {
      std::this_thread::sleep_for(kRest);
      const std::uint64_t later = publish::snapshot(plan_.content, plan_.site.folder);
      rests = later == std::exchange(now, later);
    }
    seen_ = now;
    bool is_other = false;
    if (!publish_again(is_other)) complain("serve: the pages stay as they were");
    if (is_other) changed();
  }
}

bool Watch::publish_again(bool& changed) {
  const auto begin = Clock::now();
  Diagnostics diagnostics;
  const auto content = read_content(plan_, diagnostics);
  show(std::move(diagnostics), showing_);
  if (!content) return false;
  const bool newly_wrong =
      std::any_of(content->left_out.begin(), content->left_out.end(),
                  [this](const std::string& path) { return !left_out_.contains(path); });
  if (newly_wrong) return false;
  const publish::SiteResult result = write_site(plan_, *content);
  changed = result.written > 0;
  if (!result.problem.empty()) {
    complain("serve: " + result.problem);
    return false;
  }
  left_out_ = {content->left_out.begin(), content->left_out.end()};
  const auto took = std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
  std::string said = said_of(plan_, *content, result);
  said.insert(said.size() - 1, ", in " + std::to_string(took.count()) + " ms");
  std::fputs(said.c_str(), stderr);
  return true;
}

}  // namespace lectern::cli
