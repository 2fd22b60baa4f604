// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "base/utf8.hpp"
#include "base/slug.hpp"

namespace lectern {
namespace {

TEST(Slug, IsLowerCaseLettersDigitsAndSingleHyphens) {
  const struct {
    const char *text, *slug;
  } cases[] = {
      {"Harbour Bridge", "harbour-bridge"},
      {"news/2026/Bridge", "news-2026-bridge"},
      {"  --Already--slugged__ ", "already-slugged"},
      {"../../etc/passwd", "etc-passwd"},
      {"100 % sure?", "100-sure"},
      {"Über Straßen", "über-straßen"},
      {"ΑΘΗΝΑ Москва", "αθηνα-москва"},
      {"東京タワー", "東京タワー"},
      {"“Quoted” – text…", "quoted-text"},
      {"a😀b", "a-b"},
      {"", "article"},
      {"!!!", "article"},
      {"\xFF\xFE", "article"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(slug(c.text), c.slug);
}

TEST(Slug, HasAtMost80BytesAndEndsWithAWholeCharacter) {
  EXPECT_EQ(slug(std::string(200, 'a')), std::string(80, 'a'));
  std::string long_title;
  for (int i = 0; i < 100; ++i)
    long_title += "語";
  const std::string cut = slug(long_title);
  EXPECT_EQ(cut.size(), 78u);
  EXPECT_EQ(find_bad_utf8(cut), std::nullopt);
  EXPECT_EQ(slug(std::string(80, 'a') + " b"), std::string(80, 'a'));
}

TEST(Slug, OfASlugIsItself) {
  for (const char* text : {"Harbour Bridge", "Über Straßen", "a/b/c", "ΑΘΗΝΑ"}) {
    EXPECT_EQ(slug(slug(text)), slug(text));
  }
}

}  // namespace
}  // namespace lectern
