// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "base/utf8.hpp"
#include "base/visible.hpp"

namespace lectern {
namespace {

using namespace std::string_view_literals;

TEST(Utf8, DecodesOneCodePointOfEachLength) {
  const struct {
    std::string_view text;
    char32_t value;
    int bytes;
  } cases[] = {
      {"a", 'a', 1},     {"é", 0xE9, 2}, {"€", 0x20AC, 3},
      {"😀", 0x1F600, 4}, {"\0"sv, 0, 1}, {"", 0, 0},
  };
  for (const auto& c : cases) {
    const CodePoint point = decode_utf8(c.text, 0);
    EXPECT_EQ(point.value, c.value) << c.text;
    EXPECT_EQ(point.bytes, c.bytes) << c.text;
  }
}

// Unicode 15, table 3-8: a broken sequence is as long as its longest right beginning.
TEST(Utf8, RepairsEachBrokenSequenceAsOneReplacement) {
  const struct {
    std::string_view broken, repaired;
  } cases[] = {
      {"a\xFFz", "a\uFFFDz"},
      {"\xC0\xAF", "\uFFFD\uFFFD"},                      // overlong "/"
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // a surrogate
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // above U+10FFFF
      {"\xE2\x82z", "\uFFFDz"},                          // cut short
      {"\xF0\x9F\x98", "\uFFFD"},
      {"a\0b"sv, "a\uFFFDb"},
      {"\xEF\xBB\xBFtext", "text"},  // a byte-order mark
      {"\uFFFD stays", "\uFFFD stays"},
      {"fine: äöü", "fine: äöü"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(repair_utf8(c.broken), c.repaired);
}

TEST(Utf8, FindsTheFirstBadByte) {
  EXPECT_EQ(find_bad_utf8("all fine \uFFFD 😀"), std::nullopt);
  EXPECT_EQ(find_bad_utf8("ä\xFF"), 2u);
  EXPECT_EQ(find_bad_utf8("abc\0"sv), 3u);
  EXPECT_EQ(find_bad_utf8("ok \xE2\x82"), 3u);
}

TEST(Utf8, EncodesWhatItDecodes) {
  for (const char32_t c : {0x1u, 0x7Fu, 0x80u, 0x7FFu, 0x800u, 0xFFFFu, 0x10000u, 0x10FFFFu}) {
    std::string text;
    append_utf8(text, c);
    EXPECT_EQ(decode_utf8(text, 0).value, c);
  }
  std::string none;
  append_utf8(none, 0xD800);
  append_utf8(none, 0x110000);
  EXPECT_EQ(none, "\uFFFD\uFFFD");
}

TEST(Utf8, NoDocumentHoldsControlCharacters) {
  EXPECT_FALSE(find_control("a\t\n\r é\u00A0"));
  EXPECT_EQ(find_control("é\x01"), 2u);
  EXPECT_EQ(without_controls("a\x01" "b\x7F\xC2\x85\xC2\x9F" "c\f"), "a\uFFFDb\uFFFD\uFFFD\uFFFDc\uFFFD");
  std::string many(4 << 20, '\x02');  // in one pass
  EXPECT_EQ(without_controls(std::move(many)).size(), std::size_t{12} << 20);
}

TEST(Utf8, NoDirectionLeavesAText) {
  const struct {
    const char *text, *closed;
  } kRows[] = {
      {"plain", "plain"},
      {"\u202Eabc", "\u202Eabc\u202C"},
      {"\u2066a\u202Bb", "\u2066a\u202Bb\u202C\u2069"},
      {"\u2067a\u202Ab\u2069c\u202C", "\u2067a\u202Ab\u2069c"},
      {"\u202C\u2069x", "x"},
      {"\u202Aa\u2066b\u202C\u2069c", "\u202Aa\u2066b\u2069c\u202C"},
  };
  for (const auto& row : kRows) EXPECT_EQ(closed_directions(row.text), row.closed) << row.text;
}

TEST(Utf8, CountsUtf16CodeUnits) {
  EXPECT_EQ(utf16_length(""), 0);
  EXPECT_EQ(utf16_length("aé€"), 3);
  EXPECT_EQ(utf16_length("😀"), 2);
}

}  // namespace
}  // namespace lectern
