// SPDX-License-Identifier: MIT
// HTML as blocks: a table of pieces of HTML and what becomes of them.
#include <gtest/gtest.h>

#include "ingest/import/html_blocks.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

std::string parsed(std::string_view html, Diagnostics& diagnostics) {
  Report report("a.html", diagnostics);
  const PlaceIndex places(html, {1, 1});
  return outline(blocks_of_html(html, {places, report}));
}

struct Case {
  const char *html, *blocks, *said = "";
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    EXPECT_EQ(parsed(c.html, diagnostics), c.blocks) << c.html;
    EXPECT_EQ(outline(diagnostics), c.said) << c.html;
  }
}

TEST(ImportHtml, ATagHasSoManyAttributesAndNoMore) {
  std::string many;
  for (int i = 0; i < 199; ++i) many += " a" + std::to_string(i) + "=\"b > c\"";
  expect_all({{("<p>Before <a" + many + " href=/x>link</a>").c_str(), "paragraph: Before link[/x](link)\n"}});
  Diagnostics diagnostics;
  const std::string tail = " b c=d e='f' href=/x>link</a> and after";
  const std::string text = parsed("<p>Before\n<a" + many + " last" + tail, diagnostics);
  EXPECT_NE(text.find("link and after"), std::string::npos) << text;
  EXPECT_EQ(text.find("/x"), std::string::npos) << text;
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].sentence, "this tag has more than 200 attributes; the others are left out");
  EXPECT_EQ(diagnostics[0].place.line, 2);
}

TEST(ImportHtml, Blocks) {
  expect_all({
      {"", ""},
      {"loose text", "paragraph: loose text\n"},
      {"<h2>Title</h2><p>One\n  two</p><p>three",
       "heading 2: Title\nparagraph: One two\nparagraph: three\n"},
      {"<div>a<div>b</div>c</div>", "paragraph: a\nparagraph: b\nparagraph: c\n"},
      {"<p>a</p><hr><p>b</p>", "paragraph: a\nrule\nparagraph: b\n"},
      {"<blockquote><p>a</p><p>b</p></blockquote>", "quote\n  paragraph: a\n  paragraph: b\n"},
      {"<ul><li>a<li>b<ul><li>c</ul></ul>",
       "list tight\n  item\n    paragraph: a\n  item\n    paragraph: b\n    list tight\n      "
       "item\n        paragraph: c\n"},
      {"<ol start=3><li><p>a</p></li></ol>", "list 3\n  item\n    paragraph: a\n"},
      {"<ul><li><input type=checkbox checked> done<li><input type=checkbox> open</ul>",
       "list tight\n  item [x]\n    paragraph: done\n  item [ ]\n    paragraph: open\n"},
      {"<ul><ul><li>a</ul></ul>",
       "list tight\n  item\n    list tight\n      item\n        paragraph: a\n"},
      {"<pre><code class=\"x language-cpp\">a &lt; b\n  c</code></pre>",
       "code (cpp): a < b\n  c\n"},
      {"<dl><dt>Term<dd>Meaning</dl>",
       "definitions tight\n  term: Term\n  definition\n    paragraph: Meaning\n"},
      {"<dl><div><dt>A<dt>B<dd><p>1<dd>2</div><p>c</dl>",
       "definitions\n  term: A\n  term: B\n  definition\n    paragraph: 1\n  definition\n    paragraph: 2\n"
       "  definition\n    paragraph: c\n"},
      {"<dt>Term<dd>Meaning", "paragraph: strong[Term]\nparagraph: Meaning\n"},
      {"<blockquote><p>a</p><footer>\u2014 B <i>c</i></footer></blockquote>", "quote: B italic[c]\n  paragraph: a\n"},
      {"<blockquote><p>a</p><cite>B</cite></blockquote>", "quote: B\n  paragraph: a\n"},
      {"<blockquote>a <cite>B</cite></blockquote>", "quote\n  paragraph: a citation[B]\n"},
      {"<blockquote><p>a.</p><p>\u2013 B</p></blockquote>", "quote: B\n  paragraph: a.\n"},
      {"<figure class=wp-block-pullquote><blockquote><p>a</p><cite>B</cite></blockquote></figure>",
       "quote pull: B\n  paragraph: a\n"},
      {"<blockquote class=kg-blockquote-alt>a</blockquote>", "quote pull\n  paragraph: a\n"},
      {"<details open><summary>S <b>x</b></summary><p>a</p></details>",
       "details open: S bold[x]\n  paragraph: a\n"},
      {"<figure><img src=a.png alt=A><figcaption>Cap</figcaption></figure>",
       "figure: Cap\n  paragraph: image[a.png](A)\n"},
      {"<figcaption>alone</figcaption>", "paragraph: alone\n"},
      {"<h3><div>a</div><div>b</div></h3>", "heading 3: a||b\n"},
  });
}

TEST(ImportHtml, Inlines) {
  expect_all({
      {"<p>a <b>b</b> <i> c</i><em>d</em></p>", "paragraph: a bold[b] italic[c]emphasis[d]\n"},
      {"<p>a<strong> b </strong> c</p>", "paragraph: astrong[ b] c\n"},
      {"<p><a href=\"/x?a&amp;b\" title=\"t\">l</a> <a name=n>n</a></p>",
       "paragraph: link[/x?a&b \"t\"](l) n\n"},
      {"<p>a<br>b</p>", "paragraph: a||b\n"},
      {"<p>a<br><br>b<br></p>", "paragraph: a\nparagraph: b\n"},
      {"<p><code>x  y</code> <kbd>K</kbd> <q>q</q> <abbr title=T>t</abbr></p>",
       "paragraph: code[x y] keyboard[K] quotation[q] abbreviation[t \"T\"]\n"},
      {"<p><ruby>東<rt>とう<rt>ひがし</ruby>", "paragraph: ruby[東rubyText[とう]rubyText[ひがし]]\n"},
      {"<p>a<font color=red> b</font><custom-one>c</custom-one></p>", "paragraph: a bc\n"},
      {"<a href=x><p>a</p><p>b</p></a>", "paragraph: link[x](a)\nparagraph: link[x](b)\n"},
      {"<p><b>a<p>b</b>c", "paragraph: bold[a]\nparagraph: bold[b]c\n"},
      {"<img data-src=b.png src=\"data:image/gif;base64,R0\" alt=B width=40 height=30>",
       "paragraph: image[b.png](B)\n"},
      {"&eacute;&nbsp;&copy", "paragraph: \xC3\xA9\xC2\xA0\xC2\xA9\n"},
  });
}

TEST(ImportHtml, Tables) {
  expect_all({
      {"<table><tr><th>A<th align=right>B<tr><td>1<td style='text-align: right'>2</table>",
       "table\n  row\n    cell: A\n    cell right: B\n  row\n    cell: 1\n    cell right: 2\n"},
      {"<table><caption>Cap</caption><tr><td colspan=2>wide<tr><td>1<td>2</table>",
       "figure: Cap\n  table\n    row\n      cell: wide\n      cell\n    row\n      cell: 1\n      "
       "cell: 2\n"},
      {"<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d</table>",
       "table\n  row\n    cell: a\n    cell: b\n  row\n    cell\n    cell: c\n  row\n    cell: d\n "
       "   cell\n"},
      {"<table><tr><td><p>a</p><p>b</p><td>c</table>",
       "table\n  row\n    cell: a||b\n    cell: c\n"},
      // Tables that lay out a page.
      {"<table><tr><td><h2>T</h2>a<td>b</table>", "heading 2: T\nparagraph: a\nparagraph: b\n"},
      {"<table role=presentation><tr><td>a<td>b</table>", "paragraph: a\nparagraph: b\n"},
      {"<table><tr><td>a</table>", "paragraph: a\n"},
  });
}

TEST(ImportHtml, SoundsAndFilmsStandInTheirPlaceAndFramesAreLinks) {
  expect_all({
      {"<p>a<audio controls src=b.mp3 title=B></audio>c</p>",
       "paragraph: a\nparagraph: image[b.mp3](B)\nparagraph: c\n"},
      {"<figure><video width=640 height=360><source src=f.MP4?x></video><figcaption>F</figcaption></figure>",
       "figure: F\n  paragraph: image[f.MP4?x]()\n"},
      {"<div><iframe src='https://film.example/embed/1' title='A film'></iframe></div>",
       "paragraph: link[https://film.example/embed/1](A film)\n"},
      {"<a href=/x>a<iframe src=//film.example></iframe></a>",
       "paragraph: link[/x](a)\nparagraph: link[/x](film.example)\n"},
      {"<iframe src=//film.example/embed/1></iframe>", "paragraph: link[https://film.example/embed/1](film.example)\n"},
  });
}

TEST(ImportHtml, WhatIsNotAllowedVanishes) {
  expect_all({
      {"<script>a()</script><p>x</p>\n<script>b('<p>y</p>')</script><style>p{}</style>",
       "paragraph: x\n",
       "a.html:1:1: warning: a <script> was left out\na.html:2:31: warning: a <style> was left "
       "out\n"},
      {"<p>a<iframe src=x>y</iframe>b<svg><text>z</text></svg><object>o</object><embed src=e></p>",
       "paragraph: ab\n",
       "a.html:1:5: warning: a <iframe> was left out\na.html:1:30: warning: a <svg> was left out\n"
       "a.html:1:55: warning: a <object> was left out\na.html:1:73: warning: a <embed> was left "
       "out\n"},
      {"<iframe src=//count.example/a width=1 height=1></iframe><video src=a.exe></video>", "",
       "a.html:1:1: warning: a <iframe> was left out\na.html:1:57: warning: a <video> was left out\n"},
      {"<p onclick=\"x()\"><a href=\"java\nscript:x\">l</a><img src=\"data:text/html,x\" "
       "alt=A></p>",
       "paragraph: lA\n",
       "a.html:1:18: warning: the link to \"java\xEF\xBF\xBDscript:x\" is left out and its text "
       "kept: only http, https, "
       "mailto, tel and relative links are allowed\n"
       "a.html:2:16: warning: the image to \"data:text/html,x\" is left out and its text kept: "
       "only http, https and "
       "relative images, and data: of png, jpeg, gif, webp, avif and bmp, are allowed\n"},
      {"<!-- <p>x</p> --><p>y<!-- z", "paragraph: y\n"},
  });
}

TEST(ImportHtml, CutOffAnywhere) {
  const std::string html =
      "<div><h2 class='a'>T</h2><ul><li><a "
      "href=\"x\">one</a><table><tr><td>c</td></tr></table></ul>"
      "<figure><img src=\"a.png\" alt='A &amp; "
      "B'><figcaption>d</figcaption></figure><pre>e</pre></div>";
  for (size_t end = 0; end <= html.size(); ++end) {
    Diagnostics diagnostics;
    parsed(std::string_view(html).substr(0, end), diagnostics);
    EXPECT_EQ(outline(diagnostics), "") << end;
  }
}

std::string repeated(std::string_view text, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i)
    out += text;
  return out;
}

TEST(ImportHtml, DepthIsBoundedAndTextStays) {
  for (const char* tag :
       {"<div>", "<b>", "<b id=x>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<span><p>",
        "<svg><title>", "<select><title></select><div>", "<a href=x><i>", "<button><p>",
        "<!--><div>", "<details>", "<figure>", "<math><mi>", "<div></span>"}) {
    Diagnostics diagnostics;
    const std::string blocks = parsed(repeated(tag, 30000) + "the text", diagnostics);
    EXPECT_FALSE(has_error(diagnostics)) << tag;
    const std::string_view name = tag;  // what is in svg, select and math vanishes
    if (!name.starts_with("<svg") && !name.starts_with("<select") && !name.starts_with("<math")) {
      EXPECT_NE(blocks.find("the text"), std::string::npos) << tag;
    }
  }
}

TEST(ImportHtml, MemoryIsBounded) {
  // Each paragraph opens all of them anew.
  std::string html = "<div>";
  for (int i = 0; i < 390; ++i)
    html += "<b id=" + std::to_string(i) + ">";
  html += "</div>" + repeated("<p>x", 100000);
  Diagnostics diagnostics;
  EXPECT_TRUE(parsed(html, diagnostics).empty());
  EXPECT_EQ(outline(diagnostics),
            "a.html:1:1: error: this HTML needs more memory than an article can\n");
}

TEST(ImportHtml, ALongAddressIsNotRepeatedWithoutEnd) {
  const std::string html =
      "<a href=\"" + std::string(100000, 'x') + "\">" + repeated("<div>y</div>", 2000) + "</a>";
  Diagnostics diagnostics;
  EXPECT_LT(parsed(html, diagnostics).size(), 5000000u);
}

}  // namespace
}  // namespace lectern::ingest
