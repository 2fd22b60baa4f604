// SPDX-License-Identifier: MIT
// Unicode's own test of UAX #14, from Debian's package unicode-data: each line of LineBreakTest.txt. 34 of the 35 that
// libunibreak has otherwise are of LB25, whose pairs (as CL × PO, IS × NU, PR × OP) it keeps together whatever stands
// around them; one is of LB30b, a character that is not assigned yet.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/utf8.hpp"
#include "layout/line_break.hpp"

namespace lectern::layout {
namespace {

constexpr int kLines = 7654, kPassed = 7619;  // of Unicode 15.0

// "× 0023 ÷ 0020 ÷": whether a line may end after each character.
bool passes(const std::string& line) {
  std::istringstream in(line);
  std::string text;
  std::vector<size_t> ends;
  std::vector<bool> wanted;
  for (std::string word; in >> word && word != "#";) {
    if (word == "÷" || word == "×") {
      if (!text.empty()) wanted.push_back(word == "÷");
    } else {
      append_utf8(text, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
      ends.push_back(text.size());
    }
  }
  const std::vector<BreakAfter> found = find_breaks(text, "en-u-lb-strict");
  for (size_t i = 0; i + 1 < ends.size(); ++i) {  // after the last all end
    if ((found[ends[i] - 1] != BreakAfter::never) != wanted[i]) return false;
  }
  return true;
}

TEST(LineBreakConformance, LineBreakTest) {
  std::ifstream file(LECTERN_UNICODE_DATA "/auxiliary/LineBreakTest.txt");
  ASSERT_TRUE(file.is_open());
  int checked = 0, passed = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    ++checked;
    passed += passes(line);
  }
  EXPECT_EQ(checked, kLines);
  EXPECT_GE(passed, kPassed);
}

}  // namespace
}  // namespace lectern::layout
