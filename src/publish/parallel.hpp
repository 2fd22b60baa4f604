// SPDX-License-Identifier: MIT
// The same work for many things, shared by threads. What comes of it must not depend on who does
// which.
#pragma once

#include <cstddef>
#include <functional>

namespace lectern::publish {

enum class Finish {
  done,
  stopped,  // `work` gave false, so what was left was not begun
  full,     // memory ran out
};

// Calls work(0) to work(count - 1), each once, on up to `jobs` threads.
Finish for_each_index(std::size_t count, int jobs, const std::function<bool(std::size_t)>& work);

}  // namespace lectern::publish
