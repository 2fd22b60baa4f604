// SPDX-License-Identifier: MIT
// Feeds of other systems: what is read of each, and what is said when they are cut off or of wrong
// types.
#include <gtest/gtest.h>

#include "ingest/import/source_file.hpp"
#include "ingest/ingest.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

constexpr const char* kJsonFeed = R"({
  "version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "language": "en-GB",
  "authors": [{"name": "The Desk"}],
  "items": [
    {"id": "1", "url": "https://post.example/2026/bridge/", "title": "A bridge", "summary": "Short.",
     "content_html": "<p>One <b>two</b></p><script>x()</script>", "image": "https://post.example/a.png",
     "date_published": "2026-05-09T10:00:00+02:00", "date_modified": "2026-05-10T08:00:00Z",
     "authors": [{"name": "Ann Lee", "url": "https://post.example/ann"}], "tags": ["bridges", "town"]},
    {"id": "https://post.example/note-7", "content_text": "A note without a title.\n\nIts second part."}
  ]})";

constexpr const char* kWordPress = R"([{
  "id": 12, "slug": "quiet-streets", "link": "https://blog.example/2026/05/quiet-streets/", "status": "publish",
  "date": "2026-05-09T12:00:00", "date_gmt": "2026-05-09T10:00:00", "modified_gmt": "2026-05-09T11:30:00",
  "title": {"rendered": "Quiet &#8220;streets&#8221;"}, "excerpt": {"rendered": "<p>A walk.</p>\n"},
  "content": {"rendered": "\n<h2>Dawn</h2>\n<p>No car.</p>\n", "protected": false}, "featured_media": 0,
  "_embedded": {
    "author": [{"name": "Bo Berg", "link": "https://blog.example/author/bo/"}],
    "wp:featuredmedia": [{"source_url": "https://blog.example/s.jpg", "alt_text": "A street",
      "caption": {"rendered": "<p>At six.</p>"}, "media_details": {"width": 800, "height": 600}}],
    "wp:term": [[{"taxonomy": "category", "name": "City &amp; Land", "slug": "city"},
                 {"taxonomy": "category", "name": "Walks", "slug": "walks"}],
                [{"taxonomy": "post_tag", "name": "morning", "slug": "morning"}]]}}])";

constexpr const char* kGhost = R"({"db": [{"meta": {"version": "5.2.0"}, "data": {
  "posts": [
    {"id": "p1", "title": "Tides", "slug": "tides", "html": "<p>Twice a day.</p>", "status": "published",
     "published_at": "2026-04-01T06:00:00.000Z", "updated_at": null, "custom_excerpt": "Up and down.",
     "feature_image": "https://g.example/t.jpg", "feature_image_alt": null, "canonical_url": null},
    {"id": "p2", "title": "Later", "slug": "later", "html": null, "plaintext": "Not yet.", "status": "draft"}],
  "users": [{"id": "u1", "name": "Cy Dale", "website": "https://cy.example"}],
  "tags": [{"id": "t1", "name": "Sea"}, {"id": "t2", "name": "#internal"}],
  "posts_authors": [{"post_id": "p1", "author_id": "u1"}],
  "posts_tags": [{"post_id": "p1", "tag_id": "t1"}, {"post_id": "p1", "tag_id": "t2"}]}}]})";

constexpr const char* kJsonLd = R"({"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "Site"},
  {"@type": ["NewsArticle"], "headline": "Ferry late", "articleBody": "It was fog.\n\nThen it came.",
   "description": "An hour.", "author": {"@type": "Person", "name": "Di Ek"}, "datePublished": "2026-03-02",
   "dateModified": "2026-03-03", "image": [{"@type": "ImageObject", "url": "https://n.example/f.jpg"}],
   "articleSection": "Region", "keywords": "ferry, fog", "inLanguage": "en",
   "mainEntityOfPage": {"@type": "WebPage", "@id": "https://n.example/ferry-late.html"}}]})";

constexpr const char* kAppleNews =
    R"({"version": "1.7", "identifier": "lake", "language": "en", "title": "The lake",
  "metadata": {"authors": ["Eve Fox"], "datePublished": "2026-02-01T00:00:00Z", "keywords": ["water"]},
  "components": [
    {"role": "title", "text": "The lake"}, {"role": "intro", "text": "Still."},
    {"role": "container", "components": [
      {"role": "photo", "URL": "bundle://l.jpg", "accessibilityCaption": "A lake"}, {"role": "caption", "text": "In May."}]},
    {"role": "heading2", "text": "Shore"}, {"role": "body", "format": "html", "text": "<p>Some <em>reeds</em>.</p>"},
    {"role": "body", "format": "markdown", "text": "A **bird**.[^1]"}, {"role": "quote", "text": "It sings."},
    {"role": "divider"}]})";

struct Read {
  std::string articles, said;
};

Read read(std::string_view json, std::string_view path = "f.json") {
  const SourceFile file =
      parse_source(json, std::string(path), source_format_of(std::string(path), json));
  Read out{"", outline(file.diagnostics)};
  for (const SourceArticle& each : file.articles) {
    out.articles += write_article_json(each.article) + '\n';
    out.said += outline(each.diagnostics);
  }
  return out;
}

const model::Article only(std::string_view json, SourceFormat format, size_t index = 0) {
  EXPECT_EQ(source_format_of("f.json", json), format);
  SourceFile file = parse_source(json, "f.json", format);
  EXPECT_GT(file.articles.size(), index);
  return file.articles.size() > index ? file.articles[index].article : model::Article{};
}

TEST(ImportFeeds, JsonFeed) {
  const model::Article a = only(kJsonFeed, SourceFormat::json_feed);
  EXPECT_EQ(a.id, "bridge");
  EXPECT_EQ(a.title, "A bridge");
  EXPECT_EQ(a.standfirst, "Short.");
  EXPECT_EQ(a.lang, "en-GB");
  EXPECT_EQ(a.published, "2026-05-09T10:00:00+02:00");
  EXPECT_EQ(a.updated, "2026-05-10T08:00:00Z");
  EXPECT_EQ(a.image.src, "https://post.example/a.png");
  EXPECT_EQ(a.authors, (std::vector<model::Author>{{"Ann Lee", "https://post.example/ann"}}));
  EXPECT_EQ(a.tags, (std::vector<std::string>{"bridges", "town"}));
  EXPECT_EQ(a.canonical, "https://post.example/2026/bridge/");
  EXPECT_EQ(outline(a.body), "paragraph: One bold[two]\n");
  EXPECT_EQ(a.format, model::BodyFormat::blocks);
  const model::Article note = only(kJsonFeed, SourceFormat::json_feed, 1);
  EXPECT_EQ(note.id, "note-7");
  EXPECT_EQ(note.title, "A note without a title.");
  EXPECT_EQ(note.authors, (std::vector<model::Author>{{"The Desk", ""}}));
  EXPECT_EQ(read(kJsonFeed).said, "f.json:6:44: warning: a <script> was left out\n");
}

TEST(ImportFeeds, WordPress) {
  const model::Article a = only(kWordPress, SourceFormat::wordpress);
  EXPECT_EQ(a.id, "quiet-streets");
  EXPECT_EQ(a.title, "Quiet \xE2\x80\x9Cstreets\xE2\x80\x9D");
  EXPECT_EQ(a.standfirst, "A walk.");
  EXPECT_EQ(a.published, "2026-05-09T10:00:00Z");
  EXPECT_EQ(a.updated, "2026-05-09T11:30:00Z");
  EXPECT_EQ(a.section, std::vector<std::string>{"City & Land"});
  EXPECT_EQ(a.tags, (std::vector<std::string>{"Walks", "morning"}));
  EXPECT_EQ(a.authors,
            (std::vector<model::Author>{{"Bo Berg", "https://blog.example/author/bo/"}}));
  EXPECT_EQ(a.image.alt, "A street");
  EXPECT_EQ(a.image.caption, "At six.");
  EXPECT_EQ(a.image.width, 800);
  EXPECT_FALSE(a.draft);
  EXPECT_EQ(outline(a.body), "heading 2: Dawn\nparagraph: No car.\n");
  EXPECT_EQ(read(kWordPress).said, "");
}

TEST(ImportFeeds, Ghost) {
  const model::Article a = only(kGhost, SourceFormat::ghost);
  EXPECT_EQ(a.id, "tides");
  EXPECT_EQ(a.standfirst, "Up and down.");
  EXPECT_EQ(a.published, "2026-04-01T06:00:00.000Z");
  EXPECT_EQ(a.authors, (std::vector<model::Author>{{"Cy Dale", "https://cy.example"}}));
  EXPECT_EQ(a.tags, std::vector<std::string>{"Sea"});
  EXPECT_EQ(outline(a.body), "paragraph: Twice a day.\n");
  const model::Article later = only(kGhost, SourceFormat::ghost, 1);
  EXPECT_TRUE(later.draft);
  EXPECT_EQ(outline(later.body), "paragraph: Not yet.\n");
  EXPECT_EQ(read(kGhost).said, "");
}

TEST(ImportFeeds, JsonLd) {
  const model::Article a = only(kJsonLd, SourceFormat::json_ld);
  EXPECT_EQ(a.id, "ferry-late");
  EXPECT_EQ(a.title, "Ferry late");
  EXPECT_EQ(a.standfirst, "An hour.");
  EXPECT_EQ(a.published, "2026-03-02T00:00:00Z");
  EXPECT_EQ(a.section, std::vector<std::string>{"Region"});
  EXPECT_EQ(a.tags, (std::vector<std::string>{"ferry", "fog"}));
  EXPECT_EQ(a.image.src, "https://n.example/f.jpg");
  EXPECT_EQ(a.lang, "en");
  EXPECT_EQ(outline(a.body), "paragraph: It was fog.\nparagraph: Then it came.\n");
  EXPECT_EQ(read(kJsonLd).said, "");
}

TEST(ImportFeeds, AppleNews) {
  const model::Article a = only(kAppleNews, SourceFormat::apple_news);
  EXPECT_EQ(a.id, "lake");
  EXPECT_EQ(a.standfirst, "Still.");
  EXPECT_EQ(a.authors, (std::vector<model::Author>{{"Eve Fox", ""}}));
  EXPECT_EQ(outline(a.body),
            "figure: In May.\n  paragraph: image[l.jpg](A lake)\nheading 2: Shore\n"
            "paragraph: Some emphasis[reeds].\nparagraph: A strong[bird].[^1]\n"
            "quote\n  paragraph: It sings.\nrule\n");
  EXPECT_EQ(read(kAppleNews).said, "");
}

TEST(ImportFeeds, WhatIsNoFeedIsAnArticle) {
  for (const char* json :
       {"{}", "[]", R"({"title": "T", "body": {"format": "text", "text": "schema.org"}})",
        R"({"version": 1, "components": []})", "not JSON, with schema.org in it"}) {
    EXPECT_EQ(source_format_of("a.json", json), SourceFormat::article) << json;
  }
  EXPECT_EQ(source_format_of("a.html", "{}"), SourceFormat::html);
  EXPECT_EQ(source_format_of("a.md", kGhost), SourceFormat::markdown);
}

// A file cut off is one error with its place, as any JSON; nothing of it can be trusted.
TEST(ImportFeeds, CutOff) {
  for (const std::string json : {kJsonFeed, kWordPress, kGhost, kJsonLd, kAppleNews}) {
    for (size_t end = 0; end < json.size(); end += 7) {
      const std::string_view cut = std::string_view(json).substr(0, end);
      for (const SourceFormat format :
           {source_format_of("f.json", cut), source_format_of("f.json", json)}) {
        const SourceFile file = parse_source(cut, "f.json", format);
        EXPECT_TRUE(file.articles.empty()) << cut;
        EXPECT_TRUE(has_error(file.diagnostics)) << cut;
      }
    }
  }
}

// Every value of every feed replaced by one of another type: nothing falls over, and what is given
// has a title or an error.
TEST(ImportFeeds, WrongTypesAnywhere) {
  for (const std::string json : {kJsonFeed, kWordPress, kGhost, kJsonLd, kAppleNews}) {
    const SourceFormat format = source_format_of("f.json", json);
    for (size_t colon = json.find(": "); colon != std::string::npos;
         colon = json.find(": ", colon + 1)) {
      const size_t begin = colon + 2;
      size_t end = begin;
      if (json[begin] == '"') {
        end = json.find('"', begin + 1) + 1;
      } else if (json[begin] == '[' || json[begin] == '{') {
        int depth = 0;
        do {
          depth += json[end] == '[' || json[end] == '{';
          depth -= json[end] == ']' || json[end] == '}';
          ++end;
        } while (depth > 0);
      } else {
        end = json.find_first_of(",}]", begin);
      }
      for (const char* other : {"null", "7", "true", "\"x\"", "[]", "{}",
                                "[null, 7, \"x\", [], {}]", "{\"rendered\": 7}"}) {
        const std::string changed = json.substr(0, begin) + other + json.substr(end);
        const SourceFile file = parse_source(changed, "f.json", format);
        for (const SourceArticle& each : file.articles) {
          EXPECT_TRUE(!each.article.title.empty() || has_error(each.diagnostics)) << changed;
          EXPECT_FALSE(each.article.id.empty()) << changed;
        }
      }
    }
  }
}

TEST(ImportFeeds, WhatIsWrongIsSaidWithItsPlace) {
  struct Case {
    const char *json, *said;
  };
  for (
      const Case& c : std::initializer_list<Case>{
          {R"({"version": "https://jsonfeed.org/version/1"})",
           "f.json:1:1: error: the feed has no \"items\"\n"},
          {R"({"version": "https://jsonfeed.org/version/1", "items": {}})",
           "f.json:1:56: error: \"items\" must be a list, not an object\n"},
          {R"({"version": "https://jsonfeed.org/version/1", "items": ["x"]})",
           "f.json:1:57: error: an item must be an object, not text\n"},
          {R"({"version": "https://jsonfeed.org/version/1", "items": []})",
           "f.json:1:1: warning: there is no article in this feed\n"},
          {R"({"version": "https://jsonfeed.org/version/1", "items": [{"title": 7, "content_text": "Words."}]})",
           "f.json:1:67: error: \"title\" must be text, not a number\n"},
          {R"([{"title": {"rendered": "T"}, "content": {"rendered": 7}}])",
           "f.json:1:55: error: the post's content must be text, not a number\n"},
          {R"({"db": [{"data": {"posts": 7}}]})",
           "f.json:1:28: error: \"posts\" must be a list, not a number\n"},
          {R"({"@context": "https://schema.org", "@type": "Article", "headline": "T", "articleBody": []})",
           "f.json:1:88: error: \"articleBody\" must be text, not a list\n"},
      }) {
    EXPECT_EQ(read(c.json).said, c.said) << c.json;
  }
}

TEST(ImportFeeds, IdsDiffer) {
  const SourceFile file = parse_source(
      R"({"version": "https://jsonfeed.org/version/1", "items": [{"title": "A", "content_text": "x"},
          {"title": "A", "content_text": "y"}, {"title": "A 2", "content_text": "z"}]})",
      "f.json", SourceFormat::json_feed);
  ASSERT_EQ(file.articles.size(), 3u);
  EXPECT_EQ(file.articles[0].article.id, "a");
  EXPECT_EQ(file.articles[1].article.id, "a-2");
  EXPECT_EQ(file.articles[2].article.id, "a-2-2");
}

TEST(ImportFeeds, MarkdownTooDeepForAnArticleIsText) {
  std::string text;
  for (int i = 0; i < 24; ++i)
    text += "- ";
  const SourceFile file = parse_source(
      R"({"identifier": "x", "title": "T", "components": [{"role": "body", "format": "markdown", "text": ")" +
          text + "deep\"}]}",
      "f.json", SourceFormat::apple_news);
  ASSERT_EQ(file.articles.size(), 1u);
  EXPECT_EQ(outline(file.articles[0].diagnostics),
            "f.json:1:97: warning: this Markdown is nested too deep and is shown as plain text\n");
  EXPECT_EQ(outline(file.articles[0].article.body), "paragraph: " + text + "deep\n");
}

// A body of blocks comes back from the JSON that the viewer reads.
TEST(ImportFeeds, BlocksSurviveArticleJson) {
  std::string html;
  for (int i = 0; i < 40; ++i)
    html += "<ul><li><blockquote><b><i><u><em>x";
  const std::string feed =
      R"({"version": "https://jsonfeed.org/version/1", "items": [{"title": "T", "content_html": ")" +
      html + "\"}]}";
  const SourceFile file = parse_source(feed, "f.json", SourceFormat::json_feed);
  ASSERT_EQ(file.articles.size(), 1u);
  Diagnostics diagnostics;
  const auto again =
      parse_article_json(write_article_json(file.articles[0].article), "a.json", diagnostics);
  ASSERT_TRUE(again) << outline(diagnostics);
  EXPECT_EQ(outline(diagnostics), "");
  EXPECT_EQ(outline(again->article.body), outline(file.articles[0].article.body));
}

}  // namespace
}  // namespace lectern::ingest
