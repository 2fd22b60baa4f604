// SPDX-License-Identifier: MIT
// Saved pages: which part is the article, and what is read from the head.
#include <gtest/gtest.h>

#include "ingest/import/source_file.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

SourceFile parsed(std::string_view html) {
  return parse_source(html, "p.html", SourceFormat::html);
}

TEST(ImportPage, AWholePage) {
  const SourceFile file =
      parsed(R"(<!doctype html><html lang="en-GB"><head><title>Fog - The Post</title>
<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2026-05-09T10:00:00Z">
<meta property="article:modified_time" content="2026-05-10"><meta name="description" content="A morning.">
<meta property="og:image" content="https://post.example/f.jpg"><meta property="article:section" content="Region">
<meta property="article:tag" content="fog"><meta property="article:tag" content="sea">
<link rel="canonical" href="https://post.example/fog"><script>track()</script></head><body>
<header><h1>The Post</h1><nav><a href="/">Home</a></nav></header>
<main><article><h1>Fog</h1><p>It came at six.</p><aside>Read on</aside><button>Share</button>
<blockquote>So thick.<footer>A sailor</footer></blockquote><footer>All rights</footer></article></main>
<article><p>Teaser</p></article></body></html>)");
  EXPECT_EQ(outline(file.diagnostics), "");
  ASSERT_EQ(file.articles.size(), 1u);
  EXPECT_EQ(outline(file.articles[0].diagnostics), "");
  const model::Article& a = file.articles[0].article;
  EXPECT_EQ(a.id, "");
  EXPECT_EQ(a.title, "Fog");
  EXPECT_EQ(a.lang, "en-GB");
  EXPECT_EQ(a.standfirst, "A morning.");
  EXPECT_EQ(a.authors, (std::vector<model::Author>{{"Ann Lee", ""}}));
  EXPECT_EQ(a.published, "2026-05-09T10:00:00Z");
  EXPECT_EQ(a.updated, "2026-05-10T00:00:00Z");
  EXPECT_EQ(a.canonical, "https://post.example/fog");
  EXPECT_EQ(a.image.src, "https://post.example/f.jpg");
  EXPECT_EQ(a.section, std::vector<std::string>{"Region"});
  EXPECT_EQ(a.tags, (std::vector<std::string>{"fog", "sea"}));
  EXPECT_EQ(outline(a.body),
            "paragraph: It came at six.\nquote: A sailor\n  paragraph: So thick.\n");
}

TEST(ImportPage, WhereTheArticleIs) {
  struct Case {
    const char *html, *title, *blocks;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"<title>T</title><article><p>a</p></article><article><p>much longer</p></article>", "T",
            "paragraph: much longer\n"},
           {"<title>T</title><div>x</div><main><p>a</p></main>", "T", "paragraph: a\n"},
           {"<title>T</title><div>x</div><div role=main>a</div>", "T", "paragraph: a\n"},
           {"<title>T</title><div><p>short</p></div><div><p>long text</p><p>more</p></div>", "T",
            "paragraph: long text\nparagraph: more\n"},
           {"<title>T</title>only text", "T", "paragraph: only text\n"},
           {"<title>T</title><article></article><main><p>a</p></main>", "T", "paragraph: a\n"},
           {"<meta property=og:title content='From og'><title>T</title><p>a</p>", "From og",
            "paragraph: a\n"},
           {"<h1>Head</h1><div><p>a</p></div>", "Head", "paragraph: a\n"},
           {"<div hidden>x</div><p>Only these words</p>", "Only these words",
            "paragraph: Only these words\n"},
           {"<title>T</title><article><p>a</p><iframe aria-hidden=true src=//ads.example/x></iframe>"
            "<video hidden src=b.mp4></video><audio src=c.mp3></audio></article>",
            "T", "paragraph: a\nparagraph: image[c.mp3]()\n"},
       }) {
    const SourceFile file = parsed(c.html);
    ASSERT_EQ(file.articles.size(), 1u) << c.html;
    EXPECT_EQ(file.articles[0].article.title, c.title) << c.html;
    EXPECT_EQ(outline(file.articles[0].article.body), c.blocks) << c.html;
  }
}

TEST(ImportPage, JsonLdInThePage) {
  const SourceFile file = parsed(
      "<script type='application/ld+json'>{\"@context\": \"https://schema.org\", \"@type\": "
      "\"NewsArticle\","
      "\"headline\": \"H\", \"author\": [{\"name\": \"Bo\"}], \"datePublished\": "
      "\"2026-01-02\"}</script>"
      "<script "
      "type='application/ld+json'>broken</script><article><h1>Title</h1><p>Text.</p></article>");
  ASSERT_EQ(file.articles.size(), 1u);
  const model::Article& a = file.articles[0].article;
  EXPECT_EQ(a.title, "Title");
  EXPECT_EQ(a.published, "2026-01-02T00:00:00Z");
  EXPECT_EQ(a.authors, (std::vector<model::Author>{{"Bo", ""}}));
  EXPECT_EQ(outline(a.body), "paragraph: Text.\n");
}

TEST(ImportPage, WithoutTextThereIsNoArticle) {
  for (const char* html :
       {"", "<title>T</title>", "<script>document.write('x')</script>", "<article></article>"}) {
    const SourceFile file = parsed(html);
    EXPECT_TRUE(file.articles.empty()) << html;
    EXPECT_EQ(outline(file.diagnostics),
              "p.html: error: no article was found in this page: it has no text\n")
        << html;
  }
}

}  // namespace
}  // namespace lectern::ingest
