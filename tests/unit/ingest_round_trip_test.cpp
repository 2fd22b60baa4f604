// SPDX-License-Identifier: MIT
// The body format "blocks" holds all that Markdown can say: written out and read again, every article
// of the sample and of the tests has the same HTML.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "ingest/ingest.hpp"
#include "outline.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::ingest {
namespace {

namespace fs = std::filesystem;
using test::outline;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(RoundTrip, OfBlocksKeepsTheHtml) {
  const fs::path root = LECTERN_SOURCE_DIR;
  int count = 0;
  for (const char* folder : {"assets/sample", "tests/golden/articles", "tests/spec"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() != ".md") continue;
      const std::string path = entry.path().string();
      Diagnostics diagnostics;
      auto article = parse_markdown_file(read(path), path, diagnostics);
      ASSERT_TRUE(article) << path;
      article->format = model::BodyFormat::blocks;
      Diagnostics problems;
      const auto again = parse_article_json(write_article_json(*article), path, problems);
      ASSERT_TRUE(again) << path;
      EXPECT_EQ(outline(problems), "");
      EXPECT_EQ(outline(again->article.body), outline(article->body)) << path;
      EXPECT_EQ(semantics::write_fragment(again->article.body),
                semantics::write_fragment(article->body))
          << path;
      ++count;
    }
  }
  EXPECT_GT(count, 5);
}

}  // namespace
}  // namespace lectern::ingest
