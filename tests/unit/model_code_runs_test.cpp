// SPDX-License-Identifier: MIT
// The form in which colours travel, and what is no such form or not about the text.
#include "model/code_runs.hpp"

#include <gtest/gtest.h>

namespace lectern::model {
namespace {

TEST(CodeRuns, AreWhatWasWritten) {
  const CodeRuns runs{{3, CodeKind::keyword}, {5, CodeKind::plain}, {2, CodeKind::number}, {1, CodeKind::deleted}};
  EXPECT_EQ(write_code_runs(runs), "3k5p2n1d");
  EXPECT_EQ(read_code_runs("3k5p2n1d", "let x = 42;"), runs);
  EXPECT_EQ(write_code_runs({}), "");
}

TEST(CodeRuns, AreNoneWhereTheyLie) {
  const std::string text = "let ä = 42;";  // 12 bytes, of which the fifth and sixth are one character
  ASSERT_EQ(read_code_runs("4k2p6n", text).size(), 3u);
  for (const char* lie : {"", "12", "11k", "13k", "4k", "4k8", "4k8x", "k", "0k12p", "5k7p", "4k-8p", "4k 8p", "12kp",
                          "99999999999999999999k", "18446744073709551628k", "12K", "4k2p6n0p", "1.2e1k"})
    EXPECT_TRUE(read_code_runs(lie, text).empty()) << lie;
}

}  // namespace
}  // namespace lectern::model
