// SPDX-License-Identifier: MIT
// Collects the diagnostics of one file. Input can be made to be wrong a million times, so only the
// first thousand problems of a file are listed, and one more sentence says so. Notes are counted apart,
// since they are seldom shown.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.hpp"

namespace lectern::ingest {

class Report {
 public:
  Report(std::string path, Diagnostics& out) : path_(std::move(path)), out_(out) {}

  void error(Place place, std::string sentence, Code code = Code::other);
  void warning(Place place, std::string sentence, Code code = Code::other);
  void note(Place place, std::string sentence, Code code = Code::other);

 private:
  void add(Severity severity, Place place, std::string sentence, Code code);

  const std::string path_;
  Diagnostics& out_;
  int left_ = 1000;
  int notes_left_ = 1000;
  std::optional<size_t> more_;  // the index of that sentence
};

// Text of the input inside a sentence: in double quotes, at most 60 characters, and without what
// could steer a terminal or turn the reading direction.
std::string quote(std::string_view text);

}  // namespace lectern::ingest
