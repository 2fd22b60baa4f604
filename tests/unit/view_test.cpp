// SPDX-License-Identifier: MIT
// The view without a browser: a whole article page is laid out with fixed advances and drawn, an
// image source writes down what it is asked for, and ImGui's own vertices tell what was drawn.
#include "view/view.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

#include "imgui.h"
#include "view/theme.hpp"

namespace lectern::view {
namespace {

using layout::Color;
using layout::Element;
using model::Block;
using model::BlockKind;
using model::Inline;
using model::InlineKind;

constexpr std::uint64_t kGlyphPage = 7;
constexpr std::uint64_t kPicture = 8;

Inline inline_of(InlineKind kind, const std::string& text) {
  Inline item;
  item.kind = kind;
  if (kind == InlineKind::text || kind == InlineKind::code) {
    item.text = text;
  } else {
    item.children.push_back(inline_of(InlineKind::text, text));
  }
  if (kind == InlineKind::link) item.url = "https://example.org/";
  return item;
}

Block block_of(BlockKind kind, model::Inlines inlines, std::vector<Block> children = {}) {
  Block block;
  block.kind = kind;
  block.inlines = std::move(inlines);
  block.children = std::move(children);
  block.tight = true;
  return block;
}
Block paragraph(const std::string& text) {
  return block_of(BlockKind::paragraph, {inline_of(InlineKind::text, text)});
}

model::Article article() {
  model::Article article;
  article.lang = "en";
  article.title = "The title";
  article.body.push_back(block_of(
      BlockKind::paragraph,
      {inline_of(InlineKind::text, "plain "), inline_of(InlineKind::link, "linked"),
       inline_of(InlineKind::text, " and "), inline_of(InlineKind::code, "coded"),
       inline_of(InlineKind::text, " and "), inline_of(InlineKind::mark, "marked"),
       inline_of(InlineKind::text, " and "), inline_of(InlineKind::strikethrough, "struck")}));
  Block list = block_of(BlockKind::list, {},
                        {block_of(BlockKind::item, {}, {paragraph("first")}),
                         block_of(BlockKind::item, {}, {paragraph("second")})});
  list.ordered = true;
  list.start = 41;
  article.body.push_back(list);
  list.ordered = false;
  article.body.push_back(list);
  article.body.push_back(block_of(BlockKind::quote, {}, {paragraph("quoted")}));
  Block code = block_of(BlockKind::code, {});
  code.text = "block of code\n";
  article.body.push_back(code);
  article.body.push_back(block_of(BlockKind::rule, {}));
  Inline image;
  image.kind = InlineKind::image;
  image.url = "a.png";
  image.width = 320;
  image.height = 200;
  article.body.push_back(block_of(BlockKind::paragraph, {image}));
  article.body.push_back(block_of(BlockKind::table, {}, {block_of(BlockKind::row, {}, {})}));
  article.body.push_back(paragraph("\u05e9\u05dc\u05d5\u05dd"));  // Hebrew: left to the browser
  return article;
}

model::PageContext context() {
  model::PageContext context;
  context.site_title = "The Site";
  context.home_url = "../";
  context.breadcrumb = {{"Front", "../", "", false}, {"Column", "../c/", "", false}};
  context.columns = {{{"Column"}, "../c/", 0, true}, {{"Column", "Other"}, "../d/", 1, false}};
  context.next = {"The next story", "../n/", "", false};
  return context;
}

struct Asked {
  RunImageKey key;
  std::string text;
};

// Ten px wide and high for each byte, eight of them above the baseline, from one px to the left.
class FakeImages final : public ImageSource {
 public:
  std::optional<RunImage> run_image(const RunImageKey& key) override {
    asked.push_back({key, std::string(key.text)});
    if (key.text == no_room_for) return std::nullopt;
    RunImage image;
    image.texture = kGlyphPage;
    image.width = 10 * static_cast<float>(key.text.size());
    image.height = 10;
    image.left = -1;
    image.ascent = 8;
    return image;
  }
  std::optional<RunImage> picture(int, int width, int height) override {
    if (!has_pictures) return std::nullopt;
    RunImage image;
    image.texture = kPicture;
    image.width = static_cast<float>(width);
    image.height = static_cast<float>(height);
    return image;
  }

  std::vector<Asked> asked;
  std::string no_room_for;
  bool has_pictures = true;
};

struct Quad {
  std::uint64_t texture = 0;  // 0: ImGui's own, of shapes
  float left = 0, top = 0, right = 0, bottom = 0;
  bool operator==(const Quad&) const = default;
};

std::uint64_t texture_of(const ImDrawCmd& command) {
#ifdef IMGUI_HAS_TEXTURES
  return command.TexRef._TexData ? 0 : command.TexRef._TexID;
#else
  return command.TextureId == ImGui::GetIO().Fonts->TexID
             ? 0
             : std::bit_cast<std::uint64_t>(command.TextureId);
#endif
}

class ViewTest : public testing::Test {
 protected:
  void SetUp() override { start_imgui(); }
  void TearDown() override { stop_imgui(); }

  void build(float width = 1200, const model::Article& of = article()) {
    layout::FakeMeasurer measurer;
    const layout::Viewport viewport{width, 16};
    tree = layout::build_article_page(of, context(), reader);
    prepared = layout::prepare_page(tree, layout::metrics_of(viewport), measurer);
    page = layout::layout_page(tree, prepared, viewport, [](int, float) { return 40.0f; });
    if (height == 0) height = page.height;
  }

  void draw() {
    images.asked.clear();
    const Frame frame{.tree = tree,
                      .prepared = prepared,
                      .layout = page,
                      .reader = reader,
                      .images = images,
                      .dpr = dpr,
                      .rem_px = 16,
                      .origin_y = origin_y,
                      .height = height,
                      .focus = focus,
                      .set_blend = set_blend};
    begin_frame(static_cast<int>(page.width * dpr), static_cast<int>(std::lround(height * dpr)),
                0.016);
    painted = draw_page(frame);
    end_frame();
  }
  // As the app does: until the view has settled.
  void draw_settled() {
    do
      draw();
    while (wants_another_frame());
  }

  // The quads of images and of shapes with square corners.
  std::vector<Quad> quads() const {
    std::vector<Quad> found;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
      for (const ImDrawCmd& command : list->CmdBuffer) {
        for (unsigned i = 0; i + 6 <= command.ElemCount; i += 6) {
          const ImDrawIdx* index = list->IdxBuffer.Data + command.IdxOffset + i;
          const ImDrawVert* vertex = list->VtxBuffer.Data + command.VtxOffset;
          const ImVec2 a = vertex[index[0]].pos, b = vertex[index[2]].pos;
          found.push_back({texture_of(command), a.x, a.y, b.x, b.y});
        }
      }
    }
    return found;
  }
  std::vector<Quad> quads(std::uint64_t texture) const {
    std::vector<Quad> found = quads();
    std::erase_if(found, [&](const Quad& quad) { return quad.texture != texture; });
    return found;
  }
  static int draw_calls() {
    int calls = 0;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
      for (const ImDrawCmd& command : list->CmdBuffer)
        calls += command.ElemCount > 0;
    }
    return calls;
  }

  const Asked* asked_for(const std::string& text) const {
    const auto found = std::find_if(images.asked.begin(), images.asked.end(),
                                    [&](const Asked& asked) { return asked.text == text; });
    return found == images.asked.end() ? nullptr : &*found;
  }
  void expect_asked(const std::string& text, Color color, Color ground) const {
    const Asked* asked = asked_for(text);
    ASSERT_TRUE(asked) << text;
    EXPECT_EQ(asked->key.color, rgb_of(color, reader.theme)) << text;
    EXPECT_EQ(asked->key.ground, rgb_of(ground, reader.theme)) << text;
  }

  int node_of(Element element, int which = 0) const {
    for (int i = 0; i < static_cast<int>(tree.nodes.size()); ++i) {
      if (tree.nodes[static_cast<size_t>(i)].element == element && which-- == 0) return i;
    }
    return -1;
  }
  const Rect& rect_of(int node) const { return page.boxes[static_cast<size_t>(node)].rect; }
  bool is_painted(int node) const {
    return std::find(painted.begin(), painted.end(), node) != painted.end();
  }
  void point_at(const Rect& rect) const {
    pointer_moved((rect.x + rect.width / 2) * dpr, (rect.y + rect.height / 2 - origin_y) * dpr);
  }

  state::ReaderState reader;
  layout::PageTree tree;
  layout::PreparedPage prepared;
  layout::PageLayout page;
  FakeImages images;
  float dpr = 1;
  float origin_y = 0;
  float height = 0;  // the whole page unless set
  layout::Target focus;
  SetBlend set_blend = nullptr;
  std::vector<int> painted;
};

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

TEST(Theme, MixesInSteps) {
  EXPECT_EQ(mix(0x000000, 0xFFFFFF, 0), 0x000000u);
  EXPECT_EQ(mix(0x000000, 0xFFFFFF, 1), 0xFFFFFFu);
  EXPECT_EQ(mix(0x102030, 0x302010, 0.5f), 0x202020u);
}

}  // namespace
}  // namespace lectern::view
