// SPDX-License-Identifier: MIT
// The one door from C++ to the ES modules in web/: a request is a name, texts and numbers, and gets
// numbers back. One crossing each, however much it carries. web/host.js answers.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::platform {

class Request {
 public:
  explicit Request(std::string_view name) : texts_(name) {}

  // Texts are joined by NUL, which none of ours holds; one from outside is replaced.
  Request& text(std::string_view value) {
    texts_ += '\0';
    const std::size_t begin = texts_.size();
    texts_ += value;
    for (std::size_t i = begin; i < texts_.size(); ++i) {
      if (texts_[i] == '\0') texts_[i] = ' ';
    }
    return *this;
  }
  // Doubles hold every int, color and float that is passed here.
  Request& number(double value) {
    numbers_.push_back(value);
    return *this;
  }
  // What the host returns; `out` is filled by it. Nothing that it does may call the core again.
  double send(std::span<double> out = {});

 private:
  std::string texts_;
  std::vector<double> numbers_;
};

}  // namespace lectern::platform
