// SPDX-License-Identifier: MIT
#include "moods/log.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <ctime>
#include <utility>

#include "base/visible.hpp"

namespace lectern::moods {
namespace {

constexpr std::size_t kMaxWaiting = 4u << 20;
// Under load one write has the lines of so long, and requests need not wake the thread.
constexpr auto kGather = std::chrono::milliseconds(20);

// "2026-05-09T10:00:00.123Z". The seconds are written out once for all requests in them.
std::string time_now() {
  const auto now = std::chrono::system_clock::now();
  const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch());
  thread_local std::time_t written = -1;
  thread_local char text[40];
  thread_local std::size_t size = 0;
  if (seconds != written) {
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    size = std::strftime(text, sizeof text, "%FT%T", &parts);
    written = seconds;
  }
  std::snprintf(text + size, sizeof text - size, ".%03dZ", static_cast<int>(ms.count() % 1000));
  return text;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

void write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t size = ::write(descriptor, text.data(), text.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(size));
  }
}

}  // namespace

Log::Log(int descriptor) : descriptor_(descriptor), thread_([this] { work(); }) {}

Log::~Log() {
  {
    const std::lock_guard lock(mutex_);
    finished_ = true;
  }
  something_.notify_one();
  thread_.join();
}

void Log::request(std::string_view method, std::string_view route, std::string_view site,
                  std::string_view article, int status, std::chrono::nanoseconds took) {
  std::string line = "{\"time\":\"" + time_now() + "\",\"method\":\"";
  line += method;
  line += "\",\"route\":\"";
  line += route;
  if (!site.empty()) (line += "\",\"site\":\"") += site;
  if (!article.empty()) (line += "\",\"article\":\"") += article;
  char end[64];
  std::snprintf(end, sizeof end, "\",\"status\":%d,\"ms\":%.3f}\n", status,
                std::chrono::duration<double, std::milli>(took).count());
  add(line + end);
}

void Log::problem(std::string_view sentence) {
  add("{\"time\":\"" + time_now() + "\",\"problem\":\"" + escaped(sentence) + "\"}\n");
}

void Log::add(std::string line) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() + line.size() > kMaxWaiting) {
      ++left_out_;
      return;
    }
    waiting_ += line;
    if (waiting_.size() > line.size()) return;  // the thread knows
  }
  something_.notify_one();
}

void Log::work() {
  std::string text;
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      something_.wait(lock, [this] { return finished_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      something_.wait_for(lock, kGather, [this] { return finished_; });
      text = std::exchange(waiting_, "");
      if (left_out_ > 0) {
        text += "{\"time\":\"" + time_now() + "\",\"problem\":\"" +
                std::to_string(std::exchange(left_out_, 0)) + " lines were left out\"}\n";
      }
    }
    write_all(descriptor_, text);
  }
}

}  // namespace lectern::moods
