// SPDX-License-Identifier: MIT
// The steps that the viewer makes a page's elements by: taken as HTML, they give the page that the
// publisher writes, byte for byte.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "ingest/ingest.hpp"
#include "layout/page_tree.hpp"
#include "publish/code_colours.hpp"
#include "semantics/html_markup.hpp"
#include "semantics/html_writer.hpp"
#include "semantics/markup_steps.hpp"

namespace {

namespace fs = std::filesystem;
using namespace lectern;
using semantics::MarkupStep;

const fs::path kRoot = LECTERN_SOURCE_DIR;

std::string taken_as_html(const semantics::MarkupSteps& markup) {
  semantics::HtmlMarkup html;
  std::vector<std::string> texts;
  for (std::istringstream in(markup.texts().substr(1)); in;) std::getline(in, texts.emplace_back(), '\0');
  auto text = texts.begin();
  for (const std::uint8_t step : markup.steps()) {
    switch (static_cast<MarkupStep>(step)) {
      case MarkupStep::close:
        html.close();
        continue;
      case MarkupStep::open:
        html.open((text++)->c_str());
        continue;
      case MarkupStep::text:
        html.text(*text++);
        continue;
      case MarkupStep::attribute:
        html.attribute(text[0].c_str(), text[1]);
        break;
      case MarkupStep::url:
        html.url(text[0].c_str(), text[1]);
        break;
      case MarkupStep::flag:
        html.flag(text[0].c_str());
        break;
    }
    text += 2;
  }
  EXPECT_EQ(text + 1, texts.end());  // a failed read is the last
  return html.take();
}

TEST(Markup, StepsAreThePageThatThePublisherWrites) {
  int articles = 0;
  for (const char* folder : {"tests/golden/articles", "tests/spec", "assets/sample"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      if (entry.path().extension() != ".md") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::ostringstream text;
      text << in.rdbuf();
      Diagnostics diagnostics;
      const auto file = ingest::parse_own_file(text.str(), entry.path().filename(), diagnostics);
      ASSERT_TRUE(file) << entry.path();
      model::PageContext context;
      context.site_title = "A & B's \"site\"";
      context.home_url = "../../?a&b'c";
      context.breadcrumb = {{context.site_title, context.home_url, "", false}};
      context.code = publish::code_colours(file->article.body);
      const layout::PageTree tree = layout::build_article_page(file->article, context, {});
      semantics::MarkupSteps markup;
      semantics::write_page(tree, markup);
      EXPECT_EQ(taken_as_html(markup), semantics::write_page(tree)) << entry.path();
      ++articles;
    }
  }
  EXPECT_GT(articles, 10);
}

}  // namespace
