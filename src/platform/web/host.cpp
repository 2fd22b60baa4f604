// SPDX-License-Identifier: MIT
#include "platform/web/host.hpp"

#include <emscripten/em_js.h>

// Views into the heap are made anew each time: the memory grows.
EM_JS(double, lectern_host,
      (const char* texts, int text_length, const double* numbers, int number_count, double* out,
       int out_count),
      {
        return Module["host"](HEAPU8.subarray(texts, texts + text_length),
                              HEAPF64.subarray(numbers >> 3, (numbers >> 3) + number_count),
                              HEAPF64.subarray(out >> 3, (out >> 3) + out_count));
      })

namespace lectern::platform {

double Request::send(std::span<double> out) {
  return lectern_host(texts_.data(), static_cast<int>(texts_.size()), numbers_.data(),
                      static_cast<int>(numbers_.size()), out.data(), static_cast<int>(out.size()));
}

}  // namespace lectern::platform
