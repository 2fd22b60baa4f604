// SPDX-License-Identifier: MIT
// The one door from C++ to the ES modules in web/: a request is a name, texts, numbers and bytes,
// and gets numbers back. One crossing each, however much it carries. web/host.js answers.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::platform {

class Request {
 public:
  explicit Request(std::string_view name) : texts_(name) {}

  // Texts are joined by NUL, which none of ours holds; one from outside is replaced.
  Request& text(std::string_view value);
  Request& joined_texts(std::string_view texts) {  // each after a NUL
    texts_ += texts;
    return *this;
  }
  // Doubles hold every int, color and float that is passed here.
  Request& number(double value) {
    numbers_.push_back(value);
    return *this;
  }
  Request& numbers(std::initializer_list<double> values) {
    numbers_.insert(numbers_.end(), values);
    return *this;
  }
  // At most two blocks of bytes; they must live until it is sent.
  Request& bytes(const void* data, std::size_t size);

  // What the host returns; `out` is filled by it. Nothing that it does may call the core again.
  double send(std::span<double> out = {});

 private:
  std::string texts_;
  std::vector<double> numbers_;
  std::span<const unsigned char> bytes_[2];
};

}  // namespace lectern::platform
