// SPDX-License-Identifier: MIT
// The connections that a server has open, so that it can count them and end them.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <unordered_set>
#include <vector>

namespace lectern::server {

class Connection;

class OpenConnections {
 public:
  void add(Connection* connection) {
    const std::lock_guard lock(mutex_);
    all_.insert(connection);
    count_ = static_cast<int>(all_.size());
  }
  void remove(Connection* connection) {
    const std::lock_guard lock(mutex_);
    all_.erase(connection);
    count_ = static_cast<int>(all_.size());
  }
  int count() const { return count_; }

  // From now on connections end with the answer that they are at.
  void stop() { stopping_ = true; }
  bool stopping() const { return stopping_; }

  // Those that are not on their way out.
  std::vector<std::shared_ptr<Connection>> living();

 private:
  std::mutex mutex_;
  std::unordered_set<Connection*> all_;
  std::atomic<int> count_{0};
  std::atomic<bool> stopping_{false};
};

}  // namespace lectern::server
