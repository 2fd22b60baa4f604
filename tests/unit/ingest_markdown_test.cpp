// SPDX-License-Identifier: MIT
// What Markdown becomes in the model. tests/spec has CommonMark's own examples.
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

struct Case {
  const char *markdown, *blocks;
};

std::string parsed(std::string_view markdown) {
  Diagnostics diagnostics;
  const std::string out = outline(parse_markdown(markdown, "a.md", {1, 1}, diagnostics));
  EXPECT_EQ(outline(diagnostics), "") << markdown;
  return out;
}

TEST(Markdown, BlocksOfEveryKind) {
  const Case cases[] = {
      {"# One\n\nTwo\n---\n\n###### six", "heading 1: One\nheading 2: Two\nheading 6: six\n"},
      {"> quote\n> > deeper", "quote\n  paragraph: quote\n  quote\n    paragraph: deeper\n"},
      {"- a\n- b", "list tight\n  item\n    paragraph: a\n  item\n    paragraph: b\n"},
      {"- a\n\n- b", "list\n  item\n    paragraph: a\n  item\n    paragraph: b\n"},
      {"7. a\n8. b", "list 7 tight\n  item\n    paragraph: a\n  item\n    paragraph: b\n"},
      {"- a\n  - b",
       "list tight\n  item\n    paragraph: a\n    list tight\n      item\n"
       "        paragraph: b\n"},
      {"```c++ x=1\nint a;\n\n  b\n```", "code (c++ x=1): int a;\n\n  b\n"},
      {"    indented\n\n    more", "code: indented\n\nmore\n"},
      {"```&auml;\n```", "code (ä)\n"},
      {"a\n\n***\n\nb", "paragraph: a\nrule\nparagraph: b\n"},
      {"- ***", "list tight\n  item\n    rule\n"},
      {"", ""},
      {"\n\n  \n", ""},
  };
  for (const Case& c : cases)
    EXPECT_EQ(parsed(c.markdown), c.blocks) << c.markdown;
}

TEST(Markdown, InlinesOfEveryKind) {
  const Case cases[] = {
      {"*a* **b** ***c***", "paragraph: emphasis[a] strong[b] emphasis[strong[c]]\n"},
      {"`a  b` ``c`d``", "paragraph: code[a  b] code[c`d]\n"},
      {"a\nb  \nc\\\nd", "paragraph: a|b||c||d\n"},
      {"[a *b*](/c \"d\")", "paragraph: link[/c \"d\"](a emphasis[b])\n"},
      {"[a]\n\n[a]: <b c> 'd'", "paragraph: link[b c \"d\"](a)\n"},
      {"![a *b* `c`\nd](e.png \"f\")", "paragraph: image[e.png \"f\"](a b c d)\n"},
      {"[![a](b.png)](c)", "paragraph: link[c](image[b.png](a))\n"},
      {"[]() ![](a.png)", "paragraph: link[]() image[a.png]()\n"},
      {"<https://a.b/c> <a@b.c>",
       "paragraph: link[https://a.b/c](https://a.b/c) link[mailto:a@b.c](a@b.c)\n"},
      {"&amp; &#65; &#x1F600; &ngE; &nosuch; &#0; &copy",
       "paragraph: & A 😀 ≧̸ &nosuch; \uFFFD &copy\n"},
      {"\\*a\\* \\& &lt;b&gt;", "paragraph: *a* & <b>\n"},
      {"costs $5 and $x^2$ here", "paragraph: costs $5 and $x^2$ here\n"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(parsed(c.markdown), c.blocks) << c.markdown;
}

TEST(Markdown, GithubExtensions) {
  const Case cases[] = {
      {"~~a~~ ~b~", "paragraph: strikethrough[a] strikethrough[b]\n"},
      {"www.a.org https://b.org c@d.org",
       "paragraph: link[http://www.a.org](www.a.org) link[https://b.org](https://b.org) "
       "link[mailto:c@d.org](c@d.org)\n"},
      {"- [ ] a\n- [x] b\n- c",
       "list tight\n  item [ ]\n    paragraph: a\n  item [x]\n    paragraph: b\n  item\n"
       "    paragraph: c\n"},
      {"|a|b|c|\n|:-|:-:|-:|\n|*d*|e|\n",
       "table\n  row\n    cell left: a\n    cell center: b\n    cell right: c\n"
       "  row\n    cell left: emphasis[d]\n    cell center: e\n    cell right\n"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(parsed(c.markdown), c.blocks) << c.markdown;
}

TEST(Markdown, LineEndsOfEveryKindAreTheSame) {
  const std::string expected = parsed("# a\n\nb\nc\n\n    d\n    e\n");
  EXPECT_EQ(parsed("# a\r\n\r\nb\r\nc\r\n\r\n    d\r\n    e\r\n"), expected);
  EXPECT_EQ(parsed("# a\r\rb\rc\r\r    d\r    e\r"), expected);
  EXPECT_EQ(parsed("\xEF\xBB\xBF# a\n\nb\nc\n\n    d\n    e"), expected);
}

TEST(Markdown, RefusedLinksAndImagesBecomeTheirTextWithAWarningEach) {
  const struct {
    const char *markdown, *blocks, *place, *url;
  } cases[] = {
      {"a [b *c*](javascript:x) d", "paragraph: a b emphasis[c] d\n", "1:3", "javascript:x"},
      {"[a](JaVa&Tab;script:x)", "paragraph: a\n", "1:1", "JaVa\uFFFDscript:x"},
      {"[a](&#106;avascript:x)", "paragraph: a\n", "1:1", "javascript:x"},
      {"[a](javascript&colon;x)", "paragraph: a\n", "1:1", "javascript:x"},
      {"[a](javascript\\:x)", "paragraph: a\n", "1:1", "javascript:x"},
      {"x\n\n[a]\n\n[a]: vbscript:y", "paragraph: x\nparagraph: a\n", "3:1", "vbscript:y"},
      {"ä <irc://a/b>", "paragraph: ä irc://a/b\n", "1:3", "irc://a/b"},
      {"![a *b*](file:///c)", "paragraph: a emphasis[b]\n", "1:1", "file:///c"},
      {"> - ![a](data:image/svg+xml,x)", "quote\n  list tight\n    item\n      paragraph: a\n",
       "1:5", "data:image/svg+xml,x"},
  };
  for (const auto& c : cases) {
    Diagnostics diagnostics;
    EXPECT_EQ(outline(parse_markdown(c.markdown, "a.md", {1, 1}, diagnostics)), c.blocks);
    ASSERT_EQ(diagnostics.size(), 1u) << c.markdown;
    const std::string line = to_string(diagnostics[0]);
    EXPECT_EQ(line.find("a.md:" + std::string(c.place) + ": warning: the "), 0u) << line;
    EXPECT_NE(line.find('"' + std::string(c.url) + '"'), std::string::npos) << line;
  }
}

TEST(Markdown, BrokenUtf8AndNulAreShownAsReplacementAndSaidOnce) {
  using namespace std::string_view_literals;
  const struct {
    std::string_view markdown;
    const char *blocks, *diagnostics;
  } cases[] = {
      {"ä\nb\xFF c\xFF", "paragraph: ä|b\uFFFD c\uFFFD\n",
       "a.md:2:2: warning: this is not UTF-8; what cannot be read is shown as U+FFFD\n"},
      {"a\0b"sv, "paragraph: a\uFFFDb\n",
       "a.md:1:2: warning: a NUL character stands here; it is shown as U+FFFD\n"},
  };
  for (const auto& c : cases) {
    Diagnostics diagnostics;
    EXPECT_EQ(outline(parse_markdown(c.markdown, "a.md", {1, 1}, diagnostics)), c.blocks);
    EXPECT_EQ(outline(diagnostics), c.diagnostics);
  }
}

// md4c 0.5.2 gives the end of a span that it did not begin.
TEST(Markdown, AnImageInAnImageUrlDoesNoHarm) {
  Diagnostics unused;
  EXPECT_EQ(parse_markdown("[![a](b![c)](d)\n\nafter", "a.md", {1, 1}, unused).size(), 2u);
}

}  // namespace
}  // namespace lectern::ingest
