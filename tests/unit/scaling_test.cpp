// SPDX-License-Identifier: MIT
// What is made to hurt costs as much more as it is longer: eight times the text may take some more than eight times as
// long, on the whole way from the file to the page, and not sixty-four times. Processor time of this thread, so that
// what else the machine does counts little.
#include <gtest/gtest.h>
#include <time.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "ingest/import/source_file.hpp"
#include "ingest/ingest.hpp"
#include "layout/page_layout.hpp"
#include "search/analysis.hpp"
#include "semantics/html_writer.hpp"

namespace lectern {
namespace {

constexpr int kFew = 1000, kMany = 8 * kFew;
// Of eight times the time. A quadratic step is eight times too slow.
constexpr double kMore = 2.5;
// What is over so soon is not measured well.
constexpr double kSoon_s = 0.03;

double now_s() {
  timespec time;
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

std::string times(int n, std::string_view text) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text;
  return out;
}

// Numbered, where the same again would be something else.
std::string counted(int n, const std::function<std::string(int)>& text) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text(i);
  return out;
}

struct Family {
  const char* name;
  std::string (*make)(int n);
};

void PrintTo(const Family& family, std::ostream* out) { *out << family.name; }

void publish(const model::Article& article) {
  model::PageContext context;
  context.site_lang = "en";
  const layout::PageTree tree = layout::build_article_page(article, context, {});
  layout::FakeMeasurer measurer;
  const layout::Viewport viewport{820, 16};
  const layout::PreparedPage prepared = layout::prepare_page(tree, layout::metrics_of(viewport), measurer);
  layout::layout_page(tree, prepared, viewport, [](int, float) { return 100.0f; });
  semantics::write_page(tree);
  Diagnostics diagnostics;
  ingest::parse_article_json(ingest::write_article_json(article, &context), "article.json", diagnostics);
}

void expect_linear(const Family& family, const std::function<void(const std::string&)>& way) {
  const std::string few = family.make(kFew), many = family.make(kMany);
  const auto time_of = [&](const std::string& text) {
    const double begin = now_s();
    way(text);
    return now_s() - begin;
  };
  const double before = std::min(time_of(few), time_of(few));
  const double after = time_of(many);
  EXPECT_LT(after, kMore * 8 * before + kSoon_s) << family.name << ": " << before << " s, and of eight times as much " << after << " s";
}

class MarkdownScaling : public testing::TestWithParam<Family> {};

TEST_P(MarkdownScaling, IsLinear) {
  expect_linear(GetParam(), [](const std::string& text) {
    Diagnostics diagnostics;
    const auto article = ingest::parse_markdown_file("---\ntitle: T\n---\n" + text, "a.md", diagnostics);
    if (article) publish(*article);
  });
}

INSTANTIATE_TEST_SUITE_P(
    Families, MarkdownScaling,
    testing::Values(
        Family{"emphasis", [](int n) { return times(n, "*a **b ") + times(n, "c** d*"); }},
        Family{"emphasis that is not closed", [](int n) { return times(n, "*a_ "); }},
        Family{"emphasis of threes", [](int n) { return "a" + times(n, "***b* ") + times(n, "c***"); }},
        Family{"brackets", [](int n) { return times(n, "[") + "a" + times(n, "]"); }},
        Family{"links in links", [](int n) { return times(n, "[a](") + times(n, ")"); }},
        Family{"links that are not closed", [](int n) { return times(n, "[a](<b"); }},
        Family{"pictures in links", [](int n) { return times(n, "[![a](b.png)](c) "); }},
        Family{"references", [](int n) { return counted(n, [](int i) { return "[r" + std::to_string(i) + "]: /" + std::to_string(i) + "\n"; }) +
                                                counted(n, [](int i) { return "[r" + std::to_string(i) + "] "; }); }},
        Family{"references to nothing", [](int n) { return counted(n, [](int i) { return "[x" + std::to_string(i) + "][y] "; }); }},
        Family{"footnotes", [](int n) { return counted(n, [](int i) { return "a[^" + std::to_string(i) + "] "; }) + "\n\n" +
                                               counted(n, [](int i) { return "[^" + std::to_string(i) + "]: note\n\n"; }); }},
        Family{"one footnote often", [](int n) { return times(n, "a[^1] ") + "\n\n[^1]: note\n"; }},
        Family{"backticks of all lengths", [](int n) { return counted(static_cast<int>(std::sqrt(8 * n)), [](int i) { return "a" + std::string(static_cast<std::size_t>(i), '`') + " "; }); }},
        Family{"quotes", [](int n) { return times(n, ">") + "a"; }},
        Family{"quotes line by line", [](int n) { return times(n, "> > > a\n\n"); }},
        Family{"lists", [](int n) { return times(n, "- ") + "a"; }},
        Family{"items", [](int n) { return times(n, "1. a\n"); }},
        Family{"items far apart", [](int n) { return times(n, "- a\n\n\n"); }},
        Family{"tasks", [](int n) { return times(n, "- [x] a\n"); }},
        Family{"a table of many columns", [](int n) { return times(n, "|a") + "|\n" + times(n, "|-") + "|\n" + times(n, "|b") + "|\n"; }},
        Family{"a table of many rows", [](int n) { return "|a|b|\n|-|-|\n" + times(n, "|c|d|\n"); }},
        Family{"headings", [](int n) { return times(n, "## The same\n\n"); }},
        Family{"rules", [](int n) { return times(n, "***\n\n"); }},
        Family{"characters by name", [](int n) { return times(n, "&amp;&nosuch;&#x41;"); }},
        Family{"backslashes", [](int n) { return times(n, "\\*\\"); }},
        Family{"addresses", [](int n) { return times(n, "www.a.b https://c.d a@b.c "); }},
        Family{"tags", [](int n) { return times(n, "<b>") + "a" + times(n, "</b>"); }},
        Family{"attributes", [](int n) { return "a <b " + counted(n, [](int i) { return "a" + std::to_string(i) + "=b "; }) + ">a</b>"; }},
        Family{"tags that are not closed", [](int n) { return times(n, "<b title=\"a"); }},
        Family{"comments that are not closed", [](int n) { return times(n, "a <!-- "); }},
        Family{"processing instructions that are not closed", [](int n) { return times(n, "a <? "); }},
        Family{"details", [](int n) { return times(n, "<details><summary>a</summary>\n\nb\n\n</details>\n\n"); }},
        Family{"details in details", [](int n) { return times(n, "<details><summary>a</summary>\n\n") + times(n, "</details>\n\n"); }},
        Family{"blocks of code", [](int n) { return times(n, "```js\nlet a;\n```\n\n"); }},
        Family{"definitions", [](int n) { return times(n, "Term\n: meaning\n\n"); }},
        Family{"attributions", [](int n) { return times(n, "> a\n> \xE2\x80\x94 b\n\n"); }},
        Family{"pictures", [](int n) { return times(n, "![a](b.png)\n\n"); }},
        Family{"one word", [](int n) { return times(n, "abcdefgh"); }},
        Family{"no-break spaces", [](int n) { return times(n, "a\xC2\xA0"); }},
        Family{"soft hyphens", [](int n) { return times(n, "ab\xC2\xAD"); }},
        Family{"marks on one letter", [](int n) { return "a" + times(n, "\xCC\x81"); }},
        Family{"directions", [](int n) { return times(n, "\xE2\x80\xAE" "a") + times(n, "\xE2\x81\xA7" "b"); }},
        Family{"Hebrew and Latin", [](int n) { return times(n, "\xD7\x90 a 1 "); }},
        Family{"a paragraph of words", [](int n) { return times(n, "word and "); }},
        Family{"line breaks", [](int n) { return times(n, "a\\\n"); }}));

class HtmlScaling : public testing::TestWithParam<Family> {};

TEST_P(HtmlScaling, IsLinear) {
  expect_linear(GetParam(), [](const std::string& text) {
    const ingest::SourceFile file = ingest::parse_source("<html><head><title>T</title></head><body><article><h1>T</h1><p>Some words stand here.</p>" + text + "</article>",
                                                         "a.html", ingest::SourceFormat::html);
    for (const ingest::SourceArticle& made : file.articles) publish(made.article);
  });
}

INSTANTIATE_TEST_SUITE_P(
    Families, HtmlScaling,
    testing::Values(
        Family{"divs in divs", [](int n) { return times(n, "<div>") + "a"; }},
        Family{"paragraphs", [](int n) { return times(n, "<p>a and b"); }},
        Family{"spans", [](int n) { return "<p>" + times(n, "<b>a<i>b</b>c</i>"); }},
        Family{"lists in lists", [](int n) { return times(n, "<ul><li>a"); }},
        Family{"cells", [](int n) { return "<table><tr>" + times(n, "<td>a"); }},
        Family{"rows", [](int n) { return "<table>" + times(n, "<tr><td>a<td>b"); }},
        Family{"tables in tables", [](int n) { return times(n, "<table><tr><td>"); }},
        Family{"attributes", [](int n) { return "<p " + counted(n, [](int i) { return "a" + std::to_string(i) + "=b "; }) + ">a"; }},
        Family{"attributes without an end", [](int n) { return "<p " + counted(n, [](int i) { return "a" + std::to_string(i) + " "; }); }},
        Family{"attributes of an end", [](int n) { return "<p>a</p " + counted(n, [](int i) { return "a" + std::to_string(i) + " "; }) + ">"; }},
        Family{"comments", [](int n) { return times(n, "<!-- a -->"); }},
        Family{"comments that are not closed", [](int n) { return times(n, "<!-- a "); }},
        Family{"pictures", [](int n) { return times(n, "<figure><img src=a.png alt=b><figcaption>c</figcaption></figure>"); }},
        Family{"terms", [](int n) { return "<dl>" + times(n, "<dt>a<dd>b"); }},
        Family{"scripts", [](int n) { return times(n, "<script>a</script>"); }},
        Family{"forms and links", [](int n) { return times(n, "<a href=b><form>a"); }}));

class JsonScaling : public testing::TestWithParam<Family> {};

TEST_P(JsonScaling, IsLinear) {
  expect_linear(GetParam(), [](const std::string& text) {
    const ingest::SourceFile file = ingest::parse_source(text, "a.json", ingest::source_format_of("a.json", text));
    for (const ingest::SourceArticle& made : file.articles) publish(made.article);
  });
}

const auto article_of = [](const std::string& body) {
  return R"({"lectern":1,"title":"T","body":{"format":"blocks","content":[)" + body + R"(]}})";
};

INSTANTIATE_TEST_SUITE_P(
    Families, JsonScaling,
    testing::Values(
        Family{"arrays in arrays", [](int n) { return times(n, "["); }},
        Family{"keys that nobody knows", [](int n) { return R"({"lectern":1,"title":"T",)" + counted(n, [](int i) { return "\"k" + std::to_string(i) + "\":1,"; }) + R"("body":{"format":"text","content":"a"}})"; }},
        Family{"a key twice and more", [](int n) { return R"({"lectern":1,)" + times(n, R"("title":"T",)") + R"("body":{"format":"text","content":"a"}})"; }},
        Family{"tags", [](int n) { return R"({"lectern":1,"title":"T","tags":[)" + counted(n, [](int i) { return "\"t" + std::to_string(i) + "\","; }) + R"("a"],"body":{"format":"text","content":"a"}})"; }},
        Family{"escapes", [](int n) { return R"({"lectern":1,"title":"T","body":{"format":"text","content":")" + times(n, R"(\u0041\n\n\ud83d\ude00)") + R"("}})"; }},
        Family{"blocks", [](int n) { return article_of(times(n, R"({"type":"paragraph","content":[{"type":"text","text":"a"}]},)") + R"({"type":"rule"})"); }},
        Family{"blocks of no kind", [](int n) { return article_of(times(n, R"({"type":"nothing"},)") + R"({"type":"rule"})"); }},
        Family{"items of a feed", [](int n) { return R"({"version":"https://jsonfeed.org/version/1.1","title":"F","items":[)" + counted(n / 8, [](int i) { return R"({"id":")" + std::to_string(i) + R"(","title":"T","content_text":"a"},)"; }) + R"({"id":"z","content_html":"<p>a"}]})"; }},
        Family{"items of one id", [](int n) { return R"({"version":"https://jsonfeed.org/version/1.1","title":"F","items":[)" + times(n / 8, R"({"id":"a","title":"T","content_text":"a"},)") + R"({"id":"z","content_html":"<p>a"}]})"; }}));

class FrontMatterScaling : public testing::TestWithParam<Family> {};

// Within 64 KiB, where it ends.
TEST_P(FrontMatterScaling, IsLinear) {
  expect_linear(GetParam(), [](const std::string& text) {
    Diagnostics diagnostics;
    ingest::parse_markdown_file(text, "a.md", diagnostics);
  });
}

INSTANTIATE_TEST_SUITE_P(
    Families, FrontMatterScaling,
    testing::Values(
        Family{"keys", [](int n) { return "---\ntitle: T\n" + counted(n / 4, [](int i) { return "k" + std::to_string(i) + ": v\n"; }) + "---\na\n"; }},
        Family{"a list", [](int n) { return "---\ntitle: T\ntags:\n" + times(n / 4, "  - a\n") + "---\na\n"; }},
        Family{"a list in brackets", [](int n) { return "---\ntitle: T\ntags: [" + times(n / 4, "a, ") + "b]\n---\na\n"; }},
        Family{"brackets in brackets", [](int n) { return "---\ntitle: T\ntags: " + times(n / 4, "[") + "\n---\na\n"; }},
        Family{"a text over lines", [](int n) { return "---\ntitle: T\ndescription: >\n" + times(n / 4, "  words\n") + "---\na\n"; }},
        Family{"quotes", [](int n) { return "---\ntitle: '" + times(n / 4, "''") + "'\n---\na\n"; }},
        Family{"TOML", [](int n) { return "+++\ntitle = 'T'\n" + counted(n / 4, [](int i) { return "k" + std::to_string(i) + " = 1\n"; }) + "+++\na\n"; }},
        Family{"tables of TOML", [](int n) { return "+++\ntitle = 'T'\n" + counted(n / 4, [](int i) { return "[a" + std::to_string(i) + "]\n"; }) + "+++\na\n"; }}));

class SearchScaling : public testing::TestWithParam<Family> {};

TEST_P(SearchScaling, IsLinear) {
  expect_linear(GetParam(), [](const std::string& text) {
    search::Article article;
    article.card.lang = "en";
    article.paragraphs = {text};
    thread_local search::Stemmer stemmer;
    search::analyse(article, stemmer);
  });
}

INSTANTIATE_TEST_SUITE_P(
    Families, SearchScaling,
    testing::Values(Family{"words", [](int n) { return counted(n, [](int i) { return "word" + std::to_string(i) + ' '; }); }},
                    Family{"one word often", [](int n) { return times(n, "harbour "); }},
                    Family{"one long word", [](int n) { return times(n, "harbour"); }},
                    Family{"Chinese", [](int n) { return times(n, "\xE6\xB8\xAF\xE5\x8F\xA3"); }},
                    Family{"marks", [](int n) { return "a" + times(n, "\xCC\x81"); }}));

}  // namespace
}  // namespace lectern
