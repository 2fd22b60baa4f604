// SPDX-License-Identifier: MIT
// A process that remembers the build before makes the site that one without memory makes.
#include <map>

#include "publish/memory.hpp"
#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

namespace fs = std::filesystem;

class MemoryTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
    write("content/publication.json", R"({"title": "P", "sections": [["World"], ["Home"]]})");
    for (const char* name : {"one", "two", "three", "four"}) {
      article(std::string(name) + ".md",
              "title: " + std::string(name) + " of the harbour\nsection: [World]\ntags: [sea]\npublished: 2026-01-02",
              "The harbour master counted the ships, and the tide took " + std::string(name) + " of them.");
    }
  }
  std::map<std::string, std::string> publish(const std::string& site, BuildMemory* memory) {
    LoadOptions load_options;
    load_options.memory = memory;
    const auto content = load(load_options);
    std::string problem;
    const auto viewer = load_viewer("viewer", problem);
    EXPECT_TRUE(content && viewer);
    SiteOptions options{site, "https://example.org", 2};
    options.memory = memory;
    written_ = build_site(*content, *viewer, options).written;
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(root_ / site)) {
      const std::string path = fs::relative(entry.path(), root_ / site).string();
      if (entry.is_regular_file()) files[path] = read(site + '/' + path);
    }
    return files;
  }
  // Both ways; what is said must be the same too.
  void expect_same(const std::string& what) {
    const auto remembered = publish("site", &memory_);
    const std::string said_then = said();
    fs::remove_all(root_ / "clean");
    EXPECT_EQ(remembered, publish("clean", nullptr)) << what;
    EXPECT_EQ(said_then, said()) << what;
  }

  BuildMemory memory_;
  int written_ = 0;
};

TEST_F(MemoryTest, WhateverChangesTheSiteIsThatOfACleanBuild) {
  expect_same("the first build");
  article("two.md", "title: Two of the harbour\nsection: [World]\npublished: 2026-01-02", "Another text.");
  expect_same("a text and a title");
  article("three.md", "title: [", "Broken.");
  expect_same("an error");
  article("three.md", "title: Three\nsection: [Home]\nlang: de\npublished: 2026-01-03", "Noch ein Hafen.");
  expect_same("mended, in another column and language");
  fs::remove(root_ / "content/one.md");
  expect_same("gone");
  article("one.md", "title: One of the harbour\ndraft: true");
  expect_same("there again, as a draft");
  article("new.md", "title: New\nsection: [World]\ntags: [sea]\npublished: 2026-01-04", "![](none.png)");
  expect_same("a new one with a warning");
  write("content/publication.json", R"({"title": "Q", "lang": "de"})");
  expect_same("another publication");
  write("content/publication.json", R"({"title": "Q", "lang": "de", "embed": {"allow": ["https://a.example"]}})");
  expect_same("other partners");
}

TEST_F(MemoryTest, WhatIsTheSameIsLeftAloneAndWhatIsMissingIsWrittenAgain) {
  const auto files = publish("site", &memory_);
  publish("site", &memory_);
  EXPECT_EQ(written_, 0);
  fs::remove(root_ / "site/a/two/index.html");
  EXPECT_EQ(publish("site", &memory_), files);
  EXPECT_EQ(written_, 1);
}

}  // namespace
}  // namespace lectern::publish
