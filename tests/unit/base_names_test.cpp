// SPDX-License-Identifier: MIT
// Names that are near, that look the same, and that languages have.
#include <gtest/gtest.h>

#include "base/diagnostic_code.hpp"
#include "base/fold.hpp"
#include "base/language_tag.hpp"
#include "base/nearest.hpp"

namespace lectern {
namespace {

TEST(Nearest, CountsEdits) {
  const struct {
    const char *a, *b;
    int edits;
  } kRows[] = {
      {"section", "section", 0}, {"sectoin", "section", 1}, {"tag", "tags", 1},
      {"Ärger", "Arger", 1},     {"kitten", "sitting", 3},  {"", "ab", 2},
      {"abcdefgh", "z", 3},
  };
  for (const auto& row : kRows)
    EXPECT_EQ(edit_distance(row.a, row.b, row.edits == 3 ? 2 : 3), row.edits) << row.a;
}

TEST(Nearest, IsWhatIsSurelyMeant) {
  constexpr std::string_view kKeys[] = {"id", "title", "section", "lang", "tags", "published"};
  const struct {
    const char *name, *meant;
  } kRows[] = {
      {"sectoin", "section"},   {"Title", "title"}, {"titel", "title"}, {"publishd", "published"},
      {"pubishd", "published"}, {"tag", "tags"},    {"long", "lang"},   {"link", ""},
      {"weight", ""},           {"title", ""},      {"ids", ""},        {"", ""},
  };
  for (const auto& row : kRows)
    EXPECT_EQ(nearest(row.name, kKeys), row.meant) << row.name;
}

TEST(Fold, MakesEqualWhatLooksTheSame) {
  EXPECT_EQ(folded("\u00DCber.MD"), folded("U\u0308ber.md"));
  EXPECT_EQ(folded("\u1EC7"), folded("e\u0323\u0302"));
  EXPECT_EQ(folded("\uD55C"), folded("\u1112\u1161\u11AB"));
  EXPECT_EQ(folded("\u0141\u00D8\u0416\u03A9"), folded("\u0142\u00F8\u0436\u03C9"));
  EXPECT_EQ(folded("\u212B"), folded("\u00E5"));
  EXPECT_NE(folded("a\xFF"), folded("a\xFE"));
  EXPECT_NE(folded("ober"), folded("\u00FCber"));
}

TEST(LanguageTags, OfBcp47) {
  for (const char* good : {"en",
                           "en-GB",
                           "EN-gb",
                           "de-CH-1901",
                           "zh-Hant-TW",
                           "zh-yue",
                           "es-419",
                           "sl-rozaj-biske",
                           "en-a-myext-b-another",
                           "x-whatever",
                           "gsw",
                           "arn",
                           "yue",
                           "qaa",
                           "und",
                           "i-klingon",
                           "en-GB-oed",
                           "sr-Latn-RS",
                           "de-x-y",
                           "aav",
                           "sh"}) {
    EXPECT_EQ(language_fault(good), "") << good;
  }
  const struct {
    const char *tag, *fault;
  } kRows[] = {
      {"english", "it must begin with a language of two or three letters"},
      {"e", "it must begin with a language"},
      {"", "its parts have one to eight letters or digits"},
      {"en--GB", "its parts have"},
      {"en-", "its parts have"},
      {"xq", "there is no language \"xq\""},
      {"jp", "there is no language \"jp\""},
      {"cz-CZ", "there is no language \"cz\""},
      {"eng", "that language is \"en\""},
      {"ger-DE", "that language is \"de\""},
      {"en-UK", "the region is \"GB\""},
      {"en-GB-US", "in this order"},
      {"en-GB-Latn", "in this order"},
      {"de-1901-1901", "in this order"},
      {"en-a", "in this order"},
      {"x", "a part is missing"},
  };
  for (const auto& row : kRows)
    EXPECT_NE(language_fault(row.tag).find(row.fault), std::string::npos) << row.tag;
}

TEST(Codes, HaveNames) {
  EXPECT_EQ(name_of(Code::other), "other");
  EXPECT_EQ(name_of(Code::unknown_key), "unknown-key");
  EXPECT_EQ(name_of(Code::similar_path), "similar-path");
  EXPECT_EQ(name_of(Code::published_site), "published-site");
}

}  // namespace
}  // namespace lectern
