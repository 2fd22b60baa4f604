// SPDX-License-Identifier: MIT
// A long text gives the same blocks in slices as in one.
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"

namespace lectern::ingest {
namespace {

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

model::Blocks in_slices(const std::string& text, std::vector<std::size_t> cuts) {
  model::Blocks blocks;
  SliceReader reader(text, std::move(cuts));
  while (reader.read(blocks)) {
  }
  return blocks;
}

model::Blocks in_one(const std::string& text) {
  Diagnostics ignored;
  return parse_markdown(text, "", {}, ignored);
}

const std::string kRich = repeated(
    "## A heading\n\nSome *words* of a paragraph[^1], and more.\n\n- an item\n\n- another\n\n"
    "      code in it\n\n```\nfenced\n\nA line in it\n```\n\n> A quote\n>\n> of two\n\n"
    "<details><summary>S</summary>\n\nInside.\n\n</details>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n",
    400) + "[^1]: A note.\n";

TEST(Slices, ALongTextIsCutBetweenBlocks) {
  const std::vector<std::size_t> cuts = markdown_cuts(kRich);
  ASSERT_GE(cuts.size(), 2u);
  for (const std::size_t cut : cuts) EXPECT_EQ(kRich.substr(cut - 2, 2), "\n\n");
  EXPECT_EQ(in_slices(kRich, cuts), in_one(kRich));
}

TEST(Slices, AShortTextIsNot) { EXPECT_TRUE(markdown_cuts("A paragraph.\n\nAnother.\n").empty()); }

TEST(Slices, ATextIsNotWhoseLinksAreDefinedElsewhere) {
  const std::string text = repeated("A paragraph with [a link][there] in it.\n\n", 3000) + "[there]: /x\n";
  EXPECT_TRUE(markdown_cuts(text).empty());
}

TEST(Slices, ABlockThatIsLongerThanASliceStaysWhole) {
  const std::string text = "Before.\n\n```\n" + repeated("A line of code\n\n", 10'000) + "```\n\nBehind.\n";
  const std::vector<std::size_t> cuts = markdown_cuts(text);
  EXPECT_EQ(cuts, std::vector<std::size_t>{text.find("Behind")});
}

TEST(Slices, CutsFromOutsideMayNameAnything) {
  const std::string text = repeated("A paragraph.\n\n", 5000);
  const std::size_t middle = text.find("A para", 20'000);
  const std::size_t end = text.size();
  EXPECT_EQ(in_slices(text, {0, 3, end, end + 1, middle, middle, 5}), in_one(text));
}

}  // namespace
}  // namespace lectern::ingest
