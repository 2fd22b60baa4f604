// SPDX-License-Identifier: MIT
// The raw-HTML policy: a few inline tags become part of the model, the rest vanishes.
#include <gtest/gtest.h>

#include "ingest/html_tags.hpp"
#include "ingest/ingest.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

struct Case {
  const char *markdown, *blocks;
};

std::string parsed(std::string_view markdown, Diagnostics& diagnostics) {
  return outline(parse_markdown(markdown, "a.md", {1, 1}, diagnostics));
}

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    EXPECT_EQ(parsed(c.markdown, diagnostics), c.blocks) << c.markdown;
    EXPECT_EQ(outline(diagnostics), "") << c.markdown;
  }
}

TEST(RawHtml, AllowedTagsBecomeInlines) {
  expect_all({
      {"x <b>a</b><strong>b</strong><i>c</i><em>d</em>",
       "paragraph: x bold[a]strong[b]italic[c]emphasis[d]\n"},
      {"x <u>a</u><s>b</s><del>c</del><ins>d</ins>",
       "paragraph: x underline[a]struck[b]strikethrough[c]inserted[d]\n"},
      {"H<sub>2</sub>O x<sup>2</sup> <kbd>Tab</kbd> <mark>m</mark> <small>s</small>",
       "paragraph: Hsubscript[2]O xsuperscript[2] keyboard[Tab] mark[m] small[s]\n"},
      {"x <q>a</q><cite>b</cite><code>c</code><samp>d</samp><var>e</var>",
       "paragraph: x quotation[a]citation[b]code[c]sample[d]variable[e]\n"},
      {"x <ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>",
       "paragraph: x ruby[漢字rubyParenthesis[(]rubyText[かんじ]rubyParenthesis[)]]\n"},
      {"x <abbr title=\"A &amp; B\">ab</abbr>", "paragraph: x abbreviation[ab \"A & B\"]\n"},
      {"a<br>b<br/>c<BR />d", "paragraph: a||b||c||d\n"},
      {"x <a href=\"/y?a&amp;b\" title='t' onclick=\"z\">*a*</a>",
       "paragraph: x link[/y?a&b \"t\"](emphasis[a])\n"},
      {"x <img src=a.png alt='An &quot;a&quot;' width=30 height=40px title=t>",
       "paragraph: x image[a.png \"t\"](An \"a\")\n"},
  });
}

TEST(RawHtml, CaseAndQuotingOfTagsDoNotMatter) {
  expect_all({
      {"x <B>a</b> <StRoNg>c</sTrOnG>", "paragraph: x bold[a] strong[c]\n"},
      {"x <A HREF='y'>a</A>", "paragraph: x link[y](a)\n"},
      {"x <a\nhref = y\t>a</a>", "paragraph: x link[y](a)\n"},
      {"x <a title=\"href='z'\" href=\"y\" href=\"second\">a</a>",
       "paragraph: x link[y \"href='z'\"](a)\n"},
      {"x <a data-href=\"z\" href='y'>a</a>", "paragraph: x link[y](a)\n"},
      {"x <a title='>' href='y'>a</a>", "paragraph: x link[y \">\"](a)\n"},
  });
}

TEST(RawHtml, OtherTagsVanishAndTheirTextStays) {
  expect_all({
      {"a <span class=x>b</span> <font>c</font> <blink>d</blink> <x-y>e</x-y>",
       "paragraph: a b c d e\n"},
      {"a <form><input value=v><button onclick=x>b</button></form>", "paragraph: a b\n"},
      {"a </b></nothing> b", "paragraph: a  b\n"},
      {"<span></span>", ""},
      {"a <!-- c --> b <?p x?> c <!DOCTYPE x> d <![CDATA[e]]> f", "paragraph: a  b  c  d  f\n"},
      {"a <a>b</a> <a name=x>c</a>", "paragraph: a b c\n"},
      {"x <img alt=a> <b></b>y", "paragraph: x a y\n"},
  });
}

TEST(RawHtml, TagsThatDoNotNestAreMadeToNest) {
  expect_all({
      {"x <b>*a</b>* c", "paragraph: x bold[emphasis[a]] c\n"},
      {"*<b>a* c</b>", "paragraph: emphasis[bold[a]] c\n"},
      {"x <b>a <i>b</b> c</i>", "paragraph: x bold[a italic[b]] c\n"},
      {"x <b>a\n\nb", "paragraph: x bold[a]\nparagraph: b\n"},
      {"x <b>*a", "paragraph: x bold[*a]\n"},
      {"- x <b>a\n- b", "list tight\n  item\n    paragraph: x bold[a]\n  item\n    paragraph: b\n"},
      {"|<b>a|b|\n|-|-|", "table\n  row\n    cell: bold[a]\n    cell: b\n"},
      {"x <code>a *b* <i>c</i><br>d</code>", "paragraph: x code[a b c d]\n"},
      {"![a <b>c</b><br>d <img alt=e>](f)", "paragraph: image[f](a c d e)\n"},
  });
}

TEST(RawHtml, ALinkHasNoLinkInIt) {
  expect_all({
      {"x <a href=a>https://b.c [d](e) f</a>", "paragraph: x link[a](https://b.c d f)\n"},
      {"[a <a href=b>c</a> d](e)", "paragraph: link[e](a c d)\n"},
  });
}

TEST(RawHtml, BlocksOfHtmlBecomeParagraphsOfTheirText) {
  expect_all({
      {"<div>\n  a *b*\n  c &amp; d\n</div>", "paragraph: a *b*|c & d\n"},
      {"<p>a</p><p>b</p>", "paragraph: a\nparagraph: b\n"},
      {"<table><tr><td>a<td>b</table>", "paragraph: a\nparagraph: b\n"},
      {"<pre>\na\n\n  b\nc\n</pre>", "paragraph: a\nparagraph: b|c\n"},
      {"<a href=b>\nc\n</a>", "paragraph: link[b](c)\n"},
      {"<div>a<b>b<p>c</div>", "paragraph: abold[b]\nparagraph: c\n"},
      {"> <div>\n> a\n> </div>", "quote\n  paragraph: a\n"},
      {"- <div>a</div>", "list tight\n  item\n    paragraph: a\n"},
      {"<div>a < b > c <3 <</div>", "paragraph: a < b > c <3 <\n"},
      {"<div id=\"a\nb", ""},
      {"<hr>\n", ""},
      {"<!-- a\n\nb -->c\n\nd", "paragraph: c\nparagraph: d\n"},
      {"<div><!-- a\n\nb\n\n--> c", "paragraph: c\n"},
  });
}

TEST(RawHtml, ScriptAndItsLikeVanishWithTheirContentAndAWarning) {
  const struct {
    const char *markdown, *blocks, *diagnostics;
  } cases[] = {
      {"a <script>x *y* [z](w)</script> b", "paragraph: a  b\n",
       "a.md:1:3: warning: a <script> was left out\n"},
      {"<script>\nx\n\ny\n</script>\n\nb", "paragraph: b\n",
       "a.md:1:1: warning: a <script> was left out\n"},
      {"<style>p{}</style>a", "paragraph: a\n", "a.md:1:1: warning: a <style> was left out\n"},
      {"a <SCRIPT SRC=x>y</ScRiPt >b", "paragraph: a b\n",
       "a.md:1:3: warning: a <script> was left out\n"},
      {"<div><script>\n\nx\n\n> *y*\n\n- z\n\n```\ncode\n```\n\n---\n\n</script></div>\n\nb",
       "paragraph: b\n", "a.md:1:6: warning: a <script> was left out\n"},
      {"a <script>b\n\nc", "paragraph: a\nparagraph: c\n",
       "a.md:1:3: warning: a <script> was left out\n"},
      {"a *<script>b* c\n\nd", "paragraph: a\nparagraph: d\n",
       "a.md:1:4: warning: a <script> was left out\n"},
      {"a <svg><svg></svg>b</svg>c", "paragraph: a c\n",
       "a.md:1:3: warning: a <svg> was left out\n"},
      {"a <svg><svg>b</svg>c", "paragraph: a c\n", "a.md:1:3: warning: a <svg> was left out\n"},
      {"a <script><!--</script>b-->c", "paragraph: a b-->c\n",
       "a.md:1:3: warning: a <script> was left out\n"},
      {"> a <script>b\n> c</script> d\n\ne", "quote\n  paragraph: a  d\nparagraph: e\n",
       "a.md:1:5: warning: a <script> was left out\n"},
      {"# <title>a</title>\n\nb", "paragraph: b\n", "a.md:1:3: warning: a <title> was left out\n"},
  };
  for (const auto& c : cases) {
    Diagnostics diagnostics;
    EXPECT_EQ(parsed(c.markdown, diagnostics), c.blocks) << c.markdown;
    EXPECT_EQ(outline(diagnostics), c.diagnostics) << c.markdown;
  }
  for (const char* name : {"template", "iframe", "object", "noscript", "textarea", "math"}) {
    Diagnostics diagnostics;
    const std::string tag = name;
    EXPECT_EQ(parsed("a <" + tag + ">b</" + tag + "> c", diagnostics), "paragraph: a  c\n");
    EXPECT_EQ(diagnostics.size(), 1u) << name;
  }
}

TEST(RawHtml, RefusedAddressesBecomeTextWithAWarning) {
  const struct {
    const char *markdown, *blocks;
  } cases[] = {
      {"x <a href=\"javascript:a\">b</a> c", "paragraph: x b c\n"},
      {"x <a href='java&#10;script:a'>b</a> c", "paragraph: x b c\n"},
      {"x <a href=JAVASCRIPT&colon;a>b</a> c", "paragraph: x b c\n"},
      {"x <img src=javascript:a alt=b> c", "paragraph: x b c\n"},
  };
  for (const auto& c : cases) {
    Diagnostics diagnostics;
    EXPECT_EQ(parsed(c.markdown, diagnostics), c.blocks) << c.markdown;
    ASSERT_EQ(diagnostics.size(), 1u) << c.markdown;
    EXPECT_EQ(diagnostics[0].place, (Place{1, 3}));
  }
}

TEST(RawHtml, SizesOfImagesAreWholePixels) {
  const struct {
    const char* value;
    int pixels;
  } cases[] = {{"640", 640}, {"640px", 640}, {"50%", 0},       {"", 0},
               {"-1", 0},    {"1e9", 0},     {"123456789", 0}, {"0", 0}};
  for (const auto& c : cases)
    EXPECT_EQ(pixels(c.value), c.pixels) << c.value;
}

}  // namespace
}  // namespace lectern::ingest
