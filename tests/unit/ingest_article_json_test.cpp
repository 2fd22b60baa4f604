// SPDX-License-Identifier: MIT
// Article JSON: what is read, and what is said about what is wrong.
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

struct Read {
  std::optional<ArticleFile> file;
  std::string diagnostics;
};

Read read(std::string_view json) {
  Diagnostics diagnostics;
  auto file = parse_article_json(json, "a.json", diagnostics);
  return {std::move(file), outline(diagnostics)};
}

// An article with one more member.
std::string with(std::string_view member) {
  std::string json = "{";
  json += member;
  return json + R"(, "title": "T", "body": {"format": "text", "text": "x"}})";
}

TEST(ArticleJson, ReadsEveryField) {
  const Read read_it = read(R"({ "lectern": 1, "id": "bridge", "lang": "en", "dir": "ltr",
    "title": " A\n title ", "standfirst": "S", "section": ["Region", "News"],
    "authors": [{"name": "N", "url": "https://n.org"}, "M"],
    "published": "2026-05-09T10:00:00+02:00", "updated": "2026-05-10",
    "image": {"src": "m/a.jpg", "alt": "A", "width": 16, "height": 9, "caption": "C", "credit": "D"},
    "body": {"format": "markdown", "text": "*a*"},
    "related": ["other", {"title": "E", "url": "/e"}], "tags": ["t"], "moods": false, "draft": true,
    "canonical": "https://c.org", "aliases": ["/old", "/older/"], "translations": {"de": "bruecke"},
    "corrections": [{"date": "2026-05-11", "text": "F"}], "extra": {"is": "quiet"} })");
  EXPECT_EQ(read_it.diagnostics,
            "a.json:9:59: note: unknown key \"extra\": nothing reads it\n");
  ASSERT_TRUE(read_it.file);
  const model::Article& a = read_it.file->article;
  EXPECT_EQ(a.id, "bridge");
  EXPECT_EQ(a.lang, "en");
  EXPECT_EQ(a.dir, "ltr");
  EXPECT_EQ(a.title, "A title");
  EXPECT_EQ(a.title_place, (Place{2, 14}));
  EXPECT_EQ(a.section, (std::vector<std::string>{"Region", "News"}));
  EXPECT_EQ(a.authors, (std::vector<model::Author>{{"N", "https://n.org"}, {"M", ""}}));
  EXPECT_EQ(a.published, "2026-05-09T10:00:00+02:00");
  EXPECT_EQ(a.updated, "2026-05-10T00:00:00Z");
  EXPECT_EQ(a.image, (model::Picture{"m/a.jpg", "A", "C", "D", 16, 9, {5, 14}}));
  EXPECT_EQ(outline(a.body), "paragraph: emphasis[a]\n");
  EXPECT_EQ(a.source, "*a*");
  EXPECT_EQ(a.related[1].url, "/e");
  EXPECT_FALSE(a.moods);
  EXPECT_TRUE(a.draft);
  EXPECT_EQ(a.canonical, "https://c.org");
  EXPECT_EQ(a.aliases, (std::vector<std::string>{"/old", "/older/"}));
  EXPECT_EQ(a.translations[0].first, "de");
  EXPECT_EQ(a.corrections[0].text, "F");
  EXPECT_FALSE(read_it.file->context);
}

TEST(ArticleJson, ATextBodyHasAParagraphForEachEmptyLine) {
  const Read text =
      read(R"({"title": "T", "body": {"format": "text", "text": "a *b*\n  c\n\n\n d\r\n\r\ne"}})");
  EXPECT_EQ(text.diagnostics, "");
  EXPECT_EQ(outline(text.file->article.body), "paragraph: a *b*|c\nparagraph: d\nparagraph: e\n");
}

TEST(ArticleJson, AWrongTypeIsAnErrorWithItsPlace) {
  const struct {
    const char *member, *diagnostics;
  } cases[] = {
      {R"("standfirst": 3)", "a.json:1:16: error: \"standfirst\" must be text, not a number\n"},
      {R"("id": null)", "a.json:1:8: error: \"id\" must be text, not null\n"},
      {R"("section": {})",
       "a.json:1:13: error: \"section\" must be text or a list of text, not an object\n"},
      {R"("section": ["a", 1])",
       "a.json:1:19: error: each part of \"section\" must be text, not a number\n"},
      {R"("authors": [{"name": []}])",
       "a.json:1:23: error: \"name\" must be text, not a list\n"
       "a.json:1:14: warning: an author without a name is left out\n"},
      {R"("image": {"alt": "a"})", "a.json:1:11: error: the image has no \"src\"\n"},
      {R"("image": {"src": "a", "width": 1.5})",
       "a.json:1:33: error: \"width\" must be a whole number from 0 to 99999\n"},
      {R"("image": {"src": "a", "height": -1})",
       "a.json:1:34: error: \"height\" must be a whole number from 0 to 99999\n"},
      {R"("moods": "no")", "a.json:1:11: error: \"moods\" must be true or false, not text\n"},
      {R"("draft": 0)", "a.json:1:11: error: \"draft\" must be true or false, not a number\n"},
      {R"("dir": "up")", "a.json:1:9: error: \"dir\" must be \"ltr\" or \"rtl\", not \"up\"\n"},
      {R"("tags": [true])", "a.json:1:11: error: each of \"tags\" must be text, not true\n"},
      {R"("related": [{"title": "x"}])",
       "a.json:1:14: warning: a related story with neither an id nor a title and a URL is left "
       "out\n"},
      {R"("aliases": [1])", "a.json:1:14: error: each of \"aliases\" must be text, not a number\n"},
      {R"("translations": {"de": 1})", "a.json:1:25: error: \"de\" must be text, not a number\n"},
      {R"("lectern": "1")", "a.json:1:13: error: \"lectern\" must be the number 1, not text\n"},
      {R"("lectern": 2)",
       "a.json:1:13: error: this is not version 1 of article JSON, the only one that can be "
       "read\n"},
      {R"("published": "soon")",
       "a.json:1:15: warning: \"published\" is left out: \"soon\" is no date of the form "
       "2026-05-09T10:00:00Z\n"},
      {R"("image": "data:image/svg+xml,x")",
       "a.json:1:11: warning: \"image\" is left out: \"data:image/svg+xml,x\" is neither http, "
       "https, "
       "relative nor data: of a raster image\n"},
      {R"("id": "a", "id": "b")",
       "a.json:1:13: warning: \"id\" stands twice in one object; the last one counts\n"},
  };
  for (const auto& c : cases) {
    const Read problem = read(with(c.member));
    EXPECT_EQ(problem.diagnostics, c.diagnostics);
    ASSERT_TRUE(problem.file) << c.member;
    EXPECT_EQ(problem.file->article.title, "T") << c.member;
    EXPECT_EQ(outline(problem.file->article.body), "paragraph: x\n") << c.member;
  }
}

TEST(ArticleJson, TitleAndBodyAreNeeded) {
  const struct {
    const char *json, *diagnostics;
  } cases[] = {
      {R"({})",
       "a.json:1:1: error: the article has no \"title\"\n"
       "a.json:1:1: error: the article has no \"body\"\n"},
      {R"({"title": " ", "body": {"format": "text", "text": "x"}})",
       "a.json:1:11: error: the article has no \"title\"\n"},
      {R"({"title": 1, "body": {"format": "text", "text": "x"}})",
       "a.json:1:11: error: \"title\" must be text, not a number\n"},
      {R"({"title": "T", "body": "x"})",
       "a.json:1:24: error: \"body\" must be an object with \"format\" and \"text\", not text\n"},
      {R"({"title": "T", "body": {"text": "x"}})",
       "a.json:1:24: error: the body has no \"format\"\n"},
      {R"({"title": "T", "body": {"format": "text"}})",
       "a.json:1:24: error: the body has no \"text\"\n"},
      {R"({"title": "T", "body": {"format": "html", "text": "x"}})",
       "a.json:1:35: error: \"format\" must be markdown, text or blocks, not \"html\"\n"},
      {R"({"title": "T", "body": {"format": "text", "text": ["x"]}})",
       "a.json:1:51: error: \"text\" must be text, not a list\n"},
  };
  for (const auto& c : cases) {
    const Read problem = read(c.json);
    EXPECT_EQ(problem.diagnostics, c.diagnostics);
    EXPECT_TRUE(problem.file) << c.json;
  }
}

TEST(ArticleJson, ProblemsOfMarkdownHaveTheirPlacesInTheFile) {
  const Read problem = read(
      "{\"title\": \"T\",\n \"body\": {\"format\": \"markdown\", \"text\": "
      "\"\\u00e4\\n\\n\\\"[a](javascript:x)\"}}");
  EXPECT_EQ(problem.diagnostics.find("a.json:2:54: warning: the link to \"javascript:x\""), 0u)
      << problem.diagnostics;
}

TEST(ArticleJson, BrokenUtf8AndNulAreErrorsAndTheRestIsRead) {
  using namespace std::string_view_literals;
  const struct {
    std::string_view json;
    const char *title, *diagnostics;
  } cases[] = {
      {"{\"title\": \"a\xFF\", \"body\": {\"format\": \"text\", \"text\": \"x\"}}"sv, "a\uFFFD",
       "a.json:1:13: error: this is not UTF-8; what cannot be read is shown as U+FFFD\n"},
      {"{\"title\": \"a\0\", \"body\": {\"format\": \"text\", \"text\": \"x\"}}"sv, "a\uFFFD",
       "a.json:1:13: error: a NUL character stands here; it is shown as U+FFFD\n"},
      {"{\"title\": \"a\\u0000\", \"body\": {\"format\": \"text\", \"text\": \"x\"}}"sv, "a\uFFFD",
       "a.json:1:11: warning: this text holds a control character (as \\u0000); it is shown as U+FFFD\n"},
      {"\xEF\xBB\xBF{\"title\": \"b\", \"body\": {\"format\": \"text\", \"text\": \"x\"}}"sv, "b",
       ""},
  };
  for (const auto& c : cases) {
    const Read problem = read(c.json);
    EXPECT_EQ(problem.diagnostics, c.diagnostics);
    ASSERT_TRUE(problem.file);
    EXPECT_EQ(problem.file->article.title, c.title);
  }
}

}  // namespace
}  // namespace lectern::ingest
