// SPDX-License-Identifier: MIT
// The view without a browser: a whole article page is laid out with fixed advances and drawn, an
// image source writes down what it is asked for, and ImGui's own vertices tell what was drawn.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "imgui.h"
#include "layout/mood_drawings.hpp"
#include "view/theme.hpp"
#include "view/view.hpp"

namespace lectern::view {

using layout::Color;
using layout::Element;
using model::Block;
using model::BlockKind;
using model::Inline;
using model::InlineKind;

inline constexpr std::uint64_t kGlyphPage = 7;
inline constexpr std::uint64_t kPicture = 8;

inline Inline inline_of(InlineKind kind, const std::string& text) {
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

inline Block block_of(BlockKind kind, model::Inlines inlines, std::vector<Block> children = {}) {
  Block block;
  block.kind = kind;
  block.inlines = std::move(inlines);
  block.children = std::move(children);
  block.tight = true;
  return block;
}
inline Block paragraph(const std::string& text) {
  return block_of(BlockKind::paragraph, {inline_of(InlineKind::text, text)});
}

inline model::Article article() {
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

inline model::PageContext context() {
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

inline std::uint64_t texture_of(const ImDrawCmd& command) {
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

  void build(float width = 1200, const model::Article& of = article(), const model::PageContext& around = context()) {
    layout::FakeMeasurer measurer;
    const layout::Viewport viewport{width, 16};
    tree = layout::build_article_page(of, around, reader);
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
                      .canvas = {0, origin_y, page.width, height},
                      .focus = focus,
                      .mood_age_ms = mood_age_ms,
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
  float mood_age_ms = layout::kMotionMs;
  SetBlend set_blend = nullptr;
  std::vector<int> painted;
};

}  // namespace lectern::view
