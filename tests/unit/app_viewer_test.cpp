// SPDX-License-Identifier: MIT
// The viewer on the headless platform: what it asks of the page's HTML and what it paints.
#include "app/viewer.hpp"

#include <gtest/gtest.h>

#include "ingest/ingest.hpp"
#include "platform/headless/headless.hpp"

namespace lectern::app {
namespace {

using platform::headless;

std::string article_json(std::string markdown = "A first paragraph.\n\nAnd a second one.") {
  model::Article article;
  article.id = "tides";
  article.lang = "en";
  article.title = "Tides";
  article.source = std::move(markdown);
  model::PageContext context;
  context.site_title = "The Page";
  context.site_lang = "en";
  context.home_url = "../../";
  return ingest::write_article_json(article, &context);
}

class ViewerTest : public testing::Test {
 protected:
  void SetUp() override { headless() = {}; }
  bool open(const std::string& json) {
    viewer_.open(json, "", "https://example.org/a/tides/");
    while (viewer_.step()) {
    }
    viewer_.redraw();
    return viewer_.on_canvas();
  }
  // Runs frames until none is asked for; more than a few would be a loop.
  int settle() {
    int frames = 0;
    while (headless().frame_requested && frames < 20) {
      headless().frame_requested = false;
      viewer_.frame();
      ++frames;
    }
    return frames;
  }
  int node_with_key(std::string_view key) const {
    for (size_t i = 0; i < viewer_.tree().nodes.size(); ++i) {
      if (viewer_.tree().nodes[i].key == key) return static_cast<int>(i);
    }
    return -1;
  }
  Viewer viewer_{{390, 800, 16, 1}, state::Theme::light, false, true};
};

TEST_F(ViewerTest, PaintsThePageAndThenRests) {
  ASSERT_TRUE(open(article_json())) << viewer_.message();
  EXPECT_GT(settle(), 0);
  EXPECT_FALSE(headless().painted.empty());
  EXPECT_FALSE(headless().rastered.empty());
  EXPECT_EQ(viewer_.tree().words, 7);
  viewer_.pointer(1, 1, false);  // over nothing: nothing changes
  EXPECT_FALSE(headless().frame_requested);
}

TEST_F(ViewerTest, ShowsKeepsAndTakesBackAMood) {
  ASSERT_TRUE(open(article_json()));
  settle();
  const int sad = node_with_key("sad");
  viewer_.click(sad, true);
  EXPECT_EQ((headless().attributes[{sad, "aria-pressed"}]), "true");
  EXPECT_TRUE(headless().frame_requested);
  viewer_.click(sad, true);
  EXPECT_EQ((headless().attributes[{sad, "aria-pressed"}]), "false");
  using Stored = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(headless().stored_moods, (Stored{{"tides", "sad"}, {"tides", ""}}));
}

TEST_F(ViewerTest, AMoodMovesForAMomentUnlessNothingIsTo) {
  ASSERT_TRUE(open(article_json()));
  for (const bool still : {false, true}) {
    headless().now_ms += 1000;
    settle();
    viewer_.click(node_with_key("sad"), still);
    int frames = 0;
    for (; headless().frame_requested && frames < 100; ++frames) {
      headless().frame_requested = false;
      viewer_.frame();
      headless().now_ms += 10;
    }
    EXPECT_EQ(frames > 10, !still) << frames;
    EXPECT_LT(frames, 20);
  }
}

TEST_F(ViewerTest, CopiesTheAddressOfThePage) {
  ASSERT_TRUE(open(article_json()));
  viewer_.click(node_with_key("copy"), true);
  EXPECT_EQ(headless().copied, std::vector<std::string>{"https://example.org/a/tides/"});
}

TEST_F(ViewerTest, StaysHtmlWithoutWebGlButAnswersPresses) {
  headless().has_webgl = false;
  EXPECT_FALSE(open(article_json()));
  EXPECT_EQ(viewer_.message(), "This browser has no WebGL2.");
  viewer_.click(node_with_key("happy"), true);
  EXPECT_EQ(headless().stored_moods.size(), 1u);
}

TEST_F(ViewerTest, StaysHtmlWhenThePageIsAnotherOne) {
  headless().twin_matches = false;
  EXPECT_FALSE(open(article_json()));
  EXPECT_TRUE(headless().twin.empty());
  EXPECT_TRUE(headless().painted.empty());
}

TEST_F(ViewerTest, SaysInASentenceWhatIsWrongWithAnArticle) {
  for (const std::string& json : {std::string(), std::string("{"), std::string("[]"),
                                  std::string("{\"title\": 7, \"body\": {}}"),
                                  std::string(100000, '['), std::string("\0\xFF", 2)}) {
    EXPECT_FALSE(open(json));
    EXPECT_FALSE(viewer_.message().empty());
  }
}

TEST_F(ViewerTest, ShowsTheHtmlWhileTheContextIsLost) {
  ASSERT_TRUE(open(article_json()));
  settle();
  viewer_.lose_context();
  EXPECT_TRUE(headless().painted.empty());
  viewer_.restore_context();
  settle();
  EXPECT_FALSE(headless().painted.empty());
}

TEST_F(ViewerTest, MovesTheCanvasWithTheReader) {
  std::string markdown;
  for (int i = 0; i < 400; ++i) markdown += "A paragraph of some words to fill a page with.\n\n";
  ASSERT_TRUE(open(article_json(markdown)));
  settle();
  EXPECT_FLOAT_EQ(headless().canvas.top_px, 0);
  headless().now_ms = 1000;
  viewer_.scroll(10000);
  settle();
  const auto& canvas = headless().canvas;
  EXPECT_LE(canvas.top_px, 10000 - 400);
  EXPECT_GE(canvas.top_px + canvas.height_px, 10800 + 400);
}

TEST_F(ViewerTest, ReadsALongTextInStepsToTheSamePage) {
  std::string markdown;
  for (int i = 0; i < 3000; ++i) markdown += "A paragraph of *some* words.[^1]\n\n- and\n- a list\n\n";
  markdown += "[^1]: A note.\n";
  model::Article article;
  article.id = "long";
  article.title = "Long";
  model::PageContext context;
  context.site_title = "The Page";
  context.cuts = ingest::markdown_cuts(markdown);
  ASSERT_GE(context.cuts.size(), 2u);
  viewer_.open(ingest::write_article_json(article, &context), markdown, "https://example.org/");
  size_t steps = 0;
  while (viewer_.step()) ++steps;
  EXPECT_GT(steps, context.cuts.size());
  const layout::PageTree& in_steps = viewer_.tree();

  article.source = markdown;
  Viewer other({390, 800, 16, 1}, state::Theme::light, false, false);
  other.open(ingest::write_article_json(article, &context), "", "https://example.org/");
  while (other.step()) {
  }
  const layout::PageTree& at_once = other.tree();
  EXPECT_EQ(in_steps.words, at_once.words);
  ASSERT_EQ(in_steps.nodes.size(), at_once.nodes.size());
  for (size_t i = 0; i < at_once.nodes.size(); ++i) {
    EXPECT_EQ(in_steps.nodes[i].element, at_once.nodes[i].element);
    EXPECT_EQ(model::text_of(in_steps.nodes[i].inlines), model::text_of(at_once.nodes[i].inlines));
  }
}

// What the browser has kept may come at any moment.
TEST_F(ViewerTest, TakesAMoodBetweenTheSteps) {
  for (int early = 0; early < 8; ++early) {
    Viewer viewer({390, 800, 16, 1}, state::Theme::light, false, true);
    viewer.open(article_json(), "", "https://example.org/");
    for (int i = 0; i < early; ++i) viewer.step();
    viewer.dispatch(state::MoodLoaded{model::Mood::sad});
    viewer.pointer(100, 100, true);
    while (viewer.step()) {
    }
    viewer.frame();
    EXPECT_TRUE(viewer.on_canvas());
    EXPECT_FALSE(headless().painted.empty()) << "a mood after " << early << " steps";
  }
}

TEST_F(ViewerTest, LeavesAQuickScrollToTheHtmlUntilItRests) {
  std::string markdown;
  for (int i = 0; i < 400; ++i) markdown += "A paragraph of some words to fill a page with.\n\n";
  ASSERT_TRUE(open(article_json(markdown)));
  settle();
  headless().now_ms = 1000;
  viewer_.scroll(20);
  for (int i = 1; i <= 50; ++i) {
    headless().now_ms += 20;
    viewer_.scroll(20.0f + 40.0f * static_cast<float>(i));  // two and a half windows a second
  }
  EXPECT_EQ(settle(), 0);
  viewer_.rest();
  EXPECT_GT(settle(), 0);
  EXPECT_GE(headless().canvas.top_px + headless().canvas.height_px, 2020 + 800);
  const float top = headless().canvas.top_px;
  for (int i = 1; i <= 100; ++i) {
    headless().now_ms += 20;
    viewer_.scroll(2020.0f + 8.0f * static_cast<float>(i));  // half a window
  }
  settle();
  EXPECT_GT(headless().canvas.top_px, top) << "a slow scroll is followed";
}

// The page as it is after a press, and as it is when all is laid out anew.
TEST_F(ViewerTest, LaysOutAPressedTextInItsPlace) {
  ASSERT_TRUE(open(article_json()));
  settle();
  const int layouts = viewer_.counters().layouts;
  viewer_.click(node_with_key("copy"), true);
  viewer_.dispatch(state::Copied{true});
  settle();
  EXPECT_EQ(viewer_.counters().layouts, layouts);
  const layout::PageLayout at_once = viewer_.page_layout();
  viewer_.relayout();
  settle();
  const layout::PageLayout& anew = viewer_.page_layout();
  ASSERT_EQ(at_once.lines.size(), anew.lines.size());
  for (size_t i = 0; i < anew.lines.size(); ++i) {
    EXPECT_EQ(at_once.lines[i].node, anew.lines[i].node);
    EXPECT_EQ(at_once.lines[i].x, anew.lines[i].x);
    EXPECT_EQ(at_once.lines[i].top, anew.lines[i].top);
    EXPECT_EQ(at_once.lines[i].width, anew.lines[i].width);
  }
  for (size_t i = 0; i < anew.boxes.size(); ++i) {
    EXPECT_EQ(at_once.boxes[i].line_count, anew.boxes[i].line_count) << i;
    if (anew.boxes[i].line_count > 0) EXPECT_EQ(at_once.boxes[i].first_line, anew.boxes[i].first_line) << i;
  }
}

TEST_F(ViewerTest, LaysOutOfALongArticleWhatTheReaderIsNear) {
  std::string markdown;
  for (int i = 0; i < 1000; ++i) markdown += "A paragraph of some words to fill a page with.\n\n";
  ASSERT_TRUE(open(article_json(markdown)));
  settle();
  EXPECT_GT(headless().twin.size(), 20u);
  EXPECT_LT(headless().twin.size(), 250u);
  const int first = headless().painted.front();
  headless().now_ms = 1000;
  viewer_.scroll(15000);
  settle();
  EXPECT_LT(headless().twin.size(), 250u);
  EXPECT_NE(headless().painted.front(), first);
  // In the headless browser each block stands 30 px below the one before it.
  const auto& boxes = viewer_.page_layout().boxes;
  const auto& segment = viewer_.page_layout().segments.front();
  EXPECT_FLOAT_EQ(boxes[static_cast<size_t>(segment.node)].rect.y, 30.0f * static_cast<float>(segment.node));
  headless().block_height = 31;
  viewer_.moved();
  EXPECT_FLOAT_EQ(viewer_.page_layout().segments.front().top_px,
                  31.0f * static_cast<float>(viewer_.page_layout().segments.front().node));
}

TEST_F(ViewerTest, KeepsThePlaceWhenThePageGetsNarrower) {
  std::string markdown;
  for (int i = 0; i < 60; ++i) markdown += "A paragraph of some words to fill a page with, over more lines than one.\n\n";
  ASSERT_TRUE(open(article_json(markdown)));
  settle();
  viewer_.scroll(2000);
  settle();
  viewer_.resize({300, 700, 16, 1});
  settle();
  ASSERT_EQ(headless().scrolled_to.size(), 1u);
  EXPECT_GT(headless().scrolled_to[0], 2200);  // the same words stand further down
  viewer_.scroll(headless().scrolled_to[0]);
  headless().now_ms = 5000;
  viewer_.resize({300, 600, 16, 1});  // a phone's bars alone move nothing
  settle();
  EXPECT_EQ(headless().scrolled_to.size(), 1u);
}

}  // namespace
}  // namespace lectern::app
