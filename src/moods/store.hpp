// SPDX-License-Identifier: MIT
// The database as the service uses it: asynchronous, and with group commit. All changes that wait
// are one transaction; each is answered after its commit. So one sync of the disk serves as many
// readers as came while the one before was under way.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "moods/database.hpp"

namespace lectern::moods {

class Store {
 public:
  explicit Store(DatabaseKind kind);
  ~Store();

  // Opens the connections and begins. False, and a sentence, when the database can't be reached.
  bool start(std::string& problem);

  const Secret& secret() const { return secret_; }

  // Each calls `done` once, from any thread, maybe before it returns; with nothing when the
  // database failed, or when so much waits that more would not be answered in time.
  void change(Change change, std::function<void(std::optional<Settled>)> done);
  void read(std::string site, std::vector<std::string> articles, std::optional<Reader> reader,
            std::function<void(std::optional<std::vector<Standing>>)> done);

  // Answers all that waits, and ends. What comes afterwards gets nothing.
  void finish();

  struct Figures {
    std::uint64_t commits = 0;
    std::uint64_t changes = 0;  // in these commits
    std::uint64_t failures = 0;
    std::uint64_t waiting = 0;
  };
  Figures figures() const;
  // The last failure in one sentence, once; "" when there was none since it was asked for.
  std::string take_problem();

 private:
  struct Waiting {
    Change change;
    std::function<void(std::optional<Settled>)> done;
  };
  // A connection, or nothing: it could not be opened again.
  using Task = std::function<void(Database*)>;

  void write();
  void serve();
  void tidy();
  void apply(std::unique_ptr<Database>& database, std::vector<Waiting>& group);
  void run(Task task);
  std::unique_ptr<Database> borrow();
  void give_back(std::unique_ptr<Database> database);
  std::unique_ptr<Database> open();
  void failed(const std::string& problem);

  const DatabaseKind kind_;
  Secret secret_{};
  std::thread writer_, tidier_;
  std::vector<std::thread> readers_;

  mutable std::mutex mutex_;
  std::condition_variable change_came_, task_came_, finish_came_;
  std::vector<Waiting> changes_;
  std::deque<Task> tasks_;
  std::vector<std::unique_ptr<Database>> idle_;  // for quick reads
  bool finished_ = true;
  std::atomic<bool> rest_to_tidy_{false};  // by the writer
  std::string problem_;
  std::atomic<std::uint64_t> commits_{0}, changed_{0}, failures_{0};
};

}  // namespace lectern::moods
