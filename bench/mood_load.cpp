// SPDX-License-Identifier: MIT
// The parts of bench/moods.mjs that must be quick: load on a mood service, the same changes put into SQLite
// without one, and a database with many rows. Each prints one line of JSON.
//   put PORT CONNECTIONS SECONDS RATE ARTICLES   new readers press, each once (RATE 0: as many as can be)
//   get PORT PATH CONNECTIONS SECONDS            the same address again and again
//   loop DATABASE GROUP SECONDS ARTICLES         groups of so many changes, one transaction each
//   fill DATABASE ROWS ARTICLES                  adds readers who have pressed
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "http_load.hpp"
#include "moods/database.hpp"

namespace lectern::bench {
namespace {

using Clock = std::chrono::steady_clock;

std::mt19937_64& random_numbers() {
  static std::mt19937_64 numbers(std::random_device{}());
  return numbers;
}

std::string article(std::uint64_t number, int articles) {
  return "article-" + std::to_string(number % static_cast<std::uint64_t>(articles));
}

void print(const LoadResult& result) {
  std::printf("{\"perSecond\":%.0f,\"failed\":%llu,\"p50\":%.3f,\"p99\":%.3f}\n",
              static_cast<double>(result.answered) / result.seconds,
              static_cast<unsigned long long>(result.failed), percentile(result.ms, 0.5),
              percentile(result.ms, 0.99));
}

std::string put_request(std::uint64_t number, int articles) {
  char token[33];
  std::snprintf(token, sizeof token, "%016llx%016llx",
                static_cast<unsigned long long>(random_numbers()()),
                static_cast<unsigned long long>(random_numbers()()));
  const std::string_view mood = model::kMoods[number % model::kMoods.size()].key;
  const std::string body = "{\"mood\":\"" + std::string(mood) + "\",\"seq\":1}";
  return "PUT /v1/sites/local/articles/" + article(number, articles) +
         "/reactions/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token +
         "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

moods::Change random_change(std::uint64_t number, int articles) {
  moods::Change change{"local", article(number, articles), {}, {}};
  for (std::uint8_t& byte : change.reader)
    byte = static_cast<std::uint8_t>(random_numbers()());
  change.wanted = {static_cast<model::Mood>(number % model::kMoods.size()), 1};
  return change;
}

int loop(const std::string& address, int group, double seconds, int articles, std::uint64_t most) {
  std::string problem;
  const auto kind = moods::open_database(address, problem);
  const auto database = kind ? kind->open(problem) : nullptr;
  std::vector<double> ms;
  std::uint64_t number = 0;
  const auto begin = Clock::now();
  const auto elapsed = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
  while (database && elapsed() < seconds && number < most) {
    std::vector<moods::Change> changes;
    for (int i = 0; i < group; ++i)
      changes.push_back(random_change(number++, articles));
    std::vector<moods::Settled> settled;
    const double before = elapsed();
    if (!database->apply(changes, settled, problem)) break;
    ms.push_back(1000 * (elapsed() - before));
  }
  if (!problem.empty()) {
    std::fprintf(stderr, "%s\n", problem.c_str());
    return 3;
  }
  const double took = elapsed();
  std::sort(ms.begin(), ms.end());
  std::printf("{\"perSecond\":%.0f,\"commitP50\":%.3f,\"commitP99\":%.3f}\n",
              static_cast<double>(number) / took, percentile(ms, 0.5), percentile(ms, 0.99));
  return 0;
}

int run(const std::vector<std::string>& words) {
  const auto word = [&](std::size_t i) { return i < words.size() ? words[i] : std::string(); };
  const auto number = [&](std::size_t i) { return std::atof(word(i).c_str()); };
  const auto whole = [&](std::size_t i) { return static_cast<int>(number(i)); };
  const std::string& what = word(0);
  constexpr std::uint64_t kAll = UINT64_MAX;
  constexpr int kFillGroup = 100'000;
  if (what == "loop") return loop(word(1), whole(2), number(3), whole(4), kAll);
  if (what == "fill") return loop(word(1), kFillGroup, 1e9, whole(3), static_cast<std::uint64_t>(number(2)));
  Load load;
  load.port = static_cast<std::uint16_t>(whole(1));
  if (what == "put") {
    load.connections = whole(2);
    load.seconds = number(3);
    load.rate = number(4);
    load.request = [articles = whole(5)](std::uint64_t n) { return put_request(n, articles); };
  } else if (what == "get") {
    const std::string text = "GET " + word(2) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    load.connections = whole(3);
    load.seconds = number(4);
    load.request = [text](std::uint64_t) { return text; };
  } else {
    std::fprintf(stderr, "put, get, loop or fill; see the head of bench/mood_load.cpp\n");
    return 2;
  }
  print(run_load(load));
  return 0;
}

}  // namespace
}  // namespace lectern::bench

int main(int count, char** words) {
  return lectern::bench::run({words + 1, words + count});
}
