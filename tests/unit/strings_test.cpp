// SPDX-License-Identifier: MIT
// The words of a publication in each of its languages: none is missing, numbers and dates have their forms,
// and the viewer gets the very words that its page was written with.
#include <bit>
#include <fstream>
#include <regex>
#include <set>

#include "layout/direction.hpp"
#include "layout/page_tree.hpp"
#include "layout/strings.hpp"
#include "publish/page_strings.hpp"
#include "publish_fixture.hpp"
#include "semantics/html_writer.hpp"

namespace lectern {
namespace {

using publish::PageStrings;

constexpr const char* kLanguages[] = {"ar", "de", "en", "es", "fr", "hi", "ja", "pt", "ru", "zh"};

template <typename Words>
auto list_of(const Words& words) {
  return std::bit_cast<std::array<std::string_view, sizeof(Words) / sizeof(std::string_view)>>(words);
}

// The names in braces.
std::multiset<std::string> names_in(std::string_view words) {
  static const std::regex name("\\{[a-z]+\\}");
  const std::string text(words);
  std::multiset<std::string> names;
  for (std::sregex_iterator it(text.begin(), text.end(), name), end; it != end; ++it)
    names.insert(it->str());
  return names;
}

TEST(Strings, EveryLanguageHasEveryWordOfItsOwn) {
  const auto english = list_of(layout::strings_for("en"));
  for (const std::string lang : kLanguages) {
    const layout::Strings& words = layout::strings_for(lang);
    const auto all = list_of(words);
    size_t same = 0;
    for (size_t i = 0; i < all.size(); ++i) {
      EXPECT_FALSE(all[i].empty()) << lang << ": no word for " << english[i];
      EXPECT_EQ(all[i].find('\n'), std::string_view::npos) << lang << ": " << all[i];
      if (all[i] == english[i]) ++same;
    }
    EXPECT_EQ(names_in(words.by), names_in("{names}")) << lang;
    EXPECT_EQ(names_in(words.updated), names_in("{date}")) << lang;
    // "Details", "E-mail", a comma: a few are the same, the names of months in German.
    EXPECT_LE(same, lang == "en" ? all.size() : 12) << lang;
  }
}

TEST(Strings, EveryLanguageHasEveryWordOfTheLists) {
  const PageStrings& english = publish::page_strings_for("en");
  for (const std::string lang : kLanguages) {
    const PageStrings& words = publish::page_strings_for(lang);
    EXPECT_TRUE(lang == "en" || &words != &english) << lang;
    PageStrings some = words;
    some.stories = {"-", "-", "-", "-", "-"};  // of which a language has some
    for (const std::string_view word : list_of(some))
      EXPECT_FALSE(word.empty()) << lang;
    EXPECT_EQ(names_in(words.count_page), names_in(english.count_page)) << lang;
    EXPECT_EQ(names_in(words.list_page), names_in(english.list_page)) << lang;
    for (size_t i = 0; i < words.viewer.size(); ++i)
      EXPECT_EQ(names_in(words.viewer[i]), names_in(english.viewer[i])) << words.viewer[i];
    for (size_t i = 0; i < words.room.size(); ++i)
      EXPECT_EQ(names_in(words.room[i]), names_in(english.room[i])) << words.room[i];
    for (size_t n = 1; n < 250; ++n) {
      const std::string said = publish::counted(words.stories, n, lang);
      const bool in_words = lang == "ar" && n < 3;
      EXPECT_GT(said.size(), std::to_string(n).size()) << lang << ' ' << n;
      EXPECT_TRUE(in_words || said.find(std::to_string(n)) != std::string::npos) << said;
    }
  }
}

// The two are told apart by their order alone.
TEST(Strings, TheModulesHaveTheWordsThatAreTranslated) {
  std::ifstream file(LECTERN_SOURCE_DIR "/web/words.js");
  const std::string module{std::istreambuf_iterator<char>(file), {}};
  size_t at = 0;
  for (const std::string_view english : publish::page_strings_for("en").viewer) {
    at = module.find(": \"" + std::string(english) + "\",\n", at);
    ASSERT_NE(at, std::string::npos) << english;
  }
}

TEST(Strings, RegionsAndScriptsHaveTheWordsOfTheirLanguage) {
  EXPECT_EQ(&layout::strings_for("pt-BR"), &layout::strings_for("pt"));
  EXPECT_EQ(&publish::page_strings_for("zh-Hant"), &publish::page_strings_for("zh"));
  EXPECT_EQ(layout::strings_for("dev").headlines, "Headlines") << "Dev is not German";
  EXPECT_EQ(layout::strings_for("it").headlines, "Headlines");
}

TEST(Strings, DatesAreWrittenAsEachLanguageDoes) {
  struct Row {
    const char* lang;
    const char* first;
    const char* ninth;
  };
  constexpr Row kRows[] = {
      {"ar", "1 مارس 2026", "9 مارس 2026"},
      {"de-AT", "1. März 2026", "9. März 2026"},
      {"en", "1 March 2026", "9 March 2026"},
      {"es", "1 de marzo de 2026", "9 de marzo de 2026"},
      {"fr", "1er mars 2026", "9 mars 2026"},
      {"hi", "1 मार्च 2026", "9 मार्च 2026"},
      {"ja", "2026年3月1日", "2026年3月9日"},
      {"pt-BR", "1 de março de 2026", "9 de março de 2026"},
      {"ru", "1 марта 2026\u00A0г.", "9 марта 2026\u00A0г."},
      {"zh-Hant", "2026年3月1日", "2026年3月9日"},
      {"it", "2026-03-01", "2026-03-09"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(layout::date_in_words("2026-03-01T10:00:00Z", row.lang), row.first);
    EXPECT_EQ(layout::date_in_words("2026-03-09", row.lang), row.ninth);
  }
  EXPECT_EQ(layout::date_in_words("soon", "fr"), "soon");
}

TEST(Strings, NumbersAreGroupedAsEachLanguageDoes) {
  struct Row {
    const char* lang;
    const char* thousand;
    const char* more;
  };
  constexpr Row kRows[] = {
      {"en", "1,234", "1,234,567"},  {"de", "1.234", "1.234.567"},
      {"es", "1234", "1.234.567"},   {"fr", "1\u202F234", "1\u202F234\u202F567"},
      {"hi", "1,234", "12,34,567"},  {"ru", "1\u00A0234", "1\u00A0234\u00A0567"},
      {"ja", "1,234", "1,234,567"},  {"pt-PT", "1.234", "1.234.567"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(publish::number_in_words(234, row.lang), "234");
    EXPECT_EQ(publish::number_in_words(1234, row.lang), row.thousand) << row.lang;
    EXPECT_EQ(publish::number_in_words(1234567, row.lang), row.more) << row.lang;
  }
}

TEST(Strings, CountedThingsHaveTheFormOfTheirNumber) {
  struct Row {
    const char* lang;
    size_t n;
    const char* said;
  };
  constexpr Row kRows[] = {
      {"en", 1, "1 story"},        {"en", 2, "2 stories"},      {"fr", 0, "0 article"},
      {"fr", 2, "2 articles"},     {"ru", 1, "1 материал"},     {"ru", 3, "3 материала"},
      {"ru", 11, "11 материалов"}, {"ru", 21, "21 материал"},   {"ru", 112, "112 материалов"},
      {"ar", 1, "مقال واحد"},      {"ar", 2, "مقالان"},         {"ar", 5, "5 مقالات"},
      {"ar", 11, "11 مقالًا"},      {"ar", 100, "100 مقال"},     {"ar", 103, "103 مقالات"},
      {"ja", 1, "1件の記事"},      {"zh", 12000, "12,000篇文章"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(publish::counted(publish::page_strings_for(row.lang).stories, row.n, row.lang), row.said);
  }
}

TEST(Strings, TheViewerMakesTheSamePageFromTheWordsItIsTold) {
  model::Article article;
  article.title = "T";
  article.authors = {{"A", ""}, {"B", ""}};
  article.published = "2026-05-09";
  article.updated = "2026-05-10";
  model::PageContext context;
  context.tags = {{"x", "x/", "", false, "", ""}};
  for (const std::string lang : kLanguages) {
    context.site_lang = lang;
    const std::string told = layout::write_strings(layout::strings_for(lang));
    const std::string page = semantics::write_page(layout::build_article_page(article, context, {}));
    ASSERT_TRUE(layout::take_strings(told));
    context.site_lang = "any";
    const layout::PageTree again = layout::build_article_page(article, context, {});
    layout::take_strings("");
    const std::string other = semantics::write_page(again);
    const std::regex tags("<[^>]*>");
    EXPECT_EQ(std::regex_replace(page, tags, ""), std::regex_replace(other, tags, "")) << lang;
  }
  EXPECT_FALSE(layout::take_strings("one\ntwo\n"));
  EXPECT_EQ(layout::strings_for("en").by, "By {names}");
}

TEST(Strings, NamesStandWhereTheLanguageHasThem) {
  model::Article article;
  article.authors = {{"A", ""}, {"B", ""}};
  article.published = "2026-05-09";
  article.updated = "2026-05-10";
  model::PageContext context;
  context.site_lang = "ja";
  const std::string html = semantics::write_page(layout::build_article_page(article, context, {}));
  EXPECT_NE(html.find("文・A、B</p>"), std::string::npos) << html;
  EXPECT_NE(html.find("2026年5月10日</time>更新</p>"), std::string::npos) << html;
}

}  // namespace

namespace publish {
namespace {

class SiteWordsTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
    write("content/a.md", "---\ntitle: خبر\nsection: [عالم]\npublished: 2026-05-09\n---\nنص\n");
    write("content/b.md", "---\ntitle: آخر\nsection: [عالم]\npublished: 2026-05-08\n---\nنص\n");
  }
};

TEST_F(SiteWordsTest, AnArabicSiteIsNamedInArabicThroughout) {
  write("content/publication.json", R"({"title": "جريدة", "lang": "ar"})");
  build();
  const std::string page = read("site/a/a/index.html");
  EXPECT_NE(page.find("<html lang=\"ar\" dir=\"rtl\">"), std::string::npos);
  // Each landmark's name has Arabic letters and no others.
  static const std::regex label("aria-label=\"([^\"]*)\"");
  int labels = 0;
  for (const std::string path : {"a/a/", "", "c/عالم/", "map/"}) {
    const std::string html = read("site/" + path + "index.html");
    for (std::sregex_iterator it(html.begin(), html.end(), label), end; it != end; ++it, ++labels) {
      const std::string name = (*it)[1];
      EXPECT_EQ(layout::direction_of_text(name), "rtl") << name;
      EXPECT_EQ(name.find_first_of("abcdefghijklmnopqrstuvwxyz"), std::string::npos) << name;
    }
  }
  EXPECT_GE(labels, 8);
}

TEST_F(SiteWordsTest, TheViewerIsToldTheWordsOfAnotherLanguageThanEnglish) {
  write("content/publication.json", R"({"title": "جريدة", "lang": "ar"})");
  build();
  const std::string page = read("site/a/a/index.html");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(page, found, std::regex("data-site=\"../../(_/site\\.[^\"]*\\.json)\"")));
  const std::string told = read("site/" + found[1].str());
  EXPECT_NE(told.find(layout::strings_for("ar").breadcrumb), std::string::npos) << told;
  EXPECT_NE(told.find(page_strings_for("ar").viewer[0]), std::string::npos) << told;

  write("content/publication.json", R"({"lang": "en-GB"})");
  build();
  EXPECT_EQ(read("site/a/a/index.html").find("data-site"), std::string::npos);
}

}  // namespace
}  // namespace publish
}  // namespace lectern
