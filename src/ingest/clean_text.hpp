// SPDX-License-Identifier: MIT
// The text of a file as every reader here wants it: well-formed UTF-8, no NUL, no byte-order mark.
// What was wrong is said once, with the place of the first fault. A repaired character takes one
// column as the fault did, so places in the clean text are places in the file.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "ingest/report.hpp"

namespace lectern::ingest {

class CleanText {
 public:
  CleanText(std::string_view text, Place origin, Severity severity, Report& report);
  CleanText(const CleanText&) = delete;
  CleanText& operator=(const CleanText&) = delete;

  std::string_view text() const { return text_; }

 private:
  std::string repaired_;
  std::string_view text_;  // of the input itself when nothing had to be repaired
};

// The text with lines that end with LF alone. That moves no place: a CR was the last column of its line.
std::string with_line_feeds(std::string_view text);

// The text without a byte-order mark.
std::string_view without_bom(std::string_view text);

}  // namespace lectern::ingest
