// SPDX-License-Identifier: MIT
// The source line and its caret, as a terminal shows them.
#include <gtest/gtest.h>

#include "base/excerpt.hpp"
#include "base/text_width.hpp"
#include "base/visible.hpp"

namespace lectern {
namespace {

std::string excerpt(std::string text, Place place, int columns = 100) {
  return SourceLines(std::move(text)).excerpt(place, columns);
}

TEST(Excerpt, HasACaretBelowTheColumn) {
  EXPECT_EQ(excerpt("one\ntwo three\n", {2, 5}),
            "    2 | two three\n"
            "      |     ^\n");
  EXPECT_EQ(excerpt("one", {1, 4}),  // what is missing at the end
            "    1 | one\n"
            "      |    ^\n");
  EXPECT_EQ(excerpt("a\r\nb\rc", {3, 1}),
            "    3 | c\n"
            "      | ^\n");
}

TEST(Excerpt, CountsColumnsAsTheTerminalDoes) {
  EXPECT_EQ(excerpt("\tx\ty", {1, 4}),
            "    1 |     x   y\n"
            "      |         ^\n");
  EXPECT_EQ(excerpt("日本 x", {1, 4}),
            "    1 | 日本 x\n"
            "      |      ^\n");
  EXPECT_EQ(excerpt("e\u0301\U0001F600x", {1, 4}),  // e and its accent, an emoji
            "    1 | e\u0301\U0001F600x\n"
            "      |    ^\n");
  EXPECT_EQ(excerpt("\xEF\xBB\xBFtitle", {1, 1}),
            "    1 | title\n"
            "      | ^\n");
}

TEST(Excerpt, LetsNothingSteerTheTerminal) {
  EXPECT_EQ(excerpt("a\x1b[31mb\u202Ec\xFF", {1, 7}),
            "    1 | a\uFFFD[31mb\uFFFDc\uFFFD\n"
            "      |       ^\n");
}

TEST(Excerpt, CutsALongLineAroundThePlace) {
  const std::string text = std::string(500, 'a') + "!" + std::string(500, 'b');
  const std::string out = excerpt(text, {1, 501}, 60);
  const size_t end = out.find('\n');
  const std::string line = out.substr(0, end);
  EXPECT_EQ(line.substr(0, 11), "    1 | …");
  EXPECT_TRUE(line.ends_with("b…")) << line;
  EXPECT_LE(line.size(), 60u + 4);  // each "…" has two bytes more than columns
  // "…" is one column and three bytes.
  EXPECT_EQ(out.find('^') - end - 1, line.find('!') - 2);
}

TEST(Excerpt, OfNoPlaceIsNothing) {
  EXPECT_EQ(excerpt("a", {}), "");
  EXPECT_EQ(excerpt("a", {9, 1}), "");
}

TEST(Excerpt, GoesBackToo) {
  SourceLines lines("a\nbcd\n");
  EXPECT_EQ(lines.excerpt({2, 3}, 80), "    2 | bcd\n      |   ^\n");
  EXPECT_EQ(lines.excerpt({2, 1}, 80), "    2 | bcd\n      | ^\n");
  EXPECT_EQ(lines.excerpt({1, 1}, 80), "    1 | a\n      | ^\n");
}

TEST(Width, OfCharacters) {
  EXPECT_EQ(terminal_columns('a'), 1);
  EXPECT_EQ(terminal_columns(U'é'), 1);
  EXPECT_EQ(terminal_columns(U'漢'), 2);
  EXPECT_EQ(terminal_columns(0x301), 0);
  EXPECT_EQ(terminal_columns(0x200D), 0);
  EXPECT_EQ(terminal_columns(0x1F600), 2);
}

TEST(Visible, WritesControlCharactersOut) {
  EXPECT_EQ(visible("plain Ü.md"), "plain Ü.md");
  EXPECT_EQ(visible("a\nb\x1b\x7F.md"), "a\\nb\\u{1B}\\u{7F}.md");
  EXPECT_EQ(visible("\xFF.md"), "\uFFFD.md");
}

}  // namespace
}  // namespace lectern
