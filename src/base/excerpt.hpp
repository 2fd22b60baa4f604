// SPDX-License-Identifier: MIT
// The line that a problem stands in, with a caret below its column, as a terminal shows it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace lectern {

// The lines of a file, found as base/diagnostic.hpp counts them. Asked for places in rising order
// it reads the file once, however many there are.
class SourceLines {
 public:
  explicit SourceLines(std::string text);

  // Two lines, each ended by "\n":
  //   "   12 | title: The tide\n"
  //   "      |        ^\n"
  // at most `columns` wide (at least 40): a long line is cut around the place, with "…" at a cut.
  // Tabs are spaces up to the next multiple of 4, wide characters take two columns, what would
  // steer the terminal is U+FFFD. "" for a place that the text does not have, and for {0, 0}.
  std::string excerpt(Place place, int columns);

 private:
  bool go_to_line(int line);

  std::string text_;
  int line_ = 1;
  std::size_t begin_ = 0;  // of that line
  int column_ = 1;         // a place in it that was asked for, and its offset
  std::size_t at_ = 0;
};

}  // namespace lectern
