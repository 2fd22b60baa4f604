// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "base/diagnostic.hpp"
#include "base/hash.hpp"

namespace lectern {
namespace {

TEST(Diagnostic, PlacesCountCodePointsAndLinesOfEveryKind) {
  const struct {
    std::string_view text;
    size_t offset;
    Place place;
  } cases[] = {
      {"", 0, {1, 1}},       {"abc", 2, {1, 3}},    {"äb", 2, {1, 2}},
      {"a\nb", 2, {2, 1}},   {"a\r\nb", 3, {2, 1}}, {"a\rb", 2, {2, 1}},
      {"a\n\nb", 3, {3, 1}}, {"abc", 99, {1, 4}},   {"😀\xFFz", 5, {1, 3}},
  };
  for (const auto& c : cases)
    EXPECT_EQ(place_of(c.text, c.offset), c.place) << c.text;
}

TEST(Diagnostic, ReadsAsPathPlaceSeveritySentence) {
  EXPECT_EQ(to_string({Severity::error, "a.md", {3, 14}, "a word is missing"}),
            "a.md:3:14: error: a word is missing");
  EXPECT_EQ(to_string({Severity::warning, "a.md", {}, "it is empty"}),
            "a.md: warning: it is empty");
}

TEST(Diagnostic, WarningsAloneAreNoError) {
  EXPECT_FALSE(has_error({}));
  EXPECT_FALSE(has_error({{Severity::warning, "", {}, ""}}));
  EXPECT_TRUE(has_error({{Severity::warning, "", {}, ""}, {Severity::error, "", {}, ""}}));
}

TEST(Hash, TellsContentsApartAndStaysTheSame) {
  EXPECT_EQ(hash_bytes(""), 0xcbf29ce484222325u);
  EXPECT_EQ(hash_bytes("a"), 0xaf63dc4c8601ec8cu);  // FNV-1a's published test value
  EXPECT_NE(short_hash("a"), short_hash("b"));
  EXPECT_EQ(short_hash("a").size(), 10u);
}

}  // namespace
}  // namespace lectern
