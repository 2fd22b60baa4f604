// SPDX-License-Identifier: MIT
#include "platform/web/host.hpp"

#include <emscripten/em_js.h>

#include <algorithm>

// Views into the heap are made anew each time: the memory grows.
EM_JS(double, lectern_host,
      (const void* texts, int text_size, const void* numbers, int number_count, void* out,
       int out_count, const void* data, int data_size, const void* more, int more_size),
      {
        const bytes = (at, size) => HEAPU8.subarray(at, at + size);
        const doubles = (at, count) => HEAPF64.subarray(at >> 3, (at >> 3) + count);
        return Module["host"](bytes(texts, text_size), doubles(numbers, number_count),
                              doubles(out, out_count), bytes(data, data_size),
                              bytes(more, more_size));
      })

namespace lectern::platform {
namespace {

int size_of(const auto& list) { return static_cast<int>(list.size()); }

}  // namespace

Request& Request::text(std::string_view value) {
  texts_ += '\0';
  const auto begin = static_cast<std::ptrdiff_t>(texts_.size());
  texts_ += value;
  std::replace(texts_.begin() + begin, texts_.end(), '\0', ' ');
  return *this;
}

Request& Request::bytes(const void* data, std::size_t size) {
  bytes_[bytes_[0].data() ? 1 : 0] = {static_cast<const unsigned char*>(data), size};
  return *this;
}

double Request::send(std::span<double> out) {
  return lectern_host(texts_.data(), size_of(texts_), numbers_.data(), size_of(numbers_),
                      out.data(), size_of(out), bytes_[0].data(), size_of(bytes_[0]),
                      bytes_[1].data(), size_of(bytes_[1]));
}

}  // namespace lectern::platform
