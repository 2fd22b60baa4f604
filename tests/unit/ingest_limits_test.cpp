// SPDX-License-Identifier: MIT
// Input made to hurt: too deep, too many, without end. Nothing crashes, the text stays, one
// sentence says what was too much; and each takes far less than the second that it is given here.
#include <gtest/gtest.h>

#include <chrono>

#include "ingest/ingest.hpp"
#include "ingest/limits.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

constexpr int kMany = 100000;

std::string times(int n, std::string_view text) {
  std::string out;
  out.reserve(static_cast<size_t>(n) * text.size());
  for (int i = 0; i < n; ++i)
    out += text;
  return out;
}

int depth_of(const model::Inlines& inlines) {
  int deepest = 0;
  for (const model::Inline& item : inlines) {
    deepest = std::max(deepest, 1 + depth_of(item.children));
  }
  return deepest;
}

int depth_of(const model::Blocks& blocks) {
  int deepest = 0;
  for (const model::Block& block : blocks) {
    deepest = std::max({deepest, 1 + depth_of(block.children), 1 + depth_of(block.inlines)});
  }
  return deepest;
}

// Under a sanitizer or on a busy machine all is slower; what is quadratic takes minutes anyway.
constexpr double kMostSeconds = 10;

model::Blocks parse_in_time(const std::string& markdown, Diagnostics& diagnostics) {
  const auto start = std::chrono::steady_clock::now();
  model::Blocks blocks = parse_markdown(markdown, "a.md", {1, 1}, diagnostics);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  EXPECT_LT(taken.count(), kMostSeconds) << markdown.substr(0, 40);
  return blocks;
}

TEST(Limits, QuotesAndListsAreNestedToADepthAndSayOnceWhereItEnds) {
  for (const char* mark : {">", "> ", "- ", "1. ", "> - "}) {
    Diagnostics diagnostics;
    const model::Blocks blocks = parse_in_time("a\n\n" + times(kMany, mark) + "end", diagnostics);
    EXPECT_LE(depth_of(blocks), 2 * kMaxBlockDepth + 2) << mark;
    EXPECT_NE(outline(blocks).find("paragraph: end"), std::string::npos) << mark;
    ASSERT_EQ(diagnostics.size(), 1u) << mark;
    EXPECT_EQ(diagnostics[0].severity, Severity::warning);
    EXPECT_EQ(diagnostics[0].place.line, 3);
  }
}

TEST(Limits, WhatIsTooDeepStaysInOrderAtTheDepthThereIs) {
  std::string markdown;
  for (int i = 0; i < 40; ++i) {
    markdown += times(i, "> ") + "level " + std::to_string(i) + "\n" + times(i, "> ") + "\n";
  }
  Diagnostics diagnostics;
  const std::string text = outline(parse_markdown(markdown, "a.md", {1, 1}, diagnostics));
  size_t last = 0;
  for (int i = 0; i < 40; ++i) {
    const size_t found = text.find("level " + std::to_string(i) + '\n');
    ASSERT_NE(found, std::string::npos) << i;
    EXPECT_GE(found, last);
    last = found;
  }
  EXPECT_EQ(diagnostics.size(), 1u);
}

TEST(Limits, SpansAndTagsAreNestedToADepth) {
  const std::string cases[] = {
      times(kMany / 2, "*a **b ") + "c" + times(kMany / 2, "** *"),
      times(kMany, "<b>") + "text" + times(kMany, "</b>"),
      times(kMany, "<i>*<b>") + "text" + times(kMany, "</i>"),
      times(kMany, "**") + "text" + times(kMany, "**"),
  };
  for (const std::string& markdown : cases) {
    Diagnostics diagnostics;
    EXPECT_LE(depth_of(parse_in_time(markdown, diagnostics)), kMaxInlineDepth + 2);
    EXPECT_LE(diagnostics.size(), 1u);
  }
}

TEST(Limits, AHundredThousandOfAnyMarkIsRead) {
  for (const char* mark : {"[",
                           "(",
                           "*",
                           "_",
                           "`",
                           "~",
                           "<",
                           "![",
                           "[a](",
                           "[a](b",
                           "a*_b ",
                           "\\",
                           "&",
                           "&#",
                           ":",
                           "www.",
                           "a@",
                           "<a:",
                           "<!--",
                           "<![CDATA[",
                           "<?",
                           "</a ",
                           "<a b=\"",
                           "<script>",
                           "x <script>",
                           "x <svg>",
                           "<div><script>\n\n",
                           "<div><!-- \n\n",
                           "<div a=\"\n",
                           "#\n",
                           "***\n",
                           "```\n\n",
                           "|",
                           "a\r",
                           "<p>a<br>\n",
                           "[](javascript:x) "}) {
    Diagnostics diagnostics;
    parse_in_time(times(kMany, mark), diagnostics);
    EXPECT_FALSE(has_error(diagnostics)) << mark;
  }
}

TEST(Limits, ATableWiderThanItsTextIsReadOnlySoFar) {
  const std::string head = '|' + times(127, "a|") + "\n|" + times(127, "-|") + '\n';
  Diagnostics diagnostics;
  const model::Blocks blocks = parse_in_time(head + times(kMany, "a\n"), diagnostics);
  EXPECT_EQ(blocks.size(), 1u);
  EXPECT_GT(blocks[0].children.size(), 1000u);
  EXPECT_TRUE(has_error(diagnostics));
}

TEST(Limits, AReferenceRepeatsItsTargetOnlySoOften) {
  const std::string definition = "[a]: /" + std::string(kMany, 'x') + "\n\nfirst\n\n";
  Diagnostics diagnostics;
  const model::Blocks blocks = parse_in_time(definition + times(kMany, "[a] "), diagnostics);
  EXPECT_EQ(blocks.size(), 2u);
  EXPECT_TRUE(has_error(diagnostics));

  Diagnostics none;
  parse_in_time("[a]: /some/page\n\n" + times(1000, "[a] "), none);
  EXPECT_EQ(outline(none), "");
}

TEST(Limits, AThousandProblemsOfAFileAreListed) {
  Diagnostics diagnostics;
  parse_in_time(times(kMany, "[a](javascript:x) "), diagnostics);
  EXPECT_EQ(diagnostics.size(), 1001u);
  EXPECT_EQ(diagnostics.back().sentence, "there are more problems from here on");
}

TEST(Limits, JsonIsReadToADepthAndANumberOfValues) {
  const std::string cases[] = {
      times(kMany, "["),
      times(kMany, "{\"a\":"),
      '[' + times(3 * 1000 * 1000, "0,") + "0]",
  };
  for (const std::string& json : cases) {
    Diagnostics diagnostics;
    EXPECT_EQ(parse_article_json(json, "a.json", diagnostics), std::nullopt);
    ASSERT_EQ(diagnostics.size(), 1u);
    EXPECT_EQ(diagnostics[0].severity, Severity::error);
  }
}

TEST(Limits, FrontMatterHasNoAliasesAndIsSmallAndShallow) {
  const std::string cases[] = {
      "a: &a [x, x]\nb: &b [*a, *a]\ntitle: t", "title: *bold*",
      "title: t\na: " + times(1000, "["),       "title: t\na: " + times(1000, "{a: "),
      "title: t\na: " + times(kMany, "x"),      "title: t\na:\n " + times(1000, "- "),
  };
  for (const std::string& yaml : cases) {
    Diagnostics diagnostics;
    const auto article = parse_markdown_file("---\n" + yaml + "\n---\ntext\n", "a.md", diagnostics);
    ASSERT_TRUE(article) << yaml.substr(0, 40);
    EXPECT_EQ(outline(article->body), "paragraph: text\n");
    EXPECT_TRUE(has_error(diagnostics)) << yaml.substr(0, 40);
  }
}

}  // namespace
}  // namespace lectern::ingest
