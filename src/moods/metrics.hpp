// SPDX-License-Identifier: MIT
// What the service counts about itself, in Prometheus' text format. No site, article, reader or
// address is in it.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

#include "moods/route.hpp"
#include "moods/store.hpp"

namespace lectern::moods {

class Metrics {
 public:
  void count(Route route, int status, std::chrono::nanoseconds took);

  std::string write(const Store::Figures& store, int open_connections) const;

 private:
  static constexpr std::size_t kRoutes = static_cast<std::size_t>(Route::mine) + 1;
  static constexpr std::array<double, 9> kSeconds{0.001, 0.0025, 0.005, 0.01, 0.025,
                                                  0.05,  0.1,    0.5,   2.5};
  struct PerRoute {
    std::array<std::atomic<std::uint64_t>, 600> statuses{};
    std::array<std::atomic<std::uint64_t>, kSeconds.size() + 1> buckets{};
    std::atomic<std::uint64_t> nanoseconds{0};
  };
  std::array<PerRoute, kRoutes> routes_{};
};

}  // namespace lectern::moods
