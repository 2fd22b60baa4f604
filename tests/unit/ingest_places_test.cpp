// SPDX-License-Identifier: MIT
// Where blocks and inlines begin in their file.
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"
#include "ingest/place_index.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

std::string at(Place place) {
  return std::to_string(place.line) + ':' + std::to_string(place.column);
}

void add_places(const model::Inlines& inlines, std::string& out) {
  for (const model::Inline& item : inlines) {
    if (item.kind == model::InlineKind::soft_break || item.kind == model::InlineKind::hard_break) {
      continue;  // a line end is where it is
    }
    out += ' ' + std::string(name_in(kInlineNames, item.kind)) + '@' + at(item.place);
    add_places(item.children, out);
  }
}

void add_places(const model::Blocks& blocks, std::string& out) {
  for (const model::Block& block : blocks) {
    std::string name(name_in(kBlockNames, block.kind));
    if (name.empty()) name = block.kind == model::BlockKind::item ? "item" : "part";
    out += (out.empty() ? "" : " ") + name + '@' + at(block.place);
    add_places(block.inlines, out);
    add_places(block.children, out);
  }
}

std::string places(std::string_view markdown, Place origin = {1, 1}) {
  Diagnostics unused;
  std::string out;
  add_places(parse_markdown(markdown, "a.md", origin, unused), out);
  return out;
}

TEST(Places, OfBlocksAreTheirMarks) {
  const struct {
    const char *markdown, *places;
  } cases[] = {
      {"a\n\nb", "paragraph@1:1 text@1:1 paragraph@3:1 text@3:1"},
      {"  ## a", "heading@1:3 text@1:6"},
      {"a\n===", "heading@1:1 text@1:1"},
      {"> a", "quote@1:1 paragraph@1:3 text@1:3"},
      {"x\n\n1. a\n2. b",
       "paragraph@1:1 text@1:1 list@3:1 item@3:1 paragraph@3:4 text@3:4 item@4:1 paragraph@4:4 "
       "text@4:4"},
      {"> - # a", "quote@1:1 list@1:3 item@1:3 heading@1:5 text@1:7"},
      {"- [x] a", "list@1:1 item@1:1 paragraph@1:7 text@1:7"},
      {"a\n\n```c\nb\n```", "paragraph@1:1 text@1:1 code@3:1"},
      {"> ~~~\n> b", "quote@1:1 code@1:3"},
      {"a\n\n    b", "paragraph@1:1 text@1:1 code@3:5"},
      {"a\n\n***\n\nb\n***", "paragraph@1:1 text@1:1 rule@3:1 paragraph@5:1 text@5:1 rule@6:1"},
      {"a\n\n<div>\n b</div>", "paragraph@1:1 text@1:1 paragraph@4:2 text@4:2"},
      {"|a|b|\n|-|-|\n|c|d|",
       "table@1:1 part@1:1 part@1:2 text@1:2 part@1:4 text@1:4 part@3:1 "
       "part@3:2 text@3:2 part@3:4 text@3:4"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(places(c.markdown), c.places) << c.markdown;
}

TEST(Places, OfInlinesAreTheirMarks) {
  const struct {
    const char *markdown, *places;
  } cases[] = {
      {"ä *b*", "paragraph@1:1 text@1:1 emphasis@1:3 text@1:4"},
      {"**[a](b)**", "paragraph@1:1 strong@1:1 link@1:3 text@1:4"},
      {"a\n`` b`c ``", "paragraph@1:1 text@1:1 code@2:1"},
      {"x ![a](b)", "paragraph@1:1 text@1:1 image@1:3"},
      {"<https://a.b> https://c.d",
       "paragraph@1:1 link@1:1 text@1:2 text@1:14 link@1:15 text@1:15"},
      {"日本 <b>c</b> <img src=d>",
       "paragraph@1:1 text@1:1 bold@1:4 text@1:7 text@1:12 image@1:13"},
      {"\\*a *b*", "paragraph@1:1 text@1:2 emphasis@1:5 text@1:6"},
      {"&amp;a ~~b~~", "paragraph@1:1 text@1:1 strikethrough@1:8 text@1:10"},
      {"a\r\nb *c*\rd *e*",
       "paragraph@1:1 text@1:1 text@2:1 emphasis@2:3 text@2:4 text@3:1 "
       "emphasis@3:3 text@3:4"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(places(c.markdown), c.places) << c.markdown;
}

TEST(Places, BeginAtTheOrigin) {
  EXPECT_EQ(places("a\n\nb", {10, 5}), "paragraph@10:5 text@10:5 paragraph@12:1 text@12:1");
  EXPECT_EQ(places("a", {}), "paragraph@0:0 text@0:0");
}

TEST(PlaceIndex, AgreesWithCountingFromTheStart) {
  std::string text;
  for (int i = 0; i < 400; ++i) {
    text += i % 7 == 0 ? "\n" : i % 11 == 0 ? "\r" : i % 5 == 0 ? "ä" : i % 3 == 0 ? "😀" : "x";
  }
  const PlaceIndex index(text, {1, 1});
  for (size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;  // inside a character
    ASSERT_EQ(index.at(i), place_of(text, i)) << i;
  }
  EXPECT_EQ(index.at(text.size() + 5), place_of(text, text.size()));
}

TEST(PlaceIndex, OfAJsonStringCountsItsEscapes) {
  // The value is: a, line feed, quote, ä, U+1F600, NUL shown as U+FFFD, z.
  const PlaceIndex index = PlaceIndex::of_json_string(R"(a\n\"\u00e4\ud83d\ude00\u0000z)", {3, 10});
  const struct {
    size_t offset;
    int column;
  } cases[] = {{0, 10}, {1, 11}, {2, 13}, {3, 15}, {5, 21}, {9, 33}, {12, 39}, {13, 40}, {99, 40}};
  for (const auto& c : cases)
    EXPECT_EQ(index.at(c.offset), (Place{3, c.column})) << c.offset;
}

}  // namespace
}  // namespace lectern::ingest
