// SPDX-License-Identifier: MIT
// Article JSON as we write it: its bytes, and that reading it again gives the same article.
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

ArticleFile read(const std::string& json) {
  Diagnostics diagnostics;
  auto file = parse_article_json(json, "a.json", diagnostics);
  EXPECT_EQ(outline(diagnostics), "");
  return file ? *file : ArticleFile{};
}

TEST(ArticleWriter, WritesTheKeysInTheSchemasOrder) {
  model::Article article;
  article.id = "a";
  article.title = "\"T\" \\ \n\x01 ä </script>";
  article.section = {"A", "B"};
  article.source = "# x\n";
  article.related = {{"other", "", "", {}}, {"", "E", "/e", {}}};
  article.translations = {{"de", "b"}};
  EXPECT_EQ(write_article_json(article), R"({
  "lectern": 1,
  "id": "a",
  "title": "\"T\" \\ \n\u0001 ä </script>",
  "section": [
    "A",
    "B"
  ],
  "body": {
    "format": "markdown",
    "text": "# x\n"
  },
  "related": [
    "other",
    {
      "title": "E",
      "url": "/e"
    }
  ],
  "moods": true,
  "translations": {
    "de": "b"
  }
}
)");
}

TEST(ArticleWriter, WhatItWritesIsReadAsTheSame) {
  const std::string cases[] = {
      R"({"title": "T", "body": {"format": "markdown", "text": "# a\n\n- b\n"}})",
      R"({"title": "T", "body": {"format": "text", "text": "a\n\nb"}})",
      R"({"title": "T", "body": {"format": "blocks", "blocks": []}})",
      R"({"id": "i", "lang": "ar", "dir": "rtl", "title": "T", "standfirst": "S", "section": ["A"],
          "authors": [{"name": "N", "url": "/n"}], "published": "2026-05-09", "updated": "2026-05-10",
          "image": {"src": "a", "alt": "b", "width": 1, "height": 2, "caption": "c", "credit": "d"},
          "body": {"format": "text", "text": ""}, "related": ["o", {"id": "p", "title": "q", "url": "r"}],
          "tags": ["t"], "moods": false, "draft": true, "withdrawn": "2026-05-12",
          "canonical": "https://c", "aliases": ["/old", "b"], "translations": {"de": "x"},
          "corrections": [{"date": "2026-05-11", "text": "F"}, {"text": "G"}]})",
  };
  for (const std::string& json : cases) {
    const model::Article first = read(json).article;
    const std::string written = write_article_json(first);
    const model::Article second = read(written).article;
    EXPECT_EQ(write_article_json(second), written);
    EXPECT_EQ(second.title, first.title);
    EXPECT_EQ(second.authors, first.authors);
    EXPECT_EQ(second.source, first.source);
    EXPECT_EQ(second.corrections, first.corrections);
    EXPECT_EQ(second.aliases, first.aliases);
    EXPECT_EQ(second.withdrawn_date, first.withdrawn_date);
    EXPECT_EQ(outline(second.body), outline(first.body));
  }
}

TEST(ArticleWriter, EveryBlockAndInlineOfMarkdownSurvivesAsBlocks) {
  Diagnostics diagnostics;
  model::Article article;
  article.title = "T";
  article.format = model::BodyFormat::blocks;
  article.body = parse_markdown(
      "# a *b* **c** ~~d~~ `e` [f](g \"h\") ![i](j \"k\")\n\nl\nm  \nn\n\n> o\n\n3. p\n4. q\n\n- "
      "[x] r\n"
      "- [ ] s\n\n```t\nu\n```\n\n***\n\n|v|w|\n|:-|-:|\n|x||\n\n<b>a</b><i>b</i><u>c</u><s>d</s>"
      "<ins>e</ins><sub>f</sub><sup>g</sup><kbd>h</kbd><mark>i</mark><small>j</small>"
      "<abbr title=k>l</abbr><q>m</q><cite>n</cite><samp>o</samp><var>p</var><img src=q width=3 "
      "height=4>",
      "a.md", {1, 1}, diagnostics);
  ASSERT_EQ(outline(diagnostics), "");
  EXPECT_EQ(outline(read(write_article_json(article)).article.body), outline(article.body));
}

TEST(ArticleWriter, ThePageOfAPublishedArticleSurvives) {
  model::Article article;
  article.title = "T";
  model::PageContext page;
  page.site_title = "Site";
  page.site_lang = "de";
  page.home_url = "../../";
  page.page_url = "https://a.org/a/t/";
  page.breadcrumb = {{"Home", "../../", "", false, "", ""}};
  page.related = {{"R", "../r/", "2026-05-09T10:00:00Z", false, "hi", "same topic: sea"}};
  page.columns = {{{"A", "B"}, "../../c/a/b/", 1, true}};
  page.headlines = {{"T", "./", "", true, "", ""}};
  page.translations = {{"Deutsch", "../b/", "", false, "de", ""}};
  page.prev = {"P", "../p/", "", false, "ar", ""};
  page.authors = {{"Ada", "../../author/ada/", "", false, "", ""}};
  page.tags = {{"sea", "../../tag/sea/", "", false, "", ""}};
  page.draft = page.future = true;
  page.urls = {{"other.md", "../other/"}, {"gone.md", ""}};
  page.images = {{"media/a.png", "../../_/a.1.png", 3, 4}};
  page.code = {"", "3k5p", ""};
  const std::string written = write_article_json(article, &page);
  const ArticleFile again = read(written);
  ASSERT_TRUE(again.context);
  const model::PageContext& read_page = *again.context;
  EXPECT_EQ(read_page.site_title, page.site_title);
  EXPECT_EQ(read_page.site_lang, page.site_lang);
  EXPECT_EQ(read_page.home_url, page.home_url);
  EXPECT_EQ(read_page.page_url, page.page_url);
  EXPECT_EQ(read_page.breadcrumb, page.breadcrumb);
  EXPECT_EQ(read_page.related, page.related);
  ASSERT_EQ(read_page.columns.size(), 1u);
  EXPECT_EQ(read_page.columns[0].path, page.columns[0].path);
  EXPECT_EQ(read_page.columns[0].depth, 1);
  EXPECT_TRUE(read_page.columns[0].current);
  EXPECT_EQ(read_page.headlines, page.headlines);
  EXPECT_EQ(read_page.translations, page.translations);
  EXPECT_EQ(read_page.prev, page.prev);
  EXPECT_EQ(read_page.next, page.next);
  EXPECT_EQ(read_page.authors, page.authors);
  EXPECT_EQ(read_page.tags, page.tags);
  EXPECT_TRUE(read_page.draft && read_page.future);
  EXPECT_EQ(read_page.urls, page.urls);
  EXPECT_EQ(read_page.images, page.images);
  EXPECT_EQ(read_page.code, page.code);
  EXPECT_EQ(write_article_json(again.article, &read_page), written);
}

TEST(ArticleWriter, AForgedPageHasNoDangerousUrlsAndNoEmptyColumns) {
  const ArticleFile file = read(R"({"title": "T", "body": {"format": "text", "text": "x"}, "page": {
      "siteTitle": 3, "homeUrl": "javascript:a", "headlines": [{"title": "x", "url": "javascript:b"}, 4],
      "columns": [{"url": "x"}, {"path": [], "url": "y"}, {"path": ["A"], "depth": -4}], "prev": [],
      "urls": [{"source": "a", "url": "javascript:c"}],
      "images": [{"src": "a", "url": "data:image/svg+xml,x", "width": 1e12}],
      "code": ["3k", 4, ["5p"], {"a": "6k"}]}})");
  ASSERT_TRUE(file.context);
  EXPECT_EQ(file.context->home_url, "");
  ASSERT_EQ(file.context->headlines.size(), 1u);
  EXPECT_EQ(file.context->headlines[0].url, "");
  ASSERT_EQ(file.context->columns.size(), 1u);
  EXPECT_EQ(file.context->columns[0].depth, 0);
  EXPECT_EQ(file.context->urls[0].second, "");
  EXPECT_EQ(file.context->images[0].url, "");
  EXPECT_EQ(file.context->images[0].width, 0);
  EXPECT_EQ(file.context->code, (std::vector<std::string>{"3k", "", "", ""})) << "each has its place";
}

}  // namespace
}  // namespace lectern::ingest
