// SPDX-License-Identifier: MIT
// What the view shows of the pointer and the keyboard, frame by frame.
#include "view_fixture.hpp"

namespace lectern::view {
namespace {

TEST_F(ViewTest, AButtonShowsThePointerOverItAndDown) {
  dpr = 2;
  origin_y = 8;
  build();
  height = page.height - origin_y;
  const Rect& rect = rect_of(node_of(Element::mood_button));
  draw_settled();
  expect_asked("Touched", Color::ink, Color::tint);
  point_at(rect);
  draw_settled();
  expect_asked("Touched", Color::ink, Color::tint_over);
  expect_asked("Sad", Color::ink, Color::tint);
  pointer_button(true);
  draw_settled();
  expect_asked("Touched", Color::ink, Color::tint_down);
  point_at(rect_of(node_of(Element::mood_button, 1)));  // held down, but no longer on it
  draw_settled();
  expect_asked("Touched", Color::ink, Color::tint);
  expect_asked("Sympathetic", Color::ink, Color::tint);
  pointer_button(false);
  draw_settled();
  expect_asked("Sympathetic", Color::ink, Color::tint_over);
  pointer_left();
  draw_settled();
  expect_asked("Sympathetic", Color::ink, Color::tint);
}

TEST_F(ViewTest, AMoveAndAPressThatComeTogetherShowTogether) {
  build();
  draw_settled();
  point_at(rect_of(node_of(Element::mood_button)));
  pointer_button(true);
  draw();
  expect_asked("Touched", Color::ink, Color::tint_down);
}

TEST_F(ViewTest, ALinkShowsThePointerOverItAndDown) {
  build();
  const int item = node_of(Element::column_item, 1);
  const layout::Target link{item, 0};
  const Rect rect = layout::target_rects(tree, prepared, page, link)[0];
  draw_settled();
  const size_t before = quads(0).size();
  point_at(rect);
  draw_settled();
  expect_asked("Other", Color::accent, Color::paper);
  EXPECT_EQ(quads(0).size(), before + 1);  // the underline
  pointer_button(true);
  draw_settled();
  expect_asked("Other", Color::accent, Color::tint_down);
}

TEST_F(ViewTest, TheFocusIsARingAroundItsTarget) {
  build();
  const int button = node_of(Element::share_button);
  const layout::Target targets[] = {{button, -1}, {node_of(Element::paragraph), 0}};
  for (const layout::Target& target : targets) {
    focus = {};
    draw_settled();
    const int before = ImGui::GetDrawData()->TotalVtxCount;
    focus = target;
    draw_settled();
    EXPECT_GT(ImGui::GetDrawData()->TotalVtxCount, before);
  }
  focus = {button, 3};  // a link that it does not have
  draw_settled();
  const int none = ImGui::GetDrawData()->TotalVtxCount;
  focus = {};
  draw_settled();
  EXPECT_EQ(ImGui::GetDrawData()->TotalVtxCount, none);
}

TEST_F(ViewTest, SettlesTwoFramesAfterAnInput) {
  build();
  draw_settled();
  EXPECT_FALSE(wants_another_frame());
  pointer_moved(1, 1);
  EXPECT_TRUE(wants_another_frame());
  draw();
  EXPECT_TRUE(wants_another_frame());
  draw();
  EXPECT_FALSE(wants_another_frame());
}

}  // namespace
}  // namespace lectern::view
