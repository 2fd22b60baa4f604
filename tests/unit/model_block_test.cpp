// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"
#include "model/block.hpp"
#include "model/mood.hpp"

namespace lectern::model {
namespace {

Blocks parse(std::string_view markdown) {
  Diagnostics unused;
  return ingest::parse_markdown(markdown, "x.md", {1, 1}, unused);
}

TEST(Block, TextIsWhatTheDomSays) {
  EXPECT_EQ(text_of(parse("a *b* `c`\nd  \ne ![f](g.png)")[0].inlines), "a b c\nd\ne ");
  EXPECT_EQ(text_of({}), "");
}

TEST(Block, WordsAreTheTextWithoutTheNumbersOfNotes) {
  const Blocks blocks = parse("a[^x] **b[^x]** c\n\n[^x]: note");
  EXPECT_EQ(text_of(blocks[0].inlines), "a1 b1 c");
  EXPECT_EQ(words_of(blocks[0].inlines), "a b c");
}

TEST(Block, ParagraphOfOneImageIsAFigure) {
  const struct {
    const char* markdown;
    bool figure;
  } cases[] = {
      {"![a](b.png)", true}, {"![a](b.png) and text", false}, {"![a](b.png) ![c](d.png)", false},
      {"text", false},       {"[![a](b.png)](c)", false},  // a link that holds it
  };
  for (const auto& c : cases) {
    EXPECT_EQ(only_image(parse(c.markdown)[0]) != nullptr, c.figure) << c.markdown;
  }
}

TEST(Block, CountsWordsInEveryKindOfBlock) {
  EXPECT_EQ(count_words(parse("# One two\n\n- three\n- four *five*\n\n> six\n\n    seven eight\n")),
            8);
  EXPECT_EQ(count_words(parse("|a|b|\n|-|-|\n|c d|e|\n")), 5);
  EXPECT_EQ(count_words(Blocks{}), 0);
}

TEST(Mood, KeysLeadBackToTheirMoods) {
  for (const MoodName& name : kMoods)
    EXPECT_EQ(mood_from_key(name.key), name.mood);
  EXPECT_EQ(mood_from_key("furious"), std::nullopt);
}

}  // namespace
}  // namespace lectern::model
