// SPDX-License-Identifier: MIT
// Details that open and close, footnotes and their links, corrections: as nodes of the page.
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"
#include "layout/page_layout.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::layout {
namespace {

model::Article article(std::string_view markdown) {
  Diagnostics diagnostics;
  model::Article article;
  article.title = "T";
  article.lang = "en";
  article.body = ingest::parse_markdown(markdown, "a.md", {1, 1}, diagnostics);
  return article;
}

PageTree page(std::string_view markdown, const std::string& site_lang = "en") {
  model::PageContext context;
  context.site_title = "S";
  context.site_lang = site_lang;
  return build_article_page(article(markdown), context, {});
}

// The text of the nodes inside the body that have a place.
std::string shown(const PageTree& tree) {
  std::string out;
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    const Node& node = tree.nodes[i];
    const bool of_body = node.element == Element::paragraph || node.element == Element::summary;
    if (of_body && !node.is_away()) out += model::text_of(node.inlines) + ' ';
  }
  return out;
}

std::vector<int> all(const PageTree& tree, Element element) {
  std::vector<int> out;
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].element == element) out.push_back(static_cast<int>(i));
  }
  return out;
}

constexpr std::string_view kNested =
    "<details><summary>A</summary><p>a</p>"
    "<details open><summary>B</summary><p>b</p></details>"
    "<details><summary>C</summary><p>c</p></details></details>\n\nend";

TEST(Details, ShowTheirSummaryAloneUntilTheyAreOpened) {
  PageTree tree = page(kNested);
  const std::vector<int> details = all(tree, Element::details);
  ASSERT_EQ(details.size(), 3u);
  EXPECT_EQ(shown(tree), "A end ");
  EXPECT_TRUE(set_open(tree, details[0], true));
  EXPECT_EQ(shown(tree), "A a B b C end ");
  EXPECT_FALSE(set_open(tree, details[0], true));
  EXPECT_TRUE(set_open(tree, details[2], true));
  EXPECT_EQ(shown(tree), "A a B b C c end ");
}

TEST(Details, KeepTheStateOfThoseInsideWhileTheyAreClosed) {
  PageTree tree = page(kNested);
  const std::vector<int> details = all(tree, Element::details);
  EXPECT_TRUE(set_open(tree, details[1], false));
  EXPECT_EQ(shown(tree), "A end ");
  EXPECT_TRUE(set_open(tree, details[0], true));
  EXPECT_EQ(shown(tree), "A a B C end ");
  EXPECT_TRUE(set_open(tree, details[0], false));
  EXPECT_TRUE(set_open(tree, details[0], true));
  EXPECT_EQ(shown(tree), "A a B C end ");
}

TEST(Details, AreNoneOfOtherNodes) {
  PageTree tree = page("a");
  EXPECT_FALSE(set_open(tree, 0, true));
  EXPECT_FALSE(tree.nodes[0].open);
}

TEST(Details, ThatAreClosedTakeNoRoom) {
  PageTree tree = page(kNested);
  FakeMeasurer measurer;
  const Viewport viewport{800, 16};
  const PreparedPage prepared = prepare_page(tree, metrics_of(viewport), measurer);
  const auto height = [&] { return layout_page(tree, prepared, viewport, {}).height; };
  const float closed = height();
  const int details = all(tree, Element::details)[0];
  set_open(tree, details, true);
  // Three paragraphs and two summaries of 31 px, each 20 px below what is above it, less one closed.
  EXPECT_FLOAT_EQ(height(), closed + 4 * 31 + 4 * 20);
  set_open(tree, details, false);
  EXPECT_FLOAT_EQ(height(), closed);
}

TEST(Details, AreWrittenWithTheirStateAndNumbers) {
  PageTree tree = page("<details open><summary>A</summary>\n\na\n\n</details>");
  const int details = all(tree, Element::details)[0];
  const std::string number = std::to_string(details);
  const std::string html = semantics::write_page(tree);
  EXPECT_NE(html.find("<details data-block=\"" + number + "\" open>\n<summary data-block="),
            std::string::npos);
}

TEST(FootnotesOfAPage, HaveLinksThereAndBack) {
  const PageTree tree = page("a[^a] b[^a]\n\n[^a]: note", "de");
  const std::string html = semantics::write_page(tree);
  const char* parts[] = {
      "a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup> b",
      "<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\">1</a></sup>",
      "aria-label=\"Fußnoten\">\n<ol",
      " id=\"fn-1\">",
      "note\u00A0<a href=\"#fnref-1\" aria-label=\"Zurück zur Stelle 1\">↩</a></p>",
  };
  size_t at = 0;
  for (const char* part : parts) {
    at = html.find(part, at);
    EXPECT_NE(at, std::string::npos) << part;
  }
}

TEST(FootnotesOfAPage, AreLinksThatThePointerFinds) {
  const PageTree tree = page("a [b](c) d[^a]\n\n[^a]: note");
  FakeMeasurer measurer;
  const Viewport viewport{800, 16};
  const PreparedPage prepared = prepare_page(tree, metrics_of(viewport), measurer);
  const PageLayout layout = layout_page(tree, prepared, viewport, {});
  const std::vector<int> paragraphs = all(tree, Element::paragraph);
  ASSERT_EQ(paragraphs.size(), 2u);
  for (const Target& target : {Target{paragraphs[0], 1}, Target{paragraphs[1], 0}}) {
    const auto rects = target_rects(tree, prepared, layout, target);
    ASSERT_EQ(rects.size(), 1u);
    EXPECT_EQ(hit_test(tree, prepared, layout, rects[0].x + 1, rects[0].y + 1), target);
  }
}

TEST(Corrections, StandAfterTheBodyWithTheirDates) {
  model::Article of = article("end");
  of.corrections = {{"2026-05-10", "First."}, {"", "Second."}};
  const std::string html = semantics::write_page(build_article_page(of, {}, {}));
  const size_t section = html.find("<section class=\"corrections\"");
  ASSERT_NE(section, std::string::npos);
  EXPECT_GT(section, html.find("end</p>"));
  EXPECT_NE(html.find("aria-label=\"Corrections\"", section), std::string::npos);
  EXPECT_NE(html.find("<time datetime=\"2026-05-10\">10 May 2026</time>: First.</p>", section),
            std::string::npos);
  EXPECT_NE(html.find(">Second.</p>", section), std::string::npos);
  EXPECT_EQ(semantics::write_page(page("end")).find("corrections"), std::string::npos);
}

TEST(LeadImage, TellsItsCreditFromItsCaption) {
  const struct {
    const char *caption, *credit, *html;
  } cases[] = {
      {"A caption.", "Agency", ">A caption. <small>Agency</small></figcaption>"},
      {"A caption.", "", ">A caption.</figcaption>"},
      {"", "Agency", "><small>Agency</small></figcaption>"},
  };
  for (const auto& c : cases) {
    model::Article of = article("end");
    of.image.src = "a.jpg";
    of.image.caption = c.caption;
    of.image.credit = c.credit;
    const std::string html = semantics::write_page(build_article_page(of, {}, {}));
    EXPECT_NE(html.find(c.html), std::string::npos) << html.substr(html.find("<figure"), 300);
  }
}

TEST(Headings, HaveAStyleForEachLevel) {
  const PageTree tree = page("# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6");
  const TextStyle styles[] = {TextStyle::heading2, TextStyle::heading2, TextStyle::heading3,
                              TextStyle::heading4, TextStyle::heading5, TextStyle::heading6};
  const std::vector<int> headings = all(tree, Element::heading);
  ASSERT_EQ(headings.size(), std::size(styles));
  for (size_t i = 0; i < headings.size(); ++i) {
    EXPECT_EQ(tree.nodes[static_cast<size_t>(headings[i])].style, styles[i]) << i;
  }
}

}  // namespace
}  // namespace lectern::layout
