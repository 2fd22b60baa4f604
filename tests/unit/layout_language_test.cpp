// SPDX-License-Identifier: MIT
// The language of each part of a page: in its HTML for those who hear it, and in its fonts, since what
// stands in for missing glyphs depends on it.
#include <gtest/gtest.h>

#include "layout/page_layout.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::layout {
namespace {

// An article in Hindi on a site in English, with stories in three languages beside it.
PageTree page() {
  model::Article article;
  article.title = "शून्य";
  article.lang = "hi";
  article.published = "2026-05-09";
  model::Block list;
  list.kind = model::BlockKind::list;
  for (const bool done : {true, false}) {
    model::Block item;
    item.kind = model::BlockKind::item;
    item.task = true;
    item.checked = done;
    list.children.push_back(item);
  }
  article.body.push_back(list);
  model::PageContext context;
  context.site_title = "Site";
  context.site_lang = "en";
  context.headlines = {{"शून्य", "./", "", true, "hi", ""},
                       {"Two", "../2/", "", false, "", ""},
                       {"星", "../3/", "", false, "zh", ""}};
  context.next = {"عنوان", "../4/", "", false, "ar", ""};
  return build_article_page(article, context, {});
}

std::string font_of_text(const PageTree& tree, std::string_view text) {
  FakeMeasurer measurer;
  const PreparedPage prepared = prepare_page(tree, metrics_of({1000, 16}), measurer);
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    const PreparedText& found = prepared.texts[i];
    if (found.text != text) continue;
    const std::string css = css_font(prepared.fonts[static_cast<size_t>(found.spans[0].font)]);
    return css.substr(0, css.find('|'));
  }
  return "?";
}

TEST(Languages, EachPartNamesItsOwnWhereItIsAnother) {
  const std::string html = semantics::write_page(page());
  for (const char* part : {"lang=\"hi\"><a href=\"./\"", "lang=\"zh\"><a href=\"../3/\"", "lang=\"ar\"><a",
                           "class=\"side\" data-block=", "aria-label=\"Done\" lang=\"en\"",
                           "aria-label=\"To do\" lang=\"en\""}) {
    EXPECT_NE(html.find(part), std::string::npos) << part;
  }
  const size_t side = html.find("class=\"side\"");
  EXPECT_EQ(html.substr(html.find("lang=", side), 9), "lang=\"en\"");
  EXPECT_EQ(html.find("lang=\"en\"><a href=\"../2/\""), std::string::npos) << "what is around it says so";
  const size_t date = html.find("class=\"dateline\"");
  EXPECT_LT(html.find("lang=\"en\"", date), html.find("9 May 2026", date));
}

TEST(Languages, AreThoseOfTheFonts) {
  const PageTree tree = page();
  EXPECT_EQ(font_of_text(tree, "शून्य"), "") << "the page's";
  EXPECT_EQ(font_of_text(tree, "Two"), "en");
  EXPECT_EQ(font_of_text(tree, "星"), "zh");
}

TEST(Languages, OfOneLanguageNothingIsNamed) {
  model::Article article;
  article.title = "T";
  model::PageContext context;
  context.site_lang = "en";
  context.headlines = {{"T", "./", "", true, ""}};
  EXPECT_EQ(semantics::write_page(build_article_page(article, context, {})).find("lang="), std::string::npos);
}

}  // namespace
}  // namespace lectern::layout
