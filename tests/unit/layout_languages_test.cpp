// SPDX-License-Identifier: MIT
// The row of links to an article in other languages: where it stands, and that it is drawn.
#include "layout/page_layout.hpp"
#include "view_fixture.hpp"

namespace lectern::view {
namespace {

class LanguagesTest : public ViewTest {
 protected:
  void build_with(std::vector<model::Link> translations) {
    model::PageContext around = context();
    around.site_lang = "en";
    around.translations = std::move(translations);
    model::Article of = article();
    of.published = "2026-01-02T00:00:00Z";
    layout::FakeMeasurer measurer;
    const layout::Viewport viewport{1200, 16};
    tree = layout::build_article_page(of, around, reader);
    prepared = layout::prepare_page(tree, layout::metrics_of(viewport), measurer);
    page = layout::layout_page(tree, prepared, viewport, [](int, float) { return 40.0f; });
    height = page.height;
  }
};

TEST_F(LanguagesTest, StandBesideEachOtherUnderTheDate) {
  build_with({{"Deutsch", "../d/", "", false, "de"}, {"Français", "../f/", "", false, "fr"}});
  const int row = node_of(Element::languages), first = row + 1, second = row + 2;
  ASSERT_EQ(tree.nodes[static_cast<size_t>(row)].end, row + 3);
  EXPECT_EQ(tree.nodes[static_cast<size_t>(row)].label, "In other languages");
  EXPECT_EQ(tree.nodes[static_cast<size_t>(second)].lang, "fr");
  EXPECT_GE(rect_of(first).y, rect_of(node_of(Element::dateline)).bottom());
  EXPECT_EQ(rect_of(first).y, rect_of(second).y);
  EXPECT_GT(rect_of(second).x, rect_of(first).x + rect_of(first).width);
  draw_settled();
  EXPECT_TRUE(is_painted(first));
  EXPECT_TRUE(is_painted(second));
  expect_asked("Deutsch", Color::accent, Color::paper);
}

TEST_F(LanguagesTest, StandInThePagesOrderWhicheverWayTheyAreWritten) {
  build_with({{"العربية", "../a/", "", false, "ar"}, {"Deutsch", "../d/", "", false, "de"}});
  const int row = node_of(Element::languages);
  EXPECT_GT(rect_of(row + 2).x, rect_of(row + 1).x);
  draw_settled();
  EXPECT_TRUE(is_painted(row + 1));
  EXPECT_TRUE(is_painted(row + 2));
}

TEST_F(LanguagesTest, AreNotThereForAnArticleInOne) {
  build_with({});
  for (const layout::Node& node : tree.nodes)
    EXPECT_NE(node.element, Element::languages);
}

}  // namespace
}  // namespace lectern::view
