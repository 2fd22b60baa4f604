// SPDX-License-Identifier: MIT
// Footnotes in GitHub's form.
#include <gtest/gtest.h>

#include <chrono>

#include "ingest/ingest.hpp"
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

TEST(Footnotes, AreNumberedByTheirFirstReference) {
  expect_all({
      {"a[^x] b\n\n[^x]: n", "paragraph: a[^1] b\nfootnotes\n  footnote\n    paragraph: n\n"},
      {"[^b]: B\n[^a]: A\n\na[^a] b[^B] c[^a]",
       "paragraph: a[^1] b[^2] c[^1.2]\nfootnotes\n  footnote\n    paragraph: A\n  footnote\n"
       "    paragraph: B\n"},
      {"a[^1][^2]\n[^1]: A\n[^2]: B\nb",
       "paragraph: a[^1][^2]\nfootnotes\n  footnote\n    paragraph: A\n  footnote\n"
       "    paragraph: B|b\n"},
      {"# h[^a]\n\n- **i[^a]**\n\n|t[^a]|\n|-|\n\n[^a]: A",
       "heading 1: h[^1]\nlist tight\n  item\n    paragraph: strong[i[^1.2]]\ntable\n  row\n"
       "    cell: t[^1.3]\nfootnotes\n  footnote\n    paragraph: A\n"},
  });
}

TEST(Footnotes, HoldWhatIsIndentedBelowThem) {
  expect_all({
      {"a[^a]\n\n[^a]: one\n    two\n\n    three\n\n    - four\n      - five\n\n        code\n\n"
       "b",
       "paragraph: a[^1]\nparagraph: b\nfootnotes\n  footnote\n    paragraph: one|two\n"
       "    paragraph: three\n    list tight\n      item\n        paragraph: four\n        list\n"
       "          item\n            paragraph: five\n            paragraph: code\n"},
      {"a[^a]\n\n[^a]: one\n**two** three\n\nb",
       "paragraph: a[^1]\nparagraph: b\nfootnotes\n  footnote\n"
       "    paragraph: one|strong[two] three\n"},
      {"a[^a]\n\n[^a]: one\n- b",
       "paragraph: a[^1]\nlist tight\n  item\n    paragraph: b\nfootnotes\n  footnote\n"
       "    paragraph: one\n"},
      {"a[^a]\n\n[^a]:\n\n\t```\n\t[^a]\n\t```\n",
       "paragraph: a[^1]\nfootnotes\n  footnote\n    code: [^a]\n"},
      {"a[^a]\r\n\r\n[^a]: one\r\n\r\n    two\r\n",
       "paragraph: a[^1]\nfootnotes\n  footnote\n    paragraph: one\n    paragraph: two\n"},
      {"a[^a]\n\n[^a]:", "paragraph: a[^1]\nfootnotes\n  footnote\n"},
  });
}

TEST(Footnotes, MayReferToOneAnother) {
  expect_all({
      {"a[^a]\n\n[^b]: B[^a]\n[^a]: A[^b] A[^a]",
       "paragraph: a[^1]\nfootnotes\n  footnote\n    paragraph: A[^2] A[^1.2]\n  footnote\n"
       "    paragraph: B[^1.3]\n"},
  });
}

TEST(Footnotes, AreTextWhereNothingIsDefinedOrNothingIsRead) {
  expect_all({
      {"a[^x] [^] [^x y] [^x", "paragraph: a[^x] [^] [^x y] [^x\n"},
      {"```\n[^a]: A\n```\n\n    [^a]: B", "code: [^a]: A\ncode: [^a]: B\n"},
      {"- ```\n  [^a]: A\n  ```\n\n[^a]", "list tight\n  item\n    code: [^a]: A\nparagraph: [^a]\n"},
      {"<div>\n[^a]: A\n</div>", "paragraph: [^a]: A\n"},
      {"a[^a] `b[^a]` \\[^a] ![c[^a]](d) [e[^a]](f) <code>g[^a]</code>\n\n[^a]: A",
       "paragraph: a[^1] code[b[^a]] [^a] image[d](c[^a]) link[f](e[^a]) code[g[^a]]\n"
       "footnotes\n  footnote\n    paragraph: A\n"},
      {"\\\\[^a]\n\n[^a]: A", "paragraph: \\[^1]\nfootnotes\n  footnote\n    paragraph: A\n"},
  });
}

TEST(Footnotes, ThatAreNotUsedOrNotAloneAreSaid) {
  Diagnostics diagnostics;
  parse_markdown("a[^a]\n\n[^a]: A\n[^b]: B\n[^A]: C", "a.md", {1, 1}, diagnostics);
  EXPECT_EQ(outline(diagnostics),
            "a.md:5:1: warning: the footnote \"a\" is defined a second time here; that is left "
            "out\n"
            "a.md:4:1: warning: nothing refers to the footnote \"b\", so it is left out\n");
}

TEST(Footnotes, LeaveTheirPlacesToWhatStandsInAndAroundThem) {
  Diagnostics diagnostics;
  const model::Blocks blocks = parse_markdown(
      "ä[^a]\n\n  [^a]: [x](javascript:1)\n\n    ä [y](javascript:2)\n\n[z](javascript:3)", "a.md",
      {10, 1}, diagnostics);
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_EQ(blocks[0].inlines[1].place, (Place{10, 2}));
  EXPECT_EQ(blocks[2].children[0].place, (Place{12, 3}));
  ASSERT_EQ(diagnostics.size(), 3u);
  EXPECT_EQ(diagnostics[0].place, (Place{16, 1}));
  EXPECT_EQ(diagnostics[1].place, (Place{12, 9}));
  EXPECT_EQ(diagnostics[2].place, (Place{14, 7}));
}

TEST(Footnotes, InTheTitleAreNotOfIt) {
  Diagnostics diagnostics;
  const auto article = parse_markdown_file("# A title[^a]\n\nb[^a]\n\n[^a]: A", "a.md", diagnostics);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "A title");
  EXPECT_EQ(outline(diagnostics), "");
}

TEST(Footnotes, ByTheThousandTakeNoLongerEach) {
  constexpr int kMany = 100000;
  const auto times = [](int n, const auto& text_of) {
    std::string out;
    for (int i = 0; i < n; ++i)
      out += text_of(i);
    return out;
  };
  const auto number = [](int i) { return std::to_string(i); };
  const std::string cases[] = {
      times(kMany, [&](int i) { return "[^" + number(i) + "] "; }) + "\n\n" +
          times(kMany, [&](int i) { return "[^" + number(i) + "]: n\n"; }),
      times(kMany, [](int) { return "[^a] "; }) + "\n\n[^a]: n",
      "[^0]\n\n" + times(kMany, [&](int i) {
        return "[^" + number(i) + "]: [^" + number(i + 1) + "] [^0]\n";
      }) + "[^" + number(kMany) + "]: end",
      times(kMany, [](int) { return "[^"; }) + "\n[^a]: n",
      "[^" + std::string(kMany, 'x') + "]\n\n[^" + std::string(kMany, 'x') + "]: n\n[^a]: [^a]",
      times(kMany, [](int) { return "[^a]: n\n"; }),
      "[^a]\n\n[^a]: n\n" + times(kMany, [](int) { return "\n"; }) + "    x",
      "[^a]\n\n" + times(kMany, [](int) { return "[^a]: `\n\n"; }),
  };
  for (const std::string& markdown : cases) {
    Diagnostics diagnostics;
    const auto start = std::chrono::steady_clock::now();
    parse_markdown(markdown, "a.md", {1, 1}, diagnostics);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    EXPECT_LT(taken.count(), 10) << markdown.substr(0, 40);
    EXPECT_FALSE(has_error(diagnostics)) << markdown.substr(0, 40);
  }
}

// Rows as wide as their head, however little stands in them.
TEST(Footnotes, ShareTheRoomOfTheWholeText) {
  std::string markdown = "[^0]\n\n", row = "    |", rule = "    |";
  for (int i = 0; i < 127; ++i) {
    row += "a|";
    rule += "-|";
  }
  for (int i = 0; i < 100; ++i) {
    const std::string n = std::to_string(i), next = std::to_string(i + 1);
    markdown += "[^" + n + "]: [^" + next + "]\n\n" + row + '\n' + rule + '\n';
    for (int j = 0; j < 1000; ++j)
      markdown += "    a\n";
  }
  Diagnostics diagnostics;
  parse_markdown(markdown, "a.md", {1, 1}, diagnostics);
  EXPECT_TRUE(has_error(diagnostics));
}

}  // namespace
}  // namespace lectern::ingest
