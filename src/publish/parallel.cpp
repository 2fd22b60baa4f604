// SPDX-License-Identifier: MIT
#include "publish/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <new>
#include <thread>
#include <vector>

namespace lectern::publish {

Finish for_each_index(std::size_t count, int jobs, const std::function<bool(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  std::atomic<bool> good{true}, full{false};
  const auto take = [&] {
    try {
      for (std::size_t i = next++; i < count && good; i = next++) {
        if (!work(i)) good = false;
      }
    } catch (const std::bad_alloc&) {  // must not leave a thread
      good = false;
      full = true;
    }
  };
  std::vector<std::thread> others;
  const auto threads = std::min(static_cast<std::size_t>(std::max(jobs, 1)), count);
  for (std::size_t i = 1; i < threads; ++i)
    others.emplace_back(take);
  take();
  for (std::thread& thread : others)
    thread.join();
  return full ? Finish::full : good ? Finish::done : Finish::stopped;
}

}  // namespace lectern::publish
