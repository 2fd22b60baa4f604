// SPDX-License-Identifier: MIT
// Bytes that are its own, or lie in a file that was read whole (publish/memory_file): most of what a build remembers is
// never touched, and so not copied either.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace lectern::publish {

class KeptBytes {
 public:
  KeptBytes() = default;
  KeptBytes(std::string own) : own_(std::move(own)) {}
  // Of a file that stays in memory for as long.
  static KeptBytes in_file(std::string_view bytes) {
    KeptBytes kept;
    kept.in_file_ = bytes;
    return kept;
  }
  operator std::string_view() const { return own_.empty() ? in_file_ : std::string_view(own_); }

 private:
  std::string own_;
  std::string_view in_file_;
};

}  // namespace lectern::publish
