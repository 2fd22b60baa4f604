// SPDX-License-Identifier: MIT
// What the head of a page says to search engines, to previews of links and to feed readers, and the
// same article in other languages.
#include <regex>

#include "ingest/ingest.hpp"
#include "layout/page_tree.hpp"
#include "model/urls.hpp"
#include "parsed.hpp"
#include "publish/language_names.hpp"
#include "publish_fixture.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using test::JsonFile;

constexpr const char* kBase = "https://example.org/news";

class HeadTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
    write("content/publication.json", R"({"title": "Paper & Ink"})");
    write("content/media/p.png", png(40, 30));
  }
  std::string page(const std::string& id) const { return read("site/a/" + id + "/index.html"); }
  bool has(const std::string& id, const std::string& text) const {
    return page(id).find(text) != std::string::npos;
  }
  JsonFile data(const std::string& id) const {
    const std::string html = page(id);
    std::smatch found;
    const std::regex block("<script type=\"application/ld\\+json\">\n([^<]*)</script>");
    EXPECT_TRUE(std::regex_search(html, found, block)) << html;
    return JsonFile(found.empty() ? "{}" : found[1].str());
  }
};

TEST_F(HeadTest, HasTheArticleAsData) {
  article(
      "one.md",
      "title: \"</script><!--<script> & \\\"One\\\"\"\nsection: [World, Oceans]\ntags: [Tides]\n"
      "published: 2026-01-02\nauthors: [Ann, {name: Bo, url: 'https://bo.org/'}]\n"
      "image: {src: media/p.png, alt: P}\nstandfirst: About it\n"
      "corrections: [{date: 2026-02-03, text: It was ebb.}]");
  build(kBase);
  const JsonFile one = data("one");
  EXPECT_EQ(one.text("@context"), "https://schema.org");
  EXPECT_EQ(one.text("@type"), "NewsArticle");
  EXPECT_EQ(one.text("headline"), "</script><!--<script> & \"One\"");
  EXPECT_EQ(one.text("description"), "About it");
  EXPECT_EQ(one.text("datePublished"), "2026-01-02T00:00:00Z");
  EXPECT_EQ(one.text("dateModified"), "2026-01-02T00:00:00Z");
  EXPECT_EQ(one.text("author/1/name"), "Bo");
  EXPECT_EQ(one.text("author/1/url"), "https://bo.org/");
  EXPECT_TRUE(one.text("image/url").starts_with("https://example.org/news/_/p."));
  EXPECT_EQ(one.number("image/width"), 40);
  EXPECT_EQ(one.text("articleSection/1"), "Oceans");
  EXPECT_EQ(one.text("keywords/0"), "Tides");
  EXPECT_EQ(one.text("inLanguage"), "en");
  EXPECT_EQ(one.text("publisher/name"), "Paper & Ink");
  EXPECT_EQ(one.text("mainEntityOfPage/@id"), "https://example.org/news/a/one/");
  EXPECT_EQ(one.text("correction/0/text"), "It was ebb.");
  build();  // without addresses
  EXPECT_FALSE(data("one").has("mainEntityOfPage"));
  EXPECT_FALSE(data("one").has("image"));
  EXPECT_FALSE(data("one").has("publisher/url"));
}

TEST_F(HeadTest, EveryKindOfPageSaysWhatItIsAbout) {
  article("one.md", "title: First <one>\nsection: World\npublished: 2026-01-02\ntags: [sea]\nauthors: [{name: Cy}]");
  article("two.md", "title: Second\nsection: World\npublished: 2026-01-01");
  build(kBase);
  const auto says = [&](const std::string& path, const std::string& text) {
    return read("site/" + path + "index.html").find(text) != std::string::npos;
  };
  const std::string both = "<meta name=\"description\" content=\"First &lt;one&gt; · Second\">";
  for (const char* page : {"", "all/", "c/world/"}) EXPECT_TRUE(says(page, both)) << page;
  for (const char* page : {"tag/sea/", "author/cy/"}) {
    EXPECT_TRUE(says(page, "content=\"First &lt;one&gt;\">")) << page;
  }
  EXPECT_TRUE(says("map/", "<meta name=\"description\" content=\"World\">"));
}

TEST_F(HeadTest, TellsPreviewsWhatTheyShow) {
  article("one.md",
          "title: One\nlang: en-GB\nsection: [World, Oceans]\ntags: [Tides, '\"Moon\"']\n"
          "published: 2026-01-02\nauthors: [Ann, {name: Bo, url: 'https://bo.org/'}]\n"
          "image: {src: media/p.png, alt: A picture}");
  article("two.md", "title: Two");
  build(kBase);
  for (const char* line :
       {"property=\"og:type\" content=\"article\"", "property=\"og:locale\" content=\"en_GB\"",
        "property=\"og:image:width\" content=\"40\"",
        "property=\"og:image:alt\" content=\"A picture\"",
        "property=\"article:author\" content=\"Ann\"",
        "property=\"article:author\" content=\"https://bo.org/\"",
        "property=\"article:section\" content=\"World\"",
        "property=\"article:tag\" content=\"&quot;Moon&quot;\"",
        "name=\"twitter:card\" content=\"summary_large_image\"",
        "name=\"twitter:image\" content=\"https://example.org/news/_/p.",
        "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Paper &amp; Ink\" "
        "href=\"https://example.org/news/feed.xml\">",
        "type=\"application/atom+xml\"", "type=\"application/feed+json\""}) {
    EXPECT_TRUE(has("one", line)) << line;
  }
  EXPECT_TRUE(has("two", "name=\"twitter:card\" content=\"summary\""));
  EXPECT_FALSE(has("two", "og:image"));
  EXPECT_NE(read("site/index.html").find("application/rss+xml"), std::string::npos);
  EXPECT_EQ(read("site/404.html").find("og:"), std::string::npos);
}

TEST_F(HeadTest, LanguagesNameEachOther) {
  article("tide.md", "title: Tide\ntranslations: {de: gezeiten, fr: maree}");
  article("gezeiten.md", "title: Gezeiten\nlang: de");
  article("maree.md", "title: Marée\nlang: fr\ntranslations: {en: tide}");
  article("alone.md", "title: Alone\ntranslations: {de: nobody}");
  build(kBase);
  const std::string links =
      "<link rel=\"alternate\" hreflang=\"de\" href=\"https://example.org/news/a/gezeiten/\">\n"
      "<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/news/a/tide/\">\n"
      "<link rel=\"alternate\" hreflang=\"fr\" href=\"https://example.org/news/a/maree/\">\n"
      "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://example.org/news/a/tide/\">\n";
  for (const char* id : {"tide", "gezeiten", "maree"})
    EXPECT_TRUE(has(id, links)) << id;
  EXPECT_TRUE(has("maree", "property=\"og:locale:alternate\" content=\"de_DE\""));
  EXPECT_FALSE(has("alone", "hreflang"));
  EXPECT_EQ(
      said(),
      "content/alone.md:3:20: warning: the translation \"nobody\" is not there\n"
      "content/tide.md:3:20: note: the translation \"gezeiten\" does not name \"tide\" as its own "
      "translation\n");
}

TEST_F(HeadTest, TheReaderCanGoToAnotherLanguage) {
  article("tide.md", "title: Tide\npublished: 2026-01-02\ntranslations: {de: gezeiten, ar: madd}");
  article("gezeiten.md", "title: Gezeiten\nlang: de");
  article("madd.md", "title: مد\nlang: ar");
  build();
  const std::regex row(
      "</time></p>\n<nav class=\"languages\" data-block=\"\\d+\" aria-label=\"In other "
      "languages\">\n"
      "<p class=\"language\" data-block=\"\\d+\" lang=\"ar\"><a href=\"../madd/\" dir=\"rtl\" "
      "lang=\"ar\" "
      "hreflang=\"ar\">العربية</a></p>\n"
      "<p class=\"language\" data-block=\"\\d+\" lang=\"de\"><a href=\"../gezeiten/\" lang=\"de\" "
      "hreflang=\"de\">Deutsch</a></p>\n</nav>\n");
  EXPECT_TRUE(std::regex_search(page("tide"), row)) << page("tide");
  // On a German page the row's own name is English, as the publication is.
  EXPECT_TRUE(has("gezeiten", "aria-label=\"In other languages\" lang=\"en\">\n"));
  EXPECT_TRUE(has("gezeiten", "<a href=\"../tide/\" lang=\"en\" hreflang=\"en\">English</a>"));
  // The viewer is told the same, and makes the same page of it.
  auto file = ingest::parse_article_json(read("site/a/tide/article.json"), "", diagnostics_);
  ASSERT_TRUE(file && file->context);
  EXPECT_EQ(file->context->translations,
            (std::vector<model::Link>{{"العربية", "../madd/", "", false, "ar"},
                                      {"Deutsch", "../gezeiten/", "", false, "de"}}));
  model::apply_urls(file->article, *file->context);
  const std::string twin = semantics::write_page(
      layout::build_article_page(file->article, *file->context, state::ReaderState{}));
  EXPECT_TRUE(has("tide", "\n" + twin + "</body>"));
}

TEST_F(HeadTest, OfTwoInOneLanguageTheNamedOneCounts) {
  article("tide.md", "title: Tide\ntranslations: {de: alt}");
  article("alt.md", "title: Alt\nlang: de\npublished: 2025-01-01");
  article("neu.md", "title: Neu\nlang: de\npublished: 2026-01-01\ntranslations: {en: tide}");
  build();
  EXPECT_TRUE(has("tide", "<a href=\"../alt/\" lang=\"de\""));
  EXPECT_FALSE(has("tide", "../neu/\" lang=\"de\" hreflang"));
  EXPECT_TRUE(has("alt", "<a href=\"../tide/\" lang=\"en\""));
  EXPECT_TRUE(has("neu", "<a href=\"../tide/\" lang=\"en\""));
}

TEST(Languages, HaveTheirOwnNames) {
  const struct {
    const char *tag, *name, *locale;
  } kRows[] = {
      {"de", "Deutsch", "de_DE"},
      {"de-AT", "Deutsch (AT)", "de_AT"},
      {"EN-gb", "English (gb)", "en_GB"},
      {"zh-Hant-HK", "繁體中文 (HK)", "zh_HK"},
      {"zh", "中文", "zh_CN"},
      {"zh-hans", "简体中文", "zh_CN"},
      {"tlh", "tlh", "tlh"},
      {"en-x-us", "English (x-us)", "en_US"},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(language_name(row.tag), row.name);
    EXPECT_EQ(open_graph_locale(row.tag), row.locale);
  }
}

}  // namespace
}  // namespace lectern::publish
