// SPDX-License-Identifier: MIT
// Parts of the layout that stand alone: columns of a table, directions, and a long page laid out in part.
#include <gtest/gtest.h>

#include "layout/direction.hpp"
#include "layout/page_layout.hpp"
#include "layout/table_layout.hpp"

namespace lectern::layout {
namespace {

TEST(Columns, AreAsWideAsTheirTextWhereThereIsRoom) {
  EXPECT_EQ(column_widths({{10, 40}, {20, 60.5f}}, 200), (std::vector<float>{40, 61}));
  EXPECT_EQ(column_widths({{10, 40}, {20, 60}}, 100), (std::vector<float>{40, 60}));
}

TEST(Columns, ShareWhatIsLeftByWhatTheyAskFor) {
  // 30 at least, 60 more for a wish of 30 and one of 150.
  EXPECT_EQ(column_widths({{10, 40}, {20, 170}}, 90), (std::vector<float>{20, 70}));
}

TEST(Columns, ScrollWhenNotEvenTheirWordsFit) {
  EXPECT_FALSE(column_widths({{60, 60}, {60, 60}}, 100));
  EXPECT_TRUE(column_widths({}, 0));
}

TEST(Directions, OfTexts) {
  EXPECT_EQ(direction_of_text("14 November"), "ltr");
  EXPECT_EQ(direction_of_text("«14» نجوم and Latin"), "rtl");
  EXPECT_EQ(direction_of_text("שלום"), "rtl");
  EXPECT_EQ(direction_of_text("हिन्दी"), "ltr");
  EXPECT_EQ(direction_of_text("一字"), "ltr");
  EXPECT_EQ(direction_of_text("… 14 – "), "");
}

TEST(Headings, HaveANameEachThatALinkCanLeadTo) {
  model::Article article;
  article.title = "T";
  const std::string longest(100, 'x');
  for (const char* text : {"Low tide", "Low tide", "low tide 2", "Low tide", "fn-1", longest.c_str(),
                           longest.c_str(), "…"}) {
    model::Block heading;
    heading.kind = model::BlockKind::heading;
    heading.level = 2;
    heading.inlines.emplace_back().text = text;
    article.body.push_back(std::move(heading));
  }
  std::vector<std::string> names;
  for (const Node& node : build_article_page(article, {}, {}).nodes) {
    if (node.element == Element::heading) names.push_back(node.id);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"low-tide", "low-tide-2", "low-tide-2-2", "low-tide-3",
                                             "part-fn-1", std::string(80, 'x'),
                                             std::string(80, 'x') + "-2", "article"}));
}

class LongPage : public testing::Test {
 protected:
  void SetUp() override {
    model::Article article;
    article.title = "T";
    article.lang = "en";
    for (int i = 0; i < 100; ++i) {
      model::Block paragraph;
      model::Inline text;
      text.text = "Words of a paragraph.";
      paragraph.inlines.push_back(std::move(text));
      article.body.push_back(std::move(paragraph));
    }
    model::PageContext context;
    context.site_title = "S";
    tree = build_article_page(article, context, {});
    while (tree.nodes[static_cast<size_t>(body)].element != Element::body) ++body;
    body_end = tree.nodes[static_cast<size_t>(body)].end;
  }
  void lay_out(const Band& band) {
    prepare_band(prepared, tree, band, metrics_of(viewport), measurer);
    page = layout_page(tree, prepared, viewport, [](int, float) { return 50.0f; }, band);
  }
  const Box& box(int node) const { return page.boxes[static_cast<size_t>(node)]; }

  FakeMeasurer measurer;
  Viewport viewport{1000, 16};
  PageTree tree;
  PreparedPage prepared;
  PageLayout page;
  int body = 0, body_end = 0;
};

TEST_F(LongPage, MeasuresAndPlacesWhatIsNearAlone) {
  lay_out({body, body_end, body + 41, body + 51});
  int far = 0, placed = 0;
  for (int i = body + 1; i < body_end; ++i) {
    far += box(i).far;
    placed += box(i).line_count > 0;
    EXPECT_EQ(prepared.texts[static_cast<size_t>(i)].ready, !box(i).far);
  }
  EXPECT_EQ(far, 90);
  EXPECT_EQ(placed, 10);
  EXPECT_TRUE(box(body).cut);
  EXPECT_GT(box(body_end).rect.height, 0) << "what follows the body is always there";
  lay_out({body, body_end, body + 61, body + 71});
  EXPECT_FALSE(prepared.texts[static_cast<size_t>(body + 45)].ready) << "left behind, forgotten";
}

TEST_F(LongPage, StandsWhereTheBrowserHasIt) {
  lay_out({body, body_end, body + 41, body + 51});
  ASSERT_GE(page.segments.size(), 2u);
  EXPECT_EQ(page.segments[0].node, body + 41);
  int lead = 0;
  while (tree.nodes[static_cast<size_t>(lead)].element != Element::lead) ++lead;
  const float lead_top = box(lead).rect.y;
  std::vector<float> tops;
  for (size_t i = 0; i < page.segments.size(); ++i) {
    tops.push_back(5000.0f + 1000 * static_cast<float>(i));
  }
  EXPECT_TRUE(settle(page, tree, tops));
  EXPECT_FLOAT_EQ(box(body + 41).rect.y, 5000);
  const Line& line = page.lines[static_cast<size_t>(box(body + 42).first_line)];
  EXPECT_NEAR(line.top, box(body + 42).rect.y, 10);
  EXPECT_FLOAT_EQ(box(body).rect.y, 5000);  // as far as it is known
  EXPECT_FLOAT_EQ(box(lead).rect.y, lead_top) << "the margin that it begins with is its own";
  EXPECT_FALSE(settle(page, tree, tops)) << "nothing has moved since";
  tops[0] += 7;
  EXPECT_TRUE(settle(page, tree, tops));
  EXPECT_FLOAT_EQ(box(body + 41).rect.y, 5007);
}

TEST_F(LongPage, IsTheSameAsTheWholeWhenAllIsNear) {
  lay_out({});
  const PageLayout whole = page;
  lay_out({body, body_end, body, body_end});
  EXPECT_TRUE(page.segments.empty());
  for (size_t i = 0; i < whole.boxes.size(); ++i) EXPECT_EQ(whole.boxes[i].rect, page.boxes[i].rect);
}

// A table's lines are laid out before the table has its place.
TEST(LongPageOfTables, LinesStandWithTheTableThatIsNearFirst) {
  FakeMeasurer measurer;
  model::Article article;
  article.title = "T";
  article.lang = "en";
  for (int i = 0; i < 20; ++i) {
    model::Block table, row, cell;
    table.kind = model::BlockKind::table;
    row.kind = model::BlockKind::row;
    cell.kind = model::BlockKind::cell;
    model::Inline text;
    text.text = "Words";
    cell.inlines.push_back(text);
    row.children = {cell, cell};
    table.children = {row, row};
    article.body.push_back(table);
  }
  const PageTree tree = build_article_page(article, {}, {});
  const Viewport viewport{1000, 16};
  int body = 0, table = 0;
  while (tree.nodes[static_cast<size_t>(body)].element != Element::body) ++body;
  const int body_end = tree.nodes[static_cast<size_t>(body)].end;
  for (table = body + 1; table < body + (body_end - body) / 2;) table = tree.nodes[static_cast<size_t>(table)].end;
  const Band band{body, body_end, table, tree.nodes[static_cast<size_t>(table)].end};
  PreparedPage prepared;
  prepare_band(prepared, tree, band, metrics_of(viewport), measurer);
  PageLayout page = layout_page(tree, prepared, viewport, [](int, float) { return 50.0f; }, band);
  ASSERT_GE(page.segments.size(), 2u);
  ASSERT_EQ(page.segments[0].node, table);
  std::vector<float> tops;
  for (const Segment& segment : page.segments) tops.push_back(segment.top_px + 3000);
  ASSERT_TRUE(settle(page, tree, tops));
  const Box& cell = page.boxes[static_cast<size_t>(table) + 2];
  const Line& line = page.lines[static_cast<size_t>(cell.first_line)];
  EXPECT_GE(line.top, cell.rect.y);
  EXPECT_LE(line.top + line.height, cell.rect.bottom());
}

TEST(RightToLeft, IsTheMirrorOfLeftToRight) {
  FakeMeasurer measurer;
  model::Article article;
  article.title = "T";
  model::PageContext context;
  context.site_title = "Site";
  context.columns.push_back({{"Column"}, "c/", 0, false});
  const Viewport viewport{1200, 16};
  PageLayout pages[2];
  PageTree tree;
  for (const bool rtl : {false, true}) {
    article.dir = rtl ? "rtl" : "ltr";
    tree = build_article_page(article, context, {});
    const PreparedPage prepared = prepare_page(tree, metrics_of(viewport), measurer);
    pages[rtl] = layout_page(tree, prepared, viewport, [](int, float) { return 20.0f; });
  }
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].element != Element::side && tree.nodes[i].element != Element::column_item) continue;
    EXPECT_FLOAT_EQ(pages[1].boxes[i].rect.right(), 1200 - pages[0].boxes[i].rect.x);
  }
}

}  // namespace
}  // namespace lectern::layout
