// SPDX-License-Identifier: MIT
// What the view paints, in which colours, where, and what it leaves to the HTML.
#include "view_fixture.hpp"

namespace lectern::view {
namespace {

TEST_F(ViewTest, AsksForEveryTextInItsColourOnItsGround) {
  reader.mood = model::Mood::sad;
  for (const state::Theme theme : {state::Theme::light, state::Theme::dark}) {
    reader.theme = theme;
    build();
    draw_settled();
    expect_asked("The Site", Color::ink, Color::paper);
    expect_asked("Front", Color::muted, Color::paper);
    expect_asked("›", Color::muted, Color::paper);
    expect_asked("The title", Color::ink, Color::paper);
    expect_asked("plain", Color::ink, Color::paper);
    expect_asked("linked", Color::accent, Color::paper);
    expect_asked("coded", Color::ink, Color::tint);
    expect_asked("marked", Color::ink, Color::highlight);
    expect_asked("struck", Color::ink, Color::paper);
    expect_asked("41.", Color::muted, Color::paper);
    expect_asked("42.", Color::muted, Color::paper);
    expect_asked("quoted", Color::ink, Color::paper);
    expect_asked("block of code", Color::ink, Color::tint);
    expect_asked("Copy link", Color::ink, Color::tint);
    expect_asked("Sad", Color::on_accent, Color::accent);
    expect_asked("Happy", Color::ink, Color::tint);
    expect_asked("Other", Color::ink, Color::paper);
    expect_asked("The next story", Color::ink, Color::paper);
  }
}

TEST_F(ViewTest, AsksForCodeInItsColours) {
  model::Article of = article();
  std::erase_if(of.body, [](const Block& block) { return block.kind != BlockKind::code; });
  model::PageContext around = context();
  around.code = {"5k8p1n"};
  for (const state::Theme theme : {state::Theme::light, state::Theme::dark}) {
    reader.theme = theme;
    build(1200, of, around);
    draw_settled();
    expect_asked("block", Color::code_keyword, Color::tint);
    expect_asked(" of code", Color::ink, Color::tint);
  }
}

TEST_F(ViewTest, GivesEveryNodeWithPaintOfItsOwnOnceAndInOrder) {
  build();
  draw_settled();
  std::vector<int> expected;
  for (int i = 0; i < static_cast<int>(tree.nodes.size()); ++i) {
    const layout::Node& node = tree.nodes[static_cast<size_t>(i)];
    const bool paint = layout::token_of(node.element).text || node.element == Element::item ||
                       node.element == Element::quote || node.element == Element::rule ||
                       node.element == Element::image;
    if (paint && !node.hidden && !node.html_only) expected.push_back(i);
  }
  EXPECT_EQ(painted, expected);
  EXPECT_TRUE(is_painted(node_of(Element::share_status)));      // it has nothing to say
  EXPECT_FALSE(is_painted(node_of(Element::share_button, 1)));  // no share sheet here
}

TEST_F(ViewTest, RunsLieOnWholeDevicePxAtTheirOwnSize) {
  for (const float ratio : {1.0f, 1.25f, 2.0f}) {
    dpr = ratio;
    build(1000);  // a page that begins between two px
    origin_y = 100 / dpr;
    height = page.height - origin_y;
    draw_settled();
    const int node = node_of(Element::paragraph);
    const layout::Line& line =
        page.lines[static_cast<size_t>(page.boxes[static_cast<size_t>(node)].first_line)];
    const std::vector<Quad> found = quads(kGlyphPage);
    for (const Quad& quad : found) {
      EXPECT_EQ(quad.left, std::floor(quad.left));
      EXPECT_EQ(quad.top, std::floor(quad.top));
      EXPECT_EQ(quad.bottom - quad.top, 10);
      EXPECT_EQ(std::fmod(quad.right - quad.left, 10), 0);
    }
    for (int i = 0; i < line.run_count; ++i) {
      const layout::Run& run = page.runs[static_cast<size_t>(line.first_run + i)];
      const std::string text = prepared.texts[static_cast<size_t>(node)].text.substr(
          static_cast<size_t>(run.begin), static_cast<size_t>(run.end - run.begin));
      const float x = std::round(run.x * dpr * 64) / 64;
      const float left = std::floor(x) - 1;
      const float top = std::round(line.baseline * dpr) - 100 - 8;
      const Quad expected{kGlyphPage, left, top, left + 10 * static_cast<float>(text.size()),
                          top + 10};
      EXPECT_NE(std::find(found.begin(), found.end(), expected), found.end()) << text;
      const auto asked =
          std::find_if(images.asked.begin(), images.asked.end(), [&](const Asked& key) {
            return key.text == text && key.key.x_fraction == x - std::floor(x);
          });
      EXPECT_NE(asked, images.asked.end()) << text;
    }
  }
}

TEST_F(ViewTest, LeavesOutWhatTheCanvasDoesNotHoldWhole) {
  build();
  const int title = node_of(Element::title);
  origin_y = rect_of(title).y + 1;
  height = 400;
  draw_settled();
  EXPECT_FALSE(is_painted(title));
  EXPECT_FALSE(asked_for("The title"));
  EXPECT_FALSE(is_painted(node_of(Element::site_name)));
  EXPECT_TRUE(is_painted(node_of(Element::paragraph)));
  EXPECT_FALSE(is_painted(node_of(Element::turn_link)));
  EXPECT_FALSE(asked_for("The next story"));

  origin_y = rect_of(title).y;
  draw_settled();
  EXPECT_TRUE(is_painted(title));
}

TEST_F(ViewTest, PaintsNothingOfATextWithoutRoom) {
  build();
  draw_settled();
  const size_t before = quads().size();
  images.no_room_for = "marked";  // one run of many
  draw_settled();
  const int node = node_of(Element::paragraph);
  EXPECT_FALSE(is_painted(node));
  EXPECT_TRUE(is_painted(node_of(Element::item)));
  EXPECT_LT(quads().size(), before - 8);  // its eight runs, and its lines
  images.no_room_for = "Copy link";
  draw_settled();
  EXPECT_FALSE(is_painted(node_of(Element::share_button)));
  images.no_room_for = "41.";
  draw_settled();
  EXPECT_FALSE(is_painted(node_of(Element::item)));
  EXPECT_TRUE(is_painted(node_of(Element::item_text)));
}

TEST_F(ViewTest, PaintsPicturesInTheirRectOnceTheyAreThere) {
  build();
  images.has_pictures = false;
  draw_settled();
  const int node = node_of(Element::image);
  EXPECT_FALSE(is_painted(node));
  images.has_pictures = true;
  draw_settled();
  EXPECT_TRUE(is_painted(node));
  const Rect& rect = rect_of(node);
  const std::vector<Quad> expected{{kPicture, std::round(rect.x), std::round(rect.y),
                                    std::round(rect.right()), std::round(rect.bottom())}};
  EXPECT_EQ(quads(kPicture), expected);
}

TEST_F(ViewTest, ALineOfALinkIsUnderItsWords) {
  build();
  draw_settled();
  const layout::Target link{node_of(Element::paragraph), 0};
  const Rect rect = layout::target_rects(tree, prepared, page, link)[0];
  const std::vector<Quad> shapes = quads(0);
  const auto underline = std::find_if(shapes.begin(), shapes.end(), [&](const Quad& quad) {
    return quad.left == std::round(rect.x) && quad.right == std::round(rect.right()) &&
           quad.bottom - quad.top == 1;
  });
  ASSERT_NE(underline, shapes.end());
  const layout::Line& line =
      page.lines[static_cast<size_t>(page.boxes[static_cast<size_t>(link.node)].first_line)];
  EXPECT_GT(underline->top, line.baseline);
  EXPECT_LE(underline->bottom, line.top + line.height);
}

TEST_F(ViewTest, DrawsAWholePageInFewCalls) {
  build();
  draw_settled();
  // Grounds, glyphs, the picture, glyphs, lines.
  EXPECT_LE(draw_calls(), 5);
}

Blend blend_now = Blend::over;

// Opaque images overlap: the darker px stays of dark text, the lighter of light text.
TEST_F(ViewTest, BlendsTextByItsGroundAndNothingElse) {
  for (const state::Theme theme : {state::Theme::light, state::Theme::dark}) {
    reader.theme = theme;
    reader.mood = model::Mood::sad;  // its label is the other way round
    set_blend = [](Blend blend) { blend_now = blend; };
    blend_now = Blend::over;
    build();
    draw_settled();
    int text[3] = {};
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
      for (const ImDrawCmd& command : list->CmdBuffer) {
        if (command.UserCallback) {
          command.UserCallback(list, &command);
        } else if (texture_of(command) == kGlyphPage) {
          text[static_cast<int>(blend_now)] += static_cast<int>(command.ElemCount) / 6;
        } else if (command.ElemCount > 0) {
          EXPECT_EQ(blend_now, Blend::over);
        }
      }
    }
    const bool dark = theme == state::Theme::dark;
    EXPECT_EQ(text[static_cast<int>(Blend::over)], 0);
    EXPECT_EQ(text[static_cast<int>(dark ? Blend::darker : Blend::lighter)], 1);
    EXPECT_GT(text[static_cast<int>(dark ? Blend::lighter : Blend::darker)], 20);
  }
}

// ImGui's indices have 16 bits: a page of nothing but inline code would need more.
TEST_F(ViewTest, LeavesToTheBrowserWhatIsTooMuchForADrawList) {
  model::Article of = article();
  model::Inlines codes;
  for (int i = 0; i < 60; ++i) {
    codes.push_back(inline_of(InlineKind::code, "code"));
    codes.push_back(inline_of(InlineKind::text, " word "));
  }
  of.body.assign(100, block_of(BlockKind::paragraph, codes));
  build(1200, of);
  draw_settled();
  EXPECT_LT(ImGui::GetDrawData()->TotalVtxCount, 1 << 16);
  EXPECT_TRUE(is_painted(node_of(Element::paragraph)));
  EXPECT_FALSE(is_painted(node_of(Element::paragraph, 99)));
}

TEST(Theme, MixesInSteps) {
  EXPECT_EQ(mix(0x000000, 0xFFFFFF, 0), 0x000000u);
  EXPECT_EQ(mix(0x000000, 0xFFFFFF, 1), 0xFFFFFFu);
  EXPECT_EQ(mix(0x102030, 0x302010, 0.5f), 0x202020u);
}

}  // namespace
}  // namespace lectern::view
