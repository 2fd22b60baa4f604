// SPDX-License-Identifier: MIT
// One line of JSON for each request, written by a thread of its own: a reader of the log that
// stands still must not hold up the service. What waits beyond a limit is left out and counted.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace lectern::moods {

class Log {
 public:
  // Writes to a file descriptor, which stays the caller's.
  explicit Log(int descriptor);
  ~Log();  // writes what waits

  // Names are known to need no escapes, or empty.
  void request(std::string_view method, std::string_view route, std::string_view site,
               std::string_view article, int status, std::chrono::nanoseconds took);

  // {"time":"…","problem":SENTENCE}
  void problem(std::string_view sentence);

 private:
  void add(std::string line);
  void work();

  const int descriptor_;
  std::mutex mutex_;
  std::condition_variable something_;
  std::string waiting_;
  std::uint64_t left_out_ = 0;
  bool finished_ = false;
  std::thread thread_;
};

}  // namespace lectern::moods
