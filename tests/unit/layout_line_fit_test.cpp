// SPDX-License-Identifier: MIT
// Which breaks lines take, on words whose letters and spaces are 10 px wide.
#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "layout/line_fit.hpp"

namespace lectern::layout {
namespace {

// "/" after a word ends the line; "~" joins two pieces that only an emergency parts, "-" two that may be hyphenated.
std::vector<Piece> pieces_of(const std::string& words) {
  std::vector<Piece> pieces;
  std::istringstream in(words);
  for (std::string word; in >> word;) {
    Piece piece;
    piece.break_after = word.ends_with('/')   ? BreakAfter::must
                        : word.ends_with('~') ? BreakAfter::emergency
                        : word.ends_with('-') ? BreakAfter::hyphenation
                                              : BreakAfter::allowed;
    if (piece.break_after == BreakAfter::hyphenation) piece.hyphen_px = 10;
    if (piece.break_after != BreakAfter::allowed) word.pop_back();
    piece.begin = pieces.empty() ? 0 : pieces.back().next;
    piece.end = piece.begin + static_cast<int>(word.size());
    piece.next = piece.end + (piece.break_after == BreakAfter::allowed);
    piece.width_px = 10.0f * static_cast<float>(word.size());
    piece.space_px = piece.next > piece.end ? 10 : 0;
    pieces.push_back(piece);
  }
  return pieces;
}

// The number of letters and spaces of each line.
std::vector<int> lengths(const std::vector<Piece>& pieces, float width, Fit fit) {
  std::vector<int> out;
  for (const PieceRange& line : fit_lines(pieces, width, fit)) out.push_back(pieces[line.last - 1].end - pieces[line.first].begin);
  return out;
}
using Lengths = std::vector<int>;

TEST(LineFit, FillsEachLine) {
  EXPECT_EQ(lengths(pieces_of("aaa bb cc ddddd"), 60, Fit::filled), (Lengths{6, 2, 5}));
  EXPECT_EQ(lengths(pieces_of("aaa/ bb cc"), 60, Fit::filled), (Lengths{3, 5}));
}

// The example by which total fit is commonly explained.
TEST(LineFit, LeavesAsLittleRoomAsCanBe) {
  EXPECT_EQ(lengths(pieces_of("aaa bb cc ddddd"), 60, Fit::even), (Lengths{3, 5, 5}));
}

TEST(LineFit, LeavesNoShortWordAlone) {
  const std::vector<Piece> pieces = pieces_of("aaaa bbbb cccc dddd eeee ffff gggg hhh ii");
  EXPECT_EQ(lengths(pieces, 200, Fit::filled), (Lengths{19, 18, 2}));
  EXPECT_EQ(lengths(pieces, 200, Fit::even), (Lengths{19, 14, 6}));
}

TEST(LineFit, KeepsGivenLineEnds) {
  EXPECT_EQ(lengths(pieces_of("aaa bb cc ddddd/ aaa bb cc ddddd"), 60, Fit::even), (Lengths{3, 5, 5, 3, 5, 5}));
}

TEST(LineFit, BalancesHeadlines) {
  const std::vector<Piece> pieces = pieces_of("aaaa bbbb cccc dddd ee");
  EXPECT_EQ(lengths(pieces, 200, Fit::filled), (Lengths{19, 2}));
  EXPECT_EQ(lengths(pieces, 200, Fit::balanced), (Lengths{9, 12}));
  EXPECT_EQ(lengths(pieces, 300, Fit::balanced), (Lengths{22}));
}

TEST(LineFit, FillsWhatOnlyAnEmergencyBreaks) {
  const std::vector<Piece> pieces = pieces_of("aaa b~ b~ b~ b~ b~ b~ b~ b ccc");
  for (const Fit fit : {Fit::even, Fit::balanced}) EXPECT_EQ(lengths(pieces, 50, fit), lengths(pieces, 50, Fit::filled));
  for (const Fit fit : {Fit::filled, Fit::even, Fit::balanced}) EXPECT_TRUE(fit_lines({}, 50, fit).empty());
  EXPECT_EQ(lengths(pieces_of("aaa bb"), 0, Fit::even), (Lengths{3, 2}));
}

TEST(LineFit, FillsLinesOfCharactersWithoutWidth) {
  std::vector<Piece> pieces = pieces_of("aaa bb cc ddddd");
  Piece none = pieces[0];
  none.width_px = none.space_px = 0;
  pieces.insert(pieces.begin() + 2, 200'000, none);
  const std::vector<PieceRange> lines = fit_lines(pieces, 60, Fit::even), filled = fit_lines(pieces, 60, Fit::filled);
  ASSERT_EQ(lines.size(), filled.size());
  for (size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(lines[i].last, filled[i].last);
}

TEST(LineFit, HyphenatesWhereALineGainsByIt) {
  const std::vector<Piece> saved = pieces_of("aaaaaa bbb- bbbbbb cc");
  EXPECT_EQ(lengths(saved, 110, Fit::filled), (Lengths{6, 9, 2}));
  EXPECT_EQ(lengths(saved, 110, Fit::even), (Lengths{10, 9}));
  // The hyphen itself has no room.
  EXPECT_EQ(lengths(saved, 100, Fit::even), (Lengths{6, 9, 2}));
  // A tenth of a line is not worth one, a space as wide again is.
  const std::vector<Piece> little = pieces_of("aaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbb cc- dddddd ee");
  EXPECT_EQ(lengths(little, 400, Fit::even), (Lengths{36, 11}));
  EXPECT_EQ(lengths(little, 400, Fit::straight), (Lengths{39, 9}));
}

TEST(LineFit, RatherHasNoHyphenBelowAnother) {
  EXPECT_EQ(lengths(pieces_of("aaaaaaa bbb- bbbbb ddd c- cccccc ee"), 120, Fit::even), (Lengths{11, 9, 10}));
  EXPECT_EQ(lengths(pieces_of("bbbbb ddd c- cccccc ee"), 120, Fit::even), (Lengths{11, 9}));
}

TEST(LineFit, LeavesNoPartOfAWordAlone) {
  const std::vector<Piece> pieces = pieces_of("aaaa bbbb cccc dddd eeee ffff gggg hhh iii- iii");
  EXPECT_EQ(lengths(pieces, 220, Fit::even).back(), 10);
}

// A text is as high as the browser's own, no line is wider than its room, and none is lost.
TEST(LineFit, NeverHasMoreLinesThanFilled) {
  std::minstd_rand random(7);
  for (int round = 0; round < 400; ++round) {
    std::string words;
    for (unsigned i = 0, count = 1 + random() % 120; i < count; ++i) words += std::string(1 + random() % 11, 'a') + (random() % 40 ? " " : "/ ");
    const std::vector<Piece> pieces = pieces_of(words);
    const float width = static_cast<float>(60 + random() % 600);
    const size_t filled = fit_lines(pieces, width, Fit::filled).size();
    for (const Fit fit : {Fit::filled, Fit::even, Fit::balanced}) {
      const std::vector<PieceRange> lines = fit_lines(pieces, width, fit);
      ASSERT_EQ(lines.size(), filled) << words << width;
      size_t at = 0;
      for (const PieceRange& line : lines) {
        ASSERT_EQ(line.first, at);
        at = line.last;
        const Piece& last = pieces[line.last - 1];
        const float empty = width - 10.0f * static_cast<float>(last.end - pieces[line.first].begin);
        if (line.last - line.first > 1) {
          ASSERT_GE(empty, -0.05f) << words << width;
        }
      }
      ASSERT_EQ(at, pieces.size());
    }
  }
}

}  // namespace
}  // namespace lectern::layout
