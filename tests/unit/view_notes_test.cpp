// SPDX-License-Identifier: MIT
// Summaries, footnotes, corrections and moods on the canvas.
#include "ingest/ingest.hpp"
#include "view_fixture.hpp"

namespace lectern::view {
namespace {

model::Article article_of(std::string_view markdown) {
  Diagnostics diagnostics;
  model::Article article;
  article.title = "The title";
  article.body = ingest::parse_markdown(markdown, "a.md", {1, 1}, diagnostics);
  return article;
}

// Corners of triangles that a summary's marker consists of, with its soft edges: they lie to its left.
std::vector<ImVec2> marker(const Rect& summary) {
  std::vector<ImVec2> found;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    for (const ImDrawVert& vertex : list->VtxBuffer) {
      const bool beside = vertex.pos.x < summary.x - 4 && vertex.pos.x > summary.x - 24;
      if (beside && vertex.pos.y > summary.y && vertex.pos.y < summary.bottom()) {
        found.push_back(vertex.pos);
      }
    }
  }
  return found;
}

TEST_F(ViewTest, PaintsASummaryWithATriangleThatTurns) {
  for (const char* open : {"", " open"}) {
    build(1200, article_of("<details" + std::string(open) + "><summary>S</summary>\n\ninside"));
    draw_settled();
    const int summary = node_of(Element::summary);
    expect_asked("S", Color::ink, Color::paper);
    EXPECT_TRUE(is_painted(summary));
    EXPECT_EQ(is_painted(node_of(Element::paragraph)), *open != 0);
    EXPECT_EQ(asked_for("inside") != nullptr, *open != 0);
    const std::vector<ImVec2> points = marker(rect_of(summary));
    ASSERT_FALSE(points.empty());
    const auto by_x = [](ImVec2 a, ImVec2 b) { return a.x < b.x; };
    const auto by_y = [](ImVec2 a, ImVec2 b) { return a.y < b.y; };
    const auto [left, right] = std::minmax_element(points.begin(), points.end(), by_x);
    const auto [top, bottom] = std::minmax_element(points.begin(), points.end(), by_y);
    EXPECT_EQ(right->x - left->x > bottom->y - top->y, *open != 0);  // wide when it points down
  }
}

TEST_F(ViewTest, AMoodIsDrawnAboveItsNameAndGrowsWhenItIsPressed) {
  reader.mood = model::Mood::happy;
  build(1200, article_of("word"));
  const auto widest = [&](model::Mood mood) {
    const Rect& button = rect_of(node_of(Element::mood_button, static_cast<int>(mood)));
    float left = button.right(), right = button.x;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
      for (const ImDrawVert& vertex : list->VtxBuffer) {  // within the edges, above the label
        if (vertex.pos.x < button.x + 20 || vertex.pos.x > button.right() - 20 || vertex.pos.y < button.y + 4 || vertex.pos.y > button.y + 40) continue;
        left = std::min(left, vertex.pos.x);
        right = std::max(right, vertex.pos.x);
      }
    }
    return right - left;
  };
  draw_settled();
  const float small = widest(model::Mood::sad);
  EXPECT_NEAR(small, 22, 4);
  EXPECT_NEAR(widest(model::Mood::happy) / small, layout::kChosenScale, 0.06f);
  mood_age_ms = layout::kMotionMs / 2.0f;
  draw();
  EXPECT_GT(widest(model::Mood::happy), small + 1);
  EXPECT_LT(widest(model::Mood::happy), layout::kChosenScale * small - 0.5f);
}

TEST_F(ViewTest, PaintsFootnotesWithTheirNumbersAndWaysBack) {
  build(1200, article_of("word[^a]\n\n[^a]: the note"));
  draw_settled();
  EXPECT_TRUE(is_painted(node_of(Element::footnotes)));
  expect_asked("1", Color::accent, Color::paper);
  expect_asked("1.", Color::muted, Color::paper);
  expect_asked("↩", Color::accent, Color::paper);
  const Asked* body = asked_for("word");
  const Asked* note = asked_for("the note\u00A0");
  ASSERT_TRUE(body && note);
  const auto size = [&](const Asked& asked) {
    return prepared.fonts[static_cast<size_t>(asked.key.font)].size_px;
  };
  EXPECT_LT(size(*note), size(*body));
  EXPECT_LT(size(*asked_for("1")), size(*note));
}

TEST_F(ViewTest, PaintsCorrections) {
  model::Article of = article_of("end");
  of.corrections = {{"", "It was wrong."}};
  build(1200, of);
  draw_settled();
  expect_asked("Corrections", Color::ink, Color::paper);
  expect_asked("It was wrong.", Color::ink, Color::paper);
}

}  // namespace
}  // namespace lectern::view
