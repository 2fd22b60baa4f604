// SPDX-License-Identifier: MIT
// Code in colours on a site: page, embed and article.json say the same, and nothing else has them.
#include "ingest/ingest.hpp"
#include "layout/page_tree.hpp"
#include "model/urls.hpp"
#include "publish_fixture.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

class CodeTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
    article("one.md", "title: One",
            "```text\nlet x = 1;\n```\n\n> ```js\n> let x = \"<\";\n> ```\n\nText.[^a]\n\n[^a]: Note\n\n    ```diff\n    -a\n    ```\n");
    article("two.md", "title: Two", "```text\nplain\n```\n\n    let x = 1;\n");
  }
  bool has(const std::string& path, const std::string& text) const { return read(path).find(text) != std::string::npos; }
};

TEST_F(CodeTest, PageAndEmbedHaveTheSameSpans) {
  build();
  for (const char* page : {"site/a/one/index.html", "site/embed/one/index.html"}) {
    EXPECT_TRUE(has(page, "<code class=\"language-text\">let x = 1;\n</code>")) << page;
    EXPECT_TRUE(has(page, "<code class=\"language-js\"><span class=\"code-keyword\">let</span> x = "
                          "<span class=\"code-string\">&quot;&lt;&quot;</span>;\n</code>")) << page;
    EXPECT_TRUE(has(page, "<span class=\"code-deleted\">-a\n</span>")) << page;
  }
  EXPECT_FALSE(has("site/feed.json", "code-keyword"));
  EXPECT_FALSE(has("site/a/two/index.html", "<span class=\"code-"));
}

TEST_F(CodeTest, TheViewerIsToldThem) {
  build();
  Diagnostics diagnostics;
  auto file = ingest::parse_article_json(read("site/a/one/article.json"), "article.json", diagnostics);
  ASSERT_TRUE(file && file->context);
  EXPECT_EQ(file->context->code, (std::vector<std::string>{"", "3k5p3s2p", "3d"}));
  model::apply_urls(file->article, *file->context);
  const std::string page = semantics::write_page(layout::build_article_page(file->article, *file->context, {}));
  const std::string pre = page.substr(page.find("<pre"), page.find("Text.") - page.find("<pre"));
  EXPECT_TRUE(has("site/a/one/index.html", pre)) << pre;
  EXPECT_FALSE(has("site/a/two/article.json", "\"code\": [")) << "there is none in colours";
}

TEST_F(CodeTest, AnotherBuildLeavesItAsItIs) {
  build();
  const std::string page = read("site/a/one/index.html");
  const SiteResult again = build("", 4);
  EXPECT_EQ(again.written, 0);
  EXPECT_EQ(read("site/a/one/index.html"), page);
}

}  // namespace
}  // namespace lectern::publish
