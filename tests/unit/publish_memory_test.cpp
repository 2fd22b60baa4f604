// SPDX-License-Identifier: MIT
// Who remembers the build before, in a process or by a file, makes the site that one without memory makes.
#include <sys/resource.h>

#include <csignal>
#include <functional>
#include <map>
#include <random>

#include "publish/memory_file.hpp"
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
  std::map<std::string, std::string> publish(const std::string& site, BuildMemory* memory, int jobs = 2) {
    LoadOptions load_options;
    load_options.memory = memory;
    load_options.jobs = jobs;
    const auto content = load(load_options);
    std::string problem;
    const auto viewer = load_viewer("viewer", problem);
    EXPECT_TRUE(content && viewer);
    SiteOptions options{site, "https://example.org", jobs};
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
    auto remembered = publish("site", &memory_);
    // The index of the build before stays for one more, and a clean one has none.
    std::erase_if(remembered, [&](const auto& file) {
      return file.first.starts_with("_/") && remembered.at(".lectern-files").find(file.first + '\n') == std::string::npos;
    });
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

TEST_F(MemoryTest, WhatWasTouchedSinceIsWrittenAgain) {
  const auto files = publish("site", &memory_);
  write("site/a/two/index.html", std::string(read("site/a/two/index.html").size(), 'x'));
  write("site/index.html", "");
  EXPECT_EQ(publish("site", &memory_), files);
  EXPECT_EQ(written_, 2);
}

// Any order of changes that an editor may come to, each build on another number of threads, and between two of them
// the memory goes through a file.
TEST_F(MemoryTest, AfterAnyChangesTheFilesAreThoseOfACleanBuild) {
  std::mt19937 random(20260509);
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  const auto one_of = [&](std::initializer_list<const char*> list) { return std::string(*(list.begin() + below(static_cast<unsigned>(list.size())))); };
  const auto name = [&] { return "n" + std::to_string(below(14)); };
  const auto words = [&](unsigned count) {
    std::string text;
    for (unsigned i = 0; i < count; ++i) text += one_of({"harbour ", "tide ", "ship ", "keeper ", "lamp ", "rope ", "storm ", "Anchor ", "gull ", "chart "});
    return text;
  };
  const auto save = [&](const std::string& id) {
    std::string front = "title: " + words(2) + "\ntags: [" + one_of({"sea", "Sea", "town", "sea, town"}) + ']';
    front += "\nsection: [" + one_of({"World", "Home", "World, Oceans"}) + ']';
    if (below(2) == 0) front += "\npublished: 2026-0" + std::to_string(1 + below(9)) + "-02";
    if (below(4) == 0) front += "\nlang: de";
    if (below(4) == 0) front += "\ntranslations: {de: " + name() + '}';
    if (below(4) == 0) front += "\nauthors: [" + one_of({"Ada", "Grace"}) + ']';
    if (below(5) == 0) front += "\nrelated: [" + name() + ']';
    if (below(8) == 0) front += "\ndraft: true";
    if (below(8) == 0) front += "\nmoods: 3";
    article(id + ".md", front, words(30) + "[see](" + name() + ".md) [part](" + name() + ".md#harbour)\n\n## Harbour\n\n![P](p.png)\n\n" + words(20));
  };
  const std::vector<std::function<void()>> changes{
      [&] { save(name()); },
      [&] { save(name()); },
      [&] { fs::remove(root_ / ("content/" + name() + ".md")); },
      [&] {
        const fs::path from = root_ / ("content/" + name() + ".md");
        if (fs::exists(from)) fs::rename(from, root_ / ("content/" + name() + ".md"));
      },
      [&] { write("content/p.png", png(static_cast<unsigned char>(1 + below(9)), 5)); },
      [&] { write("content/publication.json", "{\"title\": \"" + words(1) + "\", \"lang\": \"" + one_of({"en", "de"}) + "\", \"offline\": " + one_of({"true", "false"}) + "}"); },
      [&] { write("content/theme/footer.html", "<p>" + words(2) + "</p>\n"); },
      [&] { write("content/theme/head.html", "<meta name=\"author\" content=\"" + words(1) + "\">\n"); },
      [&] { write("content/world/_index.md", "---\ntitle: World\ndescription: " + words(3) + "\n---\n"); },
      [&] { write("content/feed.json", R"({"version": "https://jsonfeed.org/version/1", "items": [{"id": "f1", "title": "One", "content_html": "<p>)" + words(9) + R"("}, {"id": "f2", "title": "Two", "content_text": "ships"}]})"); },
      [&] { write("viewer/embed.css", words(1)); },
  };
  for (int step = 0; step < 40; ++step) {
    changes[below(static_cast<unsigned>(changes.size()))]();
    const auto remembered = publish("site", &memory_, 1 + step % 3);
    const std::string said_then = said();
    fs::remove_all(root_ / "clean");
    const auto clean = publish("clean", nullptr, 1 + step % 2);
    ASSERT_EQ(said_then, said()) << step;
    for (const auto& [path, bytes] : clean) {
      ASSERT_TRUE(remembered.contains(path)) << step << ' ' << path;
      ASSERT_EQ(remembered.at(path), bytes) << step << ' ' << path;
    }
    for (const auto& [path, bytes] : remembered) {  // hashed files stay for one more build
      ASSERT_TRUE(clean.contains(path) || path.starts_with("_/")) << step << ' ' << path;
    }
    save_memory("cache/memory", 7, memory_);
    memory_ = load_memory("cache/memory", 7);
    ASSERT_FALSE(memory_.files.empty());
  }
}

TEST_F(MemoryTest, AFileThatIsAnothersOrDamagedIsNoMemory) {
  publish("site", &memory_);
  save_memory("cache/memory", 7, memory_);
  const std::string file = read("cache/memory");
  EXPECT_EQ(load_memory("cache/memory", 7).sources.size(), 4u);
  EXPECT_TRUE(load_memory("cache/memory", 8).files.empty());
  EXPECT_TRUE(load_memory("cache/none", 7).files.empty());
  for (std::size_t i = 0; i < file.size(); i += 1 + file.size() / 300) {
    write("cache/memory", file.substr(0, i));
    EXPECT_TRUE(load_memory("cache/memory", 7).files.empty()) << i;
    std::string other = file;
    other[i] = static_cast<char>(other[i] ^ 0x10);
    write("cache/memory", other);
    EXPECT_TRUE(load_memory("cache/memory", 7).files.empty()) << i;
  }
}

// The file grows by what is new; where that is cut off, as by a build that was killed, what was there before stands.
TEST_F(MemoryTest, TheFileGrowsByWhatIsNew) {
  publish("site", &memory_);
  save_memory("cache/memory", 7, memory_);
  const std::string first = read("cache/memory");
  article("one.md", "title: One", "Another text about harbours.");
  memory_ = load_memory("cache/memory", 7);
  publish("site", &memory_);
  save_memory("cache/memory", 7, memory_);
  const std::string both = read("cache/memory");
  EXPECT_GT(both.size(), first.size());
  EXPECT_LT(both.size(), first.size() * 3 / 2);
  const auto hash_of_one = [&] { return load_memory("cache/memory", 7).sources.at("one.md").hash; };
  const std::uint64_t hash = hash_of_one();
  EXPECT_EQ(hash, memory_.sources.at("one.md").hash);
  write("cache/memory", both.substr(0, both.size() - 9));
  EXPECT_NE(hash_of_one(), hash);
  EXPECT_EQ(load_memory("cache/memory", 7).sources.size(), 4u);
  memory_ = load_memory("cache/memory", 7);
  publish("site", &memory_);
  save_memory("cache/memory", 7, memory_);
  EXPECT_EQ(hash_of_one(), hash);
}

TEST_F(MemoryTest, AFullDiskLeavesWhatWasThereBefore) {
  publish("site", &memory_);
  save_memory("cache/memory", 7, memory_);
  const rlim_t size = read("cache/memory").size();
  memory_ = load_memory("cache/memory", 7);
  article("one.md", "title: One", "Another text about harbours.");
  publish("site", &memory_);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit full{size + 100, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &full);
  save_memory("cache/memory", 7, memory_);
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_GT(read("cache/memory").size(), size);
  EXPECT_EQ(load_memory("cache/memory", 7).sources.size(), 4u);
}

TEST_F(MemoryTest, AFolderIsNoMemory) {
  fs::create_directories(root_ / "cache/memory");
  EXPECT_TRUE(load_memory("cache/memory", 7).files.empty());
}

}  // namespace
}  // namespace lectern::publish
