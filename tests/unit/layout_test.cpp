// SPDX-License-Identifier: MIT
// Where lines break and where elements stand, with advances that can be worked out by hand: half the
// font's size for each character, so 8 px at 16 px.
#include <gtest/gtest.h>

#include "layout/line_break.hpp"
#include "layout/page_layout.hpp"
#include "layout/token_values.hpp"

namespace lectern::layout {
namespace {

model::Inline text_of_kind(model::InlineKind kind, std::string text) {
  model::Inline item;
  item.kind = kind;
  if (kind == model::InlineKind::text) {
    item.text = std::move(text);
  } else {
    item.children.push_back(text_of_kind(model::InlineKind::text, std::move(text)));
  }
  return item;
}

PageTree page_with(model::Inlines inlines) {
  model::Article article;
  article.title = "T";
  article.lang = "en";
  model::Block paragraph;
  paragraph.inlines = std::move(inlines);
  article.body.push_back(std::move(paragraph));
  model::PageContext context;
  context.site_title = "S";
  return build_article_page(article, context, {});
}

int find(const PageTree& tree, Element element) {
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].element == element) return static_cast<int>(i);
  }
  return -1;
}

struct Laid {
  PageTree tree;
  PreparedPage prepared;
  PageLayout page;

  std::vector<std::string> lines(Element element) const {
    const auto node = static_cast<size_t>(find(tree, element));
    std::vector<std::string> out;
    for (int i = 0; i < page.boxes[node].line_count; ++i) {
      const Line& line = page.lines[static_cast<size_t>(page.boxes[node].first_line + i)];
      out.push_back(prepared.texts[node].text.substr(static_cast<size_t>(line.begin),
                                                     static_cast<size_t>(line.end - line.begin)));
    }
    return out;
  }
  const Box& box(Element element) const {
    return page.boxes[static_cast<size_t>(find(tree, element))];
  }
};

Laid lay_out(PageTree tree, float width_px) {
  FakeMeasurer measurer;
  const Viewport viewport{width_px, 16};
  Laid laid{std::move(tree), {}, {}};
  laid.prepared = prepare_page(laid.tree, metrics_of(viewport), measurer);
  laid.page = layout_page(laid.tree, laid.prepared, viewport, [](int, float) { return 50.0f; });
  return laid;
}

using Lines = std::vector<std::string>;

// On a phone of 220 px the column is 180 px wide, and a character of body text 9 px: 20 to a line.
Lines lines_of(std::string text) {
  return lay_out(page_with({text_of_kind(model::InlineKind::text, std::move(text))}), 220)
      .lines(Element::paragraph);
}

TEST(Lines, BreakAtSpacesWhenFull) {
  EXPECT_EQ(lines_of("12345678901234567890 next"), (Lines{"12345678901234567890", "next"}));
  EXPECT_EQ(lines_of("1234567890 123456789 next"), (Lines{"1234567890 123456789", "next"}));
  EXPECT_EQ(lines_of("1234567890 1234567890 next"), (Lines{"1234567890", "1234567890 next"}));
}

TEST(Lines, CollapseWhiteSpaceAsCssDoes) {
  EXPECT_EQ(lines_of("a   b\n c"), (Lines{"a   b  c"}));  // offsets stay those of the DOM
  const Laid laid = lay_out(page_with({text_of_kind(model::InlineKind::text, "a   b\n c")}), 220);
  const auto line = static_cast<size_t>(laid.box(Element::paragraph).first_line);
  EXPECT_FLOAT_EQ(laid.page.lines[line].x, 20);
}

TEST(Lines, BreakAWordThatNoLineHolds) {
  EXPECT_EQ(lines_of("1234567890123456789012345"), (Lines{"12345678901234567890", "12345"}));
}

TEST(Lines, NeverBreakAtANoBreakSpace) {
  EXPECT_EQ(lines_of("1234567890 12345\u00A0678901"), (Lines{"1234567890", "12345\u00A0678901"}));
}

// The lines' own text has no hyphen; what is drawn, and the twin, have.
TEST(Lines, BreakAtASoftHyphenWhereItsHyphenFits) {
  EXPECT_EQ(lines_of("1234567890 12345\u00AD678901"), (Lines{"1234567890 12345\u00AD", "678901"}));
  EXPECT_EQ(lines_of("1234567890 123456789\u00AD0"), (Lines{"1234567890", "123456789\u00AD0"}));
}

TEST(Lines, BreakBetweenIdeographsButNotBeforeTheirFullStop) {
  // Ten ideographs of 18 px fill the line, and none stands alone in the last.
  EXPECT_EQ(lines_of("一二三四五六七八九十百千万億"), (Lines{"一二三四五六七八九十", "百千万億"}));
  EXPECT_EQ(lines_of("一二三四五六七八九十百"), (Lines{"一二三四五六七八九", "十百"}));
  EXPECT_EQ(lines_of("一二三四五六七八九十。"), (Lines{"一二三四五六七八", "九十。"}));
}

TEST(Lines, EndAtAHardBreak) {
  model::Inline br;
  br.kind = model::InlineKind::hard_break;
  const Laid laid = lay_out(page_with({text_of_kind(model::InlineKind::text, "one"), br,
                                       text_of_kind(model::InlineKind::text, "two")}),
                            220);
  EXPECT_EQ(laid.lines(Element::paragraph), (Lines{"one", "two"}));
}

// With those tokens in force.
Laid lay_out_with(const std::vector<TokenValue>& tokens, model::Inlines inlines) {
  use_tokens(tokens_with({}, tokens));
  Laid laid = lay_out(page_with(std::move(inlines)), 220);
  use_tokens({});
  return laid;
}

// The left edges of a line's runs, px from the column's.
std::vector<float> edges(const Laid& laid, int line) {
  const Line& it = laid.page.lines[static_cast<size_t>(laid.box(Element::paragraph).first_line + line)];
  std::vector<float> out;
  for (int i = 0; i < it.run_count; ++i) out.push_back(laid.page.runs[static_cast<size_t>(it.first_run + i)].x - 20);
  out.push_back(it.x + it.width - 20);
  return out;
}
using Edges = std::vector<float>;

TEST(Lines, GrowInTheirSpacesWhenJustified) {
  const auto with = [](std::string text) {
    return lay_out_with({{"align", "justify"}}, {text_of_kind(model::InlineKind::text, std::move(text))});
  };
  // 180 px, of which the words and their spaces have 153; the last line is as it is.
  const Laid laid = with("1234 5678 1234567 next word");
  EXPECT_EQ(laid.lines(Element::paragraph), (Lines{"1234 5678 1234567", "next word"}));
  EXPECT_EQ(edges(laid, 0), (Edges{0, 58.5f, 117, 180}));
  EXPECT_EQ(edges(laid, 1), (Edges{0, 45, 81}));
  // A space that does not break grows too, as in browsers.
  const Laid fixed = with("1234\u00A05678 1234567 next word");
  EXPECT_EQ(edges(fixed, 0), (Edges{0, 58.5f, 117, 180}));
  EXPECT_EQ(fixed.lines(Element::paragraph)[0], "1234\u00A05678 1234567");
  // A line without a space, and text whose lines would grow elsewhere too, stay ragged.
  EXPECT_EQ(edges(with("1234567890 12345678901 next"), 0), (Edges{0, 90}));
  const Laid han = with("一二三 四五六七八九十百千万億 一二三");
  EXPECT_LT(edges(han, 0).back(), 180);
}

TEST(Lines, AreJustifiedAlsoAcrossStylesAndInBothDirections) {
  const Laid styled = lay_out_with({{"align", "justify"}}, {text_of_kind(model::InlineKind::text, "1234 "),
                                   text_of_kind(model::InlineKind::strong, "5678"), text_of_kind(model::InlineKind::text, " 1234567 next word")});
  EXPECT_EQ(edges(styled, 0), (Edges{0, 58.5f, 117, 180}));
  const Laid hebrew = lay_out_with({{"align", "justify"}}, {text_of_kind(model::InlineKind::text, "1234 \u05D0\u05D1\u05D2\u05D3 1234567 next word")});
  EXPECT_EQ(edges(hebrew, 0), (Edges{0, 58.5f, 144, 180}));  // the last number stands before the letters
}

TEST(Lines, AreNotJustifiedBesideHardBreaks) {
  model::Inline br;
  br.kind = model::InlineKind::hard_break;
  const Laid laid = lay_out_with({{"align", "justify"}}, {text_of_kind(model::InlineKind::text, "1234 5678 1234567 next word"), br,
                                                          text_of_kind(model::InlineKind::text, "two")});
  EXPECT_LT(edges(laid, 0).back(), 180);
}

TEST(Lines, BreakWordsWhereTheirLanguageDoes) {
  const auto with = [](const char* value, model::InlineKind kind) {
    return lay_out_with({{"hyphens", value}}, {text_of_kind(model::InlineKind::text, "1234567890 12 "), text_of_kind(kind, "abcdefghij"),
                                               text_of_kind(model::InlineKind::text, " next")}).lines(Element::paragraph);
  };
  EXPECT_EQ(with("manual", model::InlineKind::emphasis), (Lines{"1234567890 12", "abcdefghij next"}));
  EXPECT_EQ(with("auto", model::InlineKind::emphasis), (Lines{"1234567890 12 abcde", "fghij next"}));
  EXPECT_EQ(with("auto", model::InlineKind::code), (Lines{"1234567890 12", "abcdefghij next"}));
}

TEST(Runs, GoOnAcrossStylesWithoutAGap) {
  const Laid laid = lay_out(page_with({text_of_kind(model::InlineKind::text, "a"),
                                       text_of_kind(model::InlineKind::strong, "b"),
                                       text_of_kind(model::InlineKind::text, " c")}),
                            400);
  const Box& box = laid.box(Element::paragraph);
  const Line& line = laid.page.lines[static_cast<size_t>(box.first_line)];
  ASSERT_EQ(line.run_count, 3);
  const layout::Run* runs = &laid.page.runs[static_cast<size_t>(line.first_run)];
  EXPECT_FLOAT_EQ(runs[0].x, 20);
  EXPECT_FLOAT_EQ(runs[1].x, 29);
  EXPECT_FLOAT_EQ(runs[2].x, 47);  // "b" and a space
  EXPECT_FLOAT_EQ(line.width, 36);
}

PageTree page_with_code(std::string text, std::vector<std::string> runs) {
  model::Article article;
  article.title = "T";
  model::Block code;
  code.kind = model::BlockKind::code;
  code.text = std::move(text);
  article.body.push_back(std::move(code));
  model::PageContext context;
  context.site_title = "S";
  context.code = std::move(runs);
  return build_article_page(article, context, {});
}

TEST(Code, InColoursHasTheSameLinesInMoreRuns) {
  const std::string text = "let x = 42;\n\n/* one\ntwo */ f()\n";
  const Laid plain = lay_out(page_with_code(text, {}), 400);
  const Laid coloured = lay_out(page_with_code(text, {"3k5p2n3p13c5p"}), 400);
  EXPECT_EQ(coloured.lines(Element::code), (Lines{"let x = 42;", "", "/* one", "two */ f()"}));
  EXPECT_EQ(coloured.lines(Element::code), plain.lines(Element::code));
  EXPECT_EQ(coloured.box(Element::code).rect.height, plain.box(Element::code).rect.height);
  std::string parts;
  const auto first = static_cast<size_t>(coloured.box(Element::code).first_line);
  for (size_t i = 0; i < 4; ++i) {
    const Line& line = coloured.page.lines[first + i];
    EXPECT_FLOAT_EQ(line.width, plain.page.lines[static_cast<size_t>(plain.box(Element::code).first_line) + i].width);
    float x = line.x;
    for (int r = line.first_run; r < line.first_run + line.run_count; ++r) {
      const layout::Run& run = coloured.page.runs[static_cast<size_t>(r)];
      EXPECT_FLOAT_EQ(run.x, x);
      x += run.width;
      const PreparedText& prepared = coloured.prepared.texts[static_cast<size_t>(line.node)];
      parts += text.substr(static_cast<size_t>(run.begin), static_cast<size_t>(run.end - run.begin)) + '(' +
               std::string(color_of(prepared.spans[static_cast<size_t>(run.span)].color).name) + ')';
    }
  }
  EXPECT_EQ(parts,
            "let(code-keyword) x = (ink)42(code-number);(ink)(ink)/* one(code-comment)two */(code-comment) f()(ink)");
}

TEST(Code, IsPlainWhereItsColoursLie) {
  const PageTree tree = page_with_code("let x;", {"3k99p"});
  const Node& node = tree.nodes[static_cast<size_t>(find(tree, Element::code))];
  ASSERT_EQ(node.inlines.size(), 1u);
  EXPECT_EQ(node.inlines[0], text_of_kind(model::InlineKind::text, "let x;"));
}

TEST(Page, HasOneColumnOnAPhoneAndTwoOnAWideScreen) {
  model::PageContext context;
  context.site_title = "S";
  context.columns = {{{"World"}, "c/", 0, true}};
  model::Article article;
  article.title = "T";
  const PageTree tree = build_article_page(article, context, {});
  const Laid phone = lay_out(tree, 390);
  EXPECT_FLOAT_EQ(phone.box(Element::side).rect.x, phone.box(Element::lead).rect.x);
  EXPECT_GE(phone.box(Element::side).rect.y, phone.box(Element::lead).rect.bottom());
  const Laid wide = lay_out(tree, 1440);
  EXPECT_GT(wide.box(Element::side).rect.x, wide.box(Element::lead).rect.right());
  EXPECT_FLOAT_EQ(wide.box(Element::side).rect.y, wide.box(Element::lead).rect.y);
}

TEST(Page, GivesEveryMoodAPlaceThatAFingerHits) {
  const Laid laid = lay_out(page_with({}), 390);
  int moods = 0;
  for (size_t i = 0; i < laid.tree.nodes.size(); ++i) {
    if (laid.tree.nodes[i].element != Element::mood_button) continue;
    const Rect& rect = laid.page.boxes[i].rect;
    EXPECT_GE(rect.width, 44);
    EXPECT_GE(rect.height, 44);
    EXPECT_EQ(hit_test(laid.tree, laid.prepared, laid.page, rect.x + 1, rect.y + 1),
              (Target{static_cast<int>(i), -1}));
    ++moods;
  }
  EXPECT_EQ(moods, 8);
}

TEST(Page, LeavesToTheBrowserWhoseMarksAndReadingsItSets) {
  for (const model::InlineKind kind : {model::InlineKind::quotation, model::InlineKind::ruby}) {
    const Laid laid = lay_out(page_with({text_of_kind(kind, "quoted")}), 390);
    EXPECT_TRUE(laid.box(Element::paragraph).html_only);
    EXPECT_FLOAT_EQ(laid.box(Element::paragraph).rect.height, 50);
  }
}

TEST(Targets, OfALinkThatIsBrokenAreOnBothLines) {
  model::Inline link = text_of_kind(model::InlineKind::link, "1234567890 1234567890");
  link.url = "https://example.org/";
  const Laid laid = lay_out(page_with({link}), 220);
  const int node = find(laid.tree, Element::paragraph);
  const auto rects = target_rects(laid.tree, laid.prepared, laid.page, {node, 0});
  ASSERT_EQ(rects.size(), 2u);
  for (const Rect& rect : rects) {
    EXPECT_EQ(hit_test(laid.tree, laid.prepared, laid.page, rect.x + 1, rect.y + 1),
              (Target{node, 0}));
  }
}

}  // namespace
}  // namespace lectern::layout
