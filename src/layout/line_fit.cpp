// SPDX-License-Identifier: MIT
#include "layout/line_fit.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace lectern::layout {
namespace {

// Browsers count in 1/64 px, Firefox in 1/60, and sums of measured words are as exact (TEXT.md, 2).
constexpr float kTolerance = 1.0f / 64;
// As in Chromium's `text-wrap: balance`: what is longer is no headline.
constexpr size_t kMostBalanced = 6;
constexpr float kBalanceStep = 1;  // px
// A last line of one word shorter than this share of the width looks lost, and costs as much as a line before it
// that has a third of its room left.
constexpr double kLostBelow = 0.3, kLostCost = 0.1;
constexpr double kHyphenCost = 0.02;  // as a seventh of a line's room
constexpr double kHyphenAgainCost = 0.1;  // of one below another: as a third
// Of justified spaces as wide again as they are; a hyphen is worth it where they would grow by more than 0.6.
constexpr double kStretchCost = 0.055;
// Pieces of a line beyond which a text is filled: no line that is read has so many, but characters without a width,
// by the hundred thousand, would cost the square of their number.
constexpr size_t kMostOfALine = 512;

// Words are broken where the article says so alone.
std::vector<PieceRange> fill(const std::vector<Piece>& pieces, const PieceRange& range, float width_px) {
  std::vector<PieceRange> lines;
  size_t first = range.first;
  while (first < range.last) {
    float width = 0;
    size_t allowed = 0, emergency = 0;  // the last opportunities in this line; 0 is none
    size_t end = first;
    while (end < range.last) {
      const Piece& piece = pieces[end];
      if (end > first && width + piece.width_px > width_px + kTolerance) {
        if (allowed || emergency) {
          end = allowed ? allowed : emergency;
          break;
        }
      }
      width += piece.width_px + piece.space_px;
      ++end;
      if (piece.break_after == BreakAfter::must) break;
      const bool fits = piece.break_after == BreakAfter::hyphen && width + piece.hyphen_px <= width_px + kTolerance;
      if (piece.break_after == BreakAfter::allowed || fits) allowed = end;
      if (piece.break_after == BreakAfter::emergency) emergency = end;
    }
    lines.push_back({first, end});
    first = end;
  }
  return lines;
}

// A place where a line may begin or end.
struct Opportunity {
  size_t piece = 0;  // the first behind it
  double begin = 0;  // px from the paragraph's start to a line that begins here
  double end = 0;    // and to the end of one that ends here, without its space, with its hyphen
  double hyphen = 0;  // what that costs
  double spaces = 0;  // px of all spaces up to a line that begins here
  double space = 0;   // px of the one that a line which ends here is without
  size_t lines = 0;  // the fewest up to here
  // The best way here with the fewest lines, and with one more, which a later line may make up for.
  std::array<double, 2> cost{};
  std::array<size_t, 2> from{};
  std::array<size_t, 2> from_more{};
};

// Total fit (Knuth and Plass, Breaking Paragraphs into Lines, 1981): the least sum of the squares of what lines leave
// empty, as a share of the room where they are ragged, and of their spaces where these take it up. The last line's is
// left out.
std::vector<PieceRange> even(const std::vector<Piece>& pieces, const PieceRange& range, float width_px,
                             std::vector<PieceRange> filled, bool straight = false) {
  constexpr double kNever = std::numeric_limits<double>::infinity();
  std::vector<Opportunity> places{{range.first, 0, 0, 0, 0, 0, 0, {0, kNever}, {}, {}}};
  double width = 0, spaces = 0;
  bool hyphenated = false;
  size_t last_word = 0;  // where the paragraph's last line begins when it is its last word alone
  for (size_t i = range.first; i < range.last; ++i) {
    const double end = width + static_cast<double>(pieces[i].width_px);
    const auto space = static_cast<double>(pieces[i].space_px);
    width = end + space;
    spaces += space;
    if (pieces[i].break_after < BreakAfter::hyphenation && i + 1 < range.last) continue;
    const bool hyphen = shows_hyphen(pieces[i].break_after);
    hyphenated |= pieces[i].break_after == BreakAfter::hyphenation;
    if (!hyphen && i + 1 < range.last) last_word = places.size();
    places.push_back({i + 1, width, hyphen ? end + static_cast<double>(pieces[i].hyphen_px) : end,
                      hyphen ? kHyphenCost : 0, spaces, space, 0, {kNever, kNever}, {}, {}});
  }
  const double room = static_cast<double>(width_px), most = static_cast<double>(width_px + kTolerance);
  const size_t last = places.size() - 1;
  for (size_t k = 1; k <= last; ++k) {
    Opportunity& here = places[k];
    size_t earliest = k;
    while (earliest > 0 && k - earliest <= kMostOfALine && here.end - places[earliest - 1].begin <= most) --earliest;
    if (earliest == k || k - earliest > kMostOfALine) return filled;  // a part wider than a line, or no text
    here.lines = places[earliest].lines + 1;
    for (size_t i = earliest; i < k; ++i) {
      const Opportunity& before = places[i];
      const double left = std::max(0.0, room - here.end + before.begin);
      const double empty = left / room, stretch = left / std::max(here.spaces - here.space - before.spaces, 1.0);
      const bool lost = k == last && i >= last_word && 1 - empty < kLostBelow;
      const bool again = here.hyphen > 0 && before.hyphen > 0;
      const double open = straight ? kStretchCost * stretch * stretch : empty * empty;
      const double line = k < last ? open + here.hyphen + (again ? kHyphenAgainCost : 0) : lost ? kLostCost : 0;
      for (size_t more = 0; more < 2; ++more) {
        const size_t now = before.lines + more + 1 - here.lines;
        // Of two that are as good, the one whose lines before are fuller.
        if (now > 1 || before.cost[more] + line > here.cost[now]) continue;
        here.cost[now] = before.cost[more] + line;
        here.from[now] = i;
        here.from_more[now] = more;
      }
    }
  }
  const size_t fewest = places[last].lines;
  if (hyphenated ? fewest > filled.size() : fewest != filled.size()) return filled;
  // Broken words may save a line, but are not what it is worth saving one for.
  size_t at = last, more = fewest < filled.size() && places[last].cost[1] < places[last].cost[0];
  filled.resize(fewest + more);
  for (size_t i = filled.size(); i-- > 0;) {
    const Opportunity& end = places[at];
    filled[i] = {places[end.from[more]].piece, end.piece};
    const size_t from = end.from[more];
    more = end.from_more[more];
    at = from;
  }
  return filled;
}

// As evenly as can be in the least width at which there are no more lines.
std::vector<PieceRange> balance(const std::vector<Piece>& pieces, const PieceRange& range, float width_px,
                                std::vector<PieceRange> filled) {
  if (filled.size() > kMostBalanced) return filled;
  float low = width_px / static_cast<float>(filled.size()) / 2, high = width_px;
  const size_t count = filled.size();
  while (high - low > kBalanceStep) {
    const float middle = (low + high) / 2;
    std::vector<PieceRange> tried = fill(pieces, range, middle);
    const bool holds = tried.size() == count && std::all_of(tried.begin(), tried.end(), [&](const PieceRange& line) {
      return pieces[line.last - 1].break_after != BreakAfter::emergency;
    });
    (holds ? high : low) = middle;
    if (holds) filled = std::move(tried);
  }
  return even(pieces, range, high, std::move(filled));
}

}  // namespace

std::vector<PieceRange> fit_lines(const std::vector<Piece>& pieces, float width_px, Fit fit) {
  if (fit == Fit::filled) return fill(pieces, {0, pieces.size()}, width_px);
  std::vector<PieceRange> lines;
  for (size_t first = 0, last = 0; first < pieces.size(); first = last) {
    while (last < pieces.size() && pieces[last++].break_after != BreakAfter::must) {}
    std::vector<PieceRange> part = fill(pieces, {first, last}, width_px);
    if (part.size() > 1 && width_px > 0) {
      part = fit == Fit::balanced ? balance(pieces, {first, last}, width_px, std::move(part))
                                  : even(pieces, {first, last}, width_px, std::move(part), fit == Fit::straight);
    }
    lines.insert(lines.end(), part.begin(), part.end());
  }
  return lines;
}

}  // namespace lectern::layout
