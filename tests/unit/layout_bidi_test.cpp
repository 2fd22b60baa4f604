// SPDX-License-Identifier: MIT
// Lines in both directions, and words without spaces between them, with advances that can be worked out by
// hand: half the font's size for each character. Letters א to ת stand for a right-to-left script.
#include <gtest/gtest.h>

#include "layout/line_break.hpp"
#include "layout/page_layout.hpp"

namespace lectern::layout {
namespace {

using model::InlineKind;

model::Inline words(std::string text) {
  model::Inline item;
  item.text = std::move(text);
  return item;
}
model::Inline within(InlineKind kind, std::string text) {
  model::Inline item;
  item.kind = kind;
  item.children.push_back(words(std::move(text)));
  return item;
}

struct Laid {
  PageTree tree;
  PreparedPage prepared;
  PageLayout page;
  size_t node = 0;  // of the paragraph

  const Box& box() const { return page.boxes[node]; }
  // Each line's runs from left to right; "‹" and "›" say which way one runs.
  std::vector<std::string> lines() const {
    std::vector<std::string> out;
    for (int l = 0; l < box().line_count; ++l) {
      const Line& line = page.lines[static_cast<size_t>(box().first_line + l)];
      std::string shown;
      for (int r = 0; r < line.run_count; ++r) {
        const Run& run = page.runs[static_cast<size_t>(line.first_run + r)];
        const std::string text = prepared.texts[node].text.substr(static_cast<size_t>(run.begin),
                                                                  static_cast<size_t>(run.end - run.begin));
        shown += (r ? " " : "") + (run.level % 2 ? "‹" + text : text + "›");
      }
      out.push_back(shown);
    }
    return out;
  }
};

Laid lay_out(std::string lang, model::Inlines inlines, float width = 1440) {
  model::Article article;
  article.title = "T";
  article.lang = std::move(lang);
  model::Block paragraph;
  paragraph.inlines = std::move(inlines);
  article.body.push_back(std::move(paragraph));
  Laid laid;
  laid.tree = build_article_page(article, {}, {});
  while (laid.tree.nodes[laid.node].element != Element::paragraph) ++laid.node;
  FakeMeasurer measurer;
  const Viewport viewport{width, 16};
  laid.prepared = prepare_page(laid.tree, metrics_of(viewport), measurer);
  laid.page = layout_page(laid.tree, laid.prepared, viewport, [](int, float) { return 50.0f; });
  return laid;
}

using Lines = std::vector<std::string>;

TEST(Bidi, TurnsRoundWhatRunsFromRightToLeft) {
  EXPECT_EQ(lay_out("en", {words("one אבג דה two")}).lines(), (Lines{"one› ‹אבג דה two›"}));
  EXPECT_EQ(lay_out("he", {words("אבג one two דה")}).lines(), (Lines{"‹דה one two› ‹אבג"}));
  // Numbers run from left to right, and stand where their neighbours' direction puts them.
  EXPECT_EQ(lay_out("he", {words("אב 12 גד")}).lines(), (Lines{"‹גד 12› ‹אב"}));
  EXPECT_EQ(lay_out("en", {words("x אב 12 גד y")}).lines(), (Lines{"x› ‹גד 12› ‹אב y›"}));
}

TEST(Bidi, KeepsWordsWholeThatMayHaveToBeBroken) {
  EXPECT_EQ(lay_out("he", {words("אב abcdefghijklmnopqrstuvw גד")}).lines(),
            (Lines{"‹גד abcdefghijklmnopqrstuvw› ‹אב"}));
}

TEST(Bidi, PutsSentencesEndsWhereThePageRuns) {
  EXPECT_EQ(lay_out("he", {words("Hello.")}).lines(), (Lines{"‹. Hello›"}));
  EXPECT_EQ(lay_out("en", {words("שלום.")}).lines(), (Lines{"‹שלום .›"}));
}

TEST(Bidi, KeepsStylesAndPlaces) {
  const Laid laid = lay_out("he", {words("אב "), within(InlineKind::strong, "גד"), words(" הו")});
  EXPECT_EQ(laid.lines(), (Lines{"‹הו ‹גד ‹אב"}));
  const Line& line = laid.page.lines[static_cast<size_t>(laid.box().first_line)];
  const auto run = [&](int i) { return laid.page.runs[static_cast<size_t>(line.first_run + i)]; };
  const float letter = run(0).width / 2, right = laid.box().rect.right();
  EXPECT_FLOAT_EQ(run(2).x + run(2).width, right);
  EXPECT_FLOAT_EQ(run(2).x - run(1).x, 3 * letter);
  EXPECT_FLOAT_EQ(line.x, right - 8 * letter);
  EXPECT_FLOAT_EQ(line.width, 8 * letter);
}

TEST(Bidi, LetsALinkBeHitOnEachOfItsParts) {
  model::Inline link = within(InlineKind::link, "one אב");
  link.url = "https://example.org/";
  const Laid laid = lay_out("en", {words("x "), link, words(" גד y")});
  EXPECT_EQ(laid.lines(), (Lines{"x› one› ‹גד ‹אב y›"}));
  const std::vector<Rect> rects =
      target_rects(laid.tree, laid.prepared, laid.page, {static_cast<int>(laid.node), 0});
  ASSERT_EQ(rects.size(), 2u);
  for (const Rect& rect : rects) {
    EXPECT_EQ(hit_test(laid.tree, laid.prepared, laid.page, rect.x + 1, rect.y + 1).link, 0);
  }
  EXPECT_EQ(hit_test(laid.tree, laid.prepared, laid.page, rects[0].right() + 12, rects[0].y + 1).link, -1);
}

TEST(Bidi, LeavesToTheBrowserWhatALineAloneWouldOrderOtherwise) {
  // The number at the second line's start belongs to the Hebrew of the first: alone it would stand at its left.
  const std::string text = "אאאאאאאאאאאא אאאאאאאאאאאא 12 אב";
  EXPECT_FALSE(lay_out("en", {words(text)}).box().html_only);
  const Laid narrow = lay_out("en", {words(text)}, 270);
  EXPECT_TRUE(narrow.box().html_only);
  EXPECT_FLOAT_EQ(narrow.box().rect.height, 50);
}

TEST(Bidi, LeavesToTheBrowserLettersThatJoinAcrossStyles) {
  // Alef joins with nothing behind it, lam does.
  const auto is_html = [](std::string before, std::string after) {
    return lay_out("ar", {words(std::move(before)), within(InlineKind::strong, std::move(after))}).box().html_only;
  };
  EXPECT_FALSE(is_html("ا", "ب"));
  EXPECT_FALSE(is_html("ل ", "ب"));
  EXPECT_TRUE(is_html("ل", "ب"));
  EXPECT_TRUE(is_html("ل\u064E", "ب"));  // through a mark
}

TEST(Words, OfScriptsWithoutSpacesMayEndLines) {
  // The fake measurer's words are four letters long.
  const std::string text = "กกกกกกกกกกกกกกกก";
  EXPECT_EQ(lay_out("th", {words(text)}, 132).lines(), (Lines{"กกกกกกกก›", "กกกกกกกก›"}));
}

TEST(Words, NeverLeaveASignOfRepetitionBehind) {
  std::vector<BreakAfter> breaks(3 * 5, BreakAfter::never);
  FakeMeasurer measurer;
  ASSERT_TRUE(add_words("กกกกๆ", measurer, breaks));
  EXPECT_EQ(breaks[11], BreakAfter::never);
}

TEST(Words, ThatCantBeToldAreLeftToTheBrowser) {
  struct Unknowing final : TextMeasurer {
    FakeMeasurer fake;
    void measure(std::span<const Font> fonts, std::span<const MeasureRequest> requests,
                 std::span<float> widths_px) override {
      fake.measure(fonts, requests, widths_px);
    }
    FontMetrics metrics(const Font& font, float line_height_px) override {
      return fake.metrics(font, line_height_px);
    }
    std::vector<int> word_ends(std::string_view) override { return {}; }
    std::vector<int> hyphens(std::string_view, const std::string&) override { return {}; }
  } measurer;
  std::vector<BreakAfter> breaks(12, BreakAfter::never);
  EXPECT_FALSE(add_words("กกกก", measurer, breaks));
  EXPECT_TRUE(add_words("Latin", measurer, breaks));
}

TEST(Kana, AreThePagesInJapaneseAlone) {
  EXPECT_TRUE(lay_out("en", {words("かな")}).box().html_only);
  EXPECT_FALSE(lay_out("ja", {words("かな")}).box().html_only);
}

}  // namespace
}  // namespace lectern::layout
