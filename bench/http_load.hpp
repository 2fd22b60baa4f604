// SPDX-License-Identifier: MIT
// A client of many connections to 127.0.0.1 in one thread, cheap enough not to be what is measured. One
// request is under way on each connection: as many as can be, or so many a second.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace lectern::bench {

struct Load {
  std::uint16_t port = 0;
  int connections = 64;
  double seconds = 5;
  double warm_up = 1;  // seconds before it counts
  double rate = 0;     // requests a second, each counted from when it was due; 0 for as many as can be
  std::function<std::string(std::uint64_t)> request;  // the whole text of the nth
};

struct LoadResult {
  std::uint64_t answered = 0;  // with 200
  std::uint64_t failed = 0;    // with another status, or not
  double seconds = 0;
  std::vector<double> ms;  // how long each took, sorted
};

LoadResult run_load(const Load& load);

// Of sorted values; 0 for none.
double percentile(const std::vector<double>& sorted, double share);

}  // namespace lectern::bench
