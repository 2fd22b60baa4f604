// SPDX-License-Identifier: MIT
#include "layout/mood_drawings.hpp"

#include <array>

namespace lectern::layout {
namespace {

constexpr Curve line(float x0, float y0, float x1, float y1) { return {x0, y0, (x0 + x1) / 2, (y0 + y1) / 2, x1, y1}; }
constexpr Curve eye(float x) { return line(x, 9, x, 10.5f); }
constexpr Curve closed_eye(float x) { return {x - 1.75f, 10.5f, x, 7, x + 1.75f, 10.5f}; }

constexpr float kLeft = 8.5f, kRight = 15.5f;  // the eyes

constexpr Curve kTouched[] = {{12, 21, 2, 14.5f, 2, 8.5f}, {2, 8.5f, 2, 3.5f, 7, 3.5f}, {7, 3.5f, 10.5f, 3.5f, 12, 7},
                              {12, 7, 13.5f, 3.5f, 17, 3.5f}, {17, 3.5f, 22, 3.5f, 22, 8.5f}, {22, 8.5f, 22, 14.5f, 12, 21}};
constexpr Curve kSympathetic[] = {eye(kLeft), eye(kRight), line(6.5f, 7, 9.5f, 5.5f), line(17.5f, 7, 14.5f, 5.5f), {8.5f, 15, 12, 17.5f, 15.5f, 15}};
constexpr Curve kBored[] = {line(6.5f, 9.5f, 10, 9.5f), line(14, 9.5f, 17.5f, 9.5f), line(8.5f, 16, 15.5f, 15)};
constexpr Curve kAngry[] = {eye(kLeft), eye(kRight), line(6.5f, 6, 9.5f, 7.5f), line(17.5f, 6, 14.5f, 7.5f), {8, 17, 12, 13, 16, 17}};
constexpr Curve kAmused[] = {closed_eye(kLeft), closed_eye(kRight), line(7, 13.5f, 17, 13.5f), {7, 13.5f, 7.5f, 18.5f, 12, 18.5f}, {12, 18.5f, 16.5f, 18.5f, 17, 13.5f}};
constexpr Curve kSad[] = {eye(kLeft), eye(kRight), {8, 17, 12, 13.5f, 16, 17}, {17.5f, 12, 16, 14.25f, 17.5f, 14.5f}, {17.5f, 14.5f, 19, 14.25f, 17.5f, 12}};
constexpr Curve kHappy[] = {eye(kLeft), eye(kRight), {7, 14, 12, 20.5f, 17, 14}};
constexpr Curve kNoComment[] = {eye(kLeft), eye(kRight), line(8, 15.5f, 16, 15.5f)};

constexpr std::array<MoodDrawing, model::kMoods.size()> kDrawings{{
    {false, kTouched}, {true, kSympathetic}, {true, kBored}, {true, kAngry}, {true, kAmused}, {true, kSad}, {true, kHappy}, {true, kNoComment},
}};

}  // namespace

const MoodDrawing& drawing_of(model::Mood mood) {
  return kDrawings[static_cast<std::size_t>(mood)];
}

}  // namespace lectern::layout
