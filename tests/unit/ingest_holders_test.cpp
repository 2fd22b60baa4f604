// SPDX-License-Identifier: MIT
// Raw HTML that holds blocks: details with a summary, figures with a caption.
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"
#include "ingest/limits.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

struct Case {
  const char *markdown, *blocks;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    EXPECT_EQ(outline(parse_markdown(c.markdown, "a.md", {1, 1}, diagnostics)), c.blocks)
        << c.markdown;
    EXPECT_EQ(outline(diagnostics), "") << c.markdown;
  }
}

TEST(Holders, OfDetailsHoldWhatStandsBetweenTheirTags) {
  expect_all({
      {"<details><summary>S</summary>t</details>\n\na",
       "details: S\n  paragraph: t\nparagraph: a\n"},
      {"<details open>\n<summary>S <b>b</b></summary>\n\n*t*\n\n- i\n\n</details>\n\na",
       "details open: S bold[b]\n  paragraph: emphasis[t]\n  list tight\n    item\n"
       "      paragraph: i\nparagraph: a\n"},
      {"<DETAILS OPEN=''>\n<p>t</p>\n</DETAILS>", "details open\n  paragraph: t\n"},
      {"<details>\n<summary>\n\n*S*\n\nT\n\n</summary>\n\nt\n\n</details>",
       "details: emphasis[S]|T\n  paragraph: t\n"},
      {"<details><summary><h3>S</h3></summary>t", "details: S\n  paragraph: t\n"},
      {"<details><summary>S</summary><summary>T</summary></details>",
       "details: S\n  paragraph: T\n"},
      {"<details>t<summary>S</summary>u</details>",
       "details: S\n  paragraph: t\n  paragraph: u\n"},
      {"<details><summary>\n\n- S\n\n</summary>\n\nt",
       "details\n  list tight\n    item\n      paragraph: S\n  paragraph: t\n"},
  });
}

TEST(Holders, EndWithTheContainerTheyStandIn) {
  expect_all({
      {"<details>\n<summary>S</summary>\n\nt", "details: S\n  paragraph: t\n"},
      {"> <details>\n> <summary>S</summary>\n>\n> t\n\na",
       "quote\n  details: S\n    paragraph: t\nparagraph: a\n"},
      {"- <details><summary>S</summary>\n\n  t\n\n- b",
       "list\n  item\n    details: S\n      paragraph: t\n  item\n    paragraph: b\n"},
      {"<details><summary>S</summary>\n\n> </details>\n\nt",
       "details: S\n  quote\n  paragraph: t\n"},
      {"<details><summary>S</summary>\n\nt.</details>\n\na",
       "details: S\n  paragraph: t.\nparagraph: a\n"},
      {"<details><summary>S</summary>\n\nx <details>y</details> z\n\nt\n\n</details>\n\na",
       "details: S\n  paragraph: x y z\n  paragraph: t\nparagraph: a\n"},
  });
}

TEST(Holders, NestAndIgnoreTagsWithoutThem) {
  expect_all({
      {"<details><summary>S</summary><details><summary>T</summary>t</details>u</details>a",
       "details: S\n  details: T\n    paragraph: t\n  paragraph: u\nparagraph: a\n"},
      {"<details><figure><img src=a.png></details>b",
       "details\n  figure\n    paragraph: image[a.png]()\nparagraph: b\n"},
      {"</details>a", "paragraph: a\n"},
      {"<summary>a</summary>\n\n<figcaption>b</figcaption>", "paragraph: a\nparagraph: b\n"},
      {"x <details><summary>a</summary>b</details>", "paragraph: x ab\n"},
      {"<details></details><figure></figure>", ""},
  });
}

TEST(Holders, OfPicturesHaveACaption) {
  expect_all({
      {"<figure>\n<img src=a.png alt=b>\n<figcaption>c <em>d</em></figcaption>\n</figure>",
       "figure: c emphasis[d]\n  paragraph: image[a.png](b)\n"},
      {"<figure>\n\n![b](a.png)\n\n<figcaption>\n\nc *d*\n\n</figcaption>\n</figure>\n\ne",
       "figure: c emphasis[d]\n  paragraph: image[a.png](b)\nparagraph: e\n"},
      {"<figure><figcaption>c</figcaption><img src=a.png><img src=b.png></figure>",
       "figure: c\n  paragraph: image[a.png]()image[b.png]()\n"},
  });
}

TEST(Holders, AreNestedToADepth) {
  std::string markdown;
  for (int i = 0; i < 100000; ++i)
    markdown += "<details><summary>S</summary>\n\n";
  markdown += "t\n\n";
  for (int i = 0; i < 100000; ++i)
    markdown += "</details>\n\n";
  Diagnostics diagnostics;
  const model::Blocks blocks = parse_markdown(markdown + "after", "a.md", {1, 1}, diagnostics);
  ASSERT_EQ(blocks.size(), 2u);
  int depth = 0;
  for (const model::Block* block = &blocks[0]; !block->children.empty();
       block = &block->children[0]) {
    ++depth;
  }
  EXPECT_EQ(depth, kMaxBlockDepth);
  EXPECT_EQ(diagnostics.size(), 1u);
}

}  // namespace
}  // namespace lectern::ingest
