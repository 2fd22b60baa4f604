// SPDX-License-Identifier: MIT
#include "moods/store.hpp"

#include <chrono>
#include <exception>
#include <iterator>
#include <utility>

namespace lectern::moods {
namespace {

// Seconds of work: who waits longer has gone.
constexpr std::size_t kMaxWaiting = 20'000;
// One transaction; what it holds is synced in some milliseconds.
constexpr std::size_t kMaxGroup = 1'000;
constexpr int kReaders = 4;
constexpr auto kTidyEvery = std::chrono::milliseconds(500);

}  // namespace

Store::Store(DatabaseKind kind) : kind_(std::move(kind)) {}

Store::~Store() {
  finish();
}

bool Store::start(std::string& problem) {
  auto first = kind_.open(problem);
  if (!first || !first->secret(secret_, problem)) return false;
  idle_.push_back(std::move(first));
  finished_ = false;
  writer_ = std::thread([this] { write(); });
  tidier_ = std::thread([this] { tidy(); });
  for (int i = 0; i < kReaders && !kind_.quick_reads; ++i)
    readers_.emplace_back([this] { serve(); });
  return true;
}

void Store::change(Change change, std::function<void(std::optional<Settled>)> done) {
  {
    const std::lock_guard lock(mutex_);
    if (!finished_ && changes_.size() < kMaxWaiting) {
      changes_.push_back({std::move(change), std::move(done)});
      if (changes_.size() == 1) change_came_.notify_one();
      return;
    }
  }
  done(std::nullopt);
}

void Store::read(std::string site, std::vector<std::string> articles, std::optional<Reader> reader,
                 std::function<void(std::optional<std::vector<Standing>>)> done) {
  run([this, site = std::move(site), articles = std::move(articles), reader,
       done = std::move(done)](Database* database) {
    std::vector<Standing> standings;
    std::string problem;
    if (!database) return done(std::nullopt);
    if (database->read(site, articles, reader ? &*reader : nullptr, standings, problem)) {
      return done(std::move(standings));
    }
    failed(problem);
    done(std::nullopt);
  });
}

void Store::finish() {
  {
    const std::lock_guard lock(mutex_);
    finished_ = true;
  }
  change_came_.notify_all();
  task_came_.notify_all();
  finish_came_.notify_all();
  if (writer_.joinable()) writer_.join();
  if (tidier_.joinable()) tidier_.join();
  for (std::thread& reader : readers_)
    if (reader.joinable()) reader.join();
}

Store::Figures Store::figures() const {
  const std::lock_guard lock(mutex_);
  return {commits_, changed_, failures_, changes_.size() + tasks_.size()};
}

std::string Store::take_problem() {
  const std::lock_guard lock(mutex_);
  return std::exchange(problem_, "");
}

void Store::write() {
  std::unique_ptr<Database> database;
  std::vector<Waiting> group;
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      change_came_.wait(lock, [this] { return finished_ || !changes_.empty(); });
      if (changes_.empty()) return;
      if (changes_.size() <= kMaxGroup) {
        group.swap(changes_);
      } else {
        const auto end = changes_.begin() + static_cast<std::ptrdiff_t>(kMaxGroup);
        group.assign(std::make_move_iterator(changes_.begin()), std::make_move_iterator(end));
        changes_.erase(changes_.begin(), end);
      }
    }
    apply(database, group);
    group.clear();
    std::string problem;
    if (database && rest_to_tidy_.exchange(false) && !database->finish_tidying(problem)) failed(problem);
  }
}

void Store::apply(std::unique_ptr<Database>& database, std::vector<Waiting>& group) {
  std::vector<Change> changes;
  for (Waiting& waiting : group)
    changes.push_back(std::move(waiting.change));
  std::vector<Settled> settled;
  bool fine = false;
  try {
    std::string problem;
    if (!database && (database = open())) database->leave_tidying();
    fine = database && database->apply(changes, settled, problem);
    if (database && !fine) failed(problem);
  } catch (const std::exception&) {
    failed("memory ran out");
  }
  if (fine) {
    ++commits_;
    changed_ += changes.size();
  }
  for (std::size_t i = 0; i < group.size(); ++i) {
    try {
      if (fine) group[i].done(std::move(settled[i]));
      else group[i].done(std::nullopt);
    } catch (const std::exception&) {  // no memory for one answer: its connection ends without it
    }
  }
}

void Store::tidy() {
  std::unique_ptr<Database> database;
  std::uint64_t seen = 0;
  std::unique_lock lock(mutex_);
  while (!finish_came_.wait_for(lock, kTidyEvery, [this] { return finished_; })) {
    const std::uint64_t commits = commits_;
    if (commits == seen || rest_to_tidy_) continue;
    lock.unlock();
    std::string problem;
    if (!database) database = open();
    bool rest = false;
    if (database && database->tidy(rest, problem)) seen = commits;
    else if (database) failed(problem);
    if (rest) rest_to_tidy_ = true;
    lock.lock();
  }
}

// Reads of a database in a network, each of these threads with a connection of its own.
void Store::serve() {
  std::unique_ptr<Database> database = open();
  for (;;) {
    Task task;
    {
      std::unique_lock lock(mutex_);
      task_came_.wait(lock, [this] { return finished_ || !tasks_.empty(); });
      if (tasks_.empty()) return;
      task = std::move(tasks_.front());
      tasks_.pop_front();
    }
    if (!database) database = open();
    try {
      task(database.get());
    } catch (const std::exception&) {  // as above
    }
  }
}

void Store::run(Task task) {
  if (kind_.quick_reads) {
    auto database = borrow();
    task(database.get());
    return give_back(std::move(database));
  }
  {
    const std::lock_guard lock(mutex_);
    if (!finished_ && tasks_.size() < kMaxWaiting) {
      tasks_.push_back(std::move(task));
      task_came_.notify_one();
      return;
    }
  }
  task(nullptr);
}

std::unique_ptr<Database> Store::borrow() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto database = std::move(idle_.back());
      idle_.pop_back();
      return database;
    }
  }
  return open();
}

void Store::give_back(std::unique_ptr<Database> database) {
  if (!database) return;
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(database));
}

std::unique_ptr<Database> Store::open() {
  std::string problem;
  auto database = kind_.open(problem);
  if (!database) failed(problem);
  return database;
}

void Store::failed(const std::string& problem) {
  ++failures_;
  const std::lock_guard lock(mutex_);
  problem_ = problem;
}

}  // namespace lectern::moods
