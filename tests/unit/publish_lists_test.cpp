// SPDX-License-Identifier: MIT
// The pages that list articles: columns over several pages, authors, tags, what is not published
// yet, and that links alone lead to everything.
#include <deque>
#include <regex>
#include <set>

#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

namespace fs = std::filesystem;

class ListsTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
  }

  // `count` articles in a section, the oldest first: PREFIX10, PREFIX11 …
  void many(const std::string& prefix, int count, const std::string& front) {
    for (int i = 10; i < 10 + count; ++i) {
      const std::string n = std::to_string(i);
      const std::string day = std::to_string(i % 28 + 1);
      article(prefix + n + ".md", "title: " + prefix + n + '\n' + front + "\npublished: 19" +
                                      n.substr(0, 2) + "-01-" + (day.size() < 2 ? "0" : "") + day +
                                      "T00:00:00Z");
    }
  }

  std::string page(const std::string& path) const { return read("site/" + path + "index.html"); }
  bool has(const std::string& path, const std::string& text) const {
    return page(path).find(text) != std::string::npos;
  }
  int count(const std::string& path, const std::string& text) const {
    const std::string html = page(path);
    int found = 0;
    for (size_t at = html.find(text); at != std::string::npos; at = html.find(text, at + 1))
      ++found;
    return found;
  }

  // The pages that a reader can come to from the front page, as folders of the site. `skip` are
  // folders whose pages are not entered; with `lists_alone` no link in an article is followed.
  std::set<std::string> reached(const std::set<std::string>& skip, bool lists_alone) const {
    static const std::regex link("<a[^>]* href=\"([^\"#:]*/)\"");
    std::set<std::string> seen{""};
    std::deque<std::string> next{""};
    while (!next.empty()) {
      const std::string at = next.front();
      next.pop_front();
      if (lists_alone && at.starts_with("a/")) continue;
      const std::string html = page(at);
      for (std::sregex_iterator it(html.begin(), html.end(), link), end; it != end; ++it) {
        std::string to = (fs::path(at) / (*it)[1].str()).lexically_normal().string();
        if (to == "." || to == "./") to.clear();
        if (skip.contains(to.substr(0, to.find('/')))) continue;
        if (seen.insert(to).second) next.push_back(to);
      }
    }
    return seen;
  }
};

TEST_F(ListsTest, LinksAloneLeadToEveryArticle) {
  many("w", 70, "section: [World]\ntags: [sea]\nauthors: [Ada]");
  many("o", 35, "section: [World, Oceans]");
  many("n", 45, "tags: [none]");  // without a section
  many("c", 3, "section: [World, '2']");
  build();
  // The map, tags and authors are ways of their own.
  for (const bool lists_alone : {false, true}) {
    const auto seen = reached({"map", "tag", "author"}, lists_alone);
    int articles = 0;
    for (const auto& entry : fs::directory_iterator(root_ / "site/a")) {
      ++articles;
      const std::string folder = "a/" + entry.path().filename().string() + '/';
      EXPECT_TRUE(seen.contains(folder)) << folder << lists_alone;
    }
    EXPECT_EQ(articles, 153);
  }
  for (const std::string& path : reached({}, false))
    EXPECT_TRUE(exists("site/" + path + "index.html")) << path;
}

TEST_F(ListsTest, AColumnHasPages) {
  many("w", 65, "section: [World]");
  build();
  EXPECT_EQ(count("c/world/", "<article class=\"story\""), 30);
  EXPECT_EQ(count("c/world/2/", "<article class=\"story\""), 30);
  EXPECT_EQ(count("c/world/3/", "<article class=\"story\""), 5);
  EXPECT_FALSE(exists("site/c/world/4"));
  EXPECT_TRUE(has("c/world/", "<p class=\"list-count\">65 stories, page 1 of 3</p>"));
  EXPECT_TRUE(has("c/world/", "<nav class=\"pages\" aria-label=\"Pages\">"));
  EXPECT_FALSE(has("c/world/", "rel=\"prev\""));
  EXPECT_TRUE(has("c/world/", "<a href=\"2/\" rel=\"next\">Older stories →</a>"));
  EXPECT_TRUE(has("c/world/2/", "<a href=\"../\" rel=\"prev\">← Newer stories</a>"));
  EXPECT_TRUE(has("c/world/2/", "<a href=\"../3/\" rel=\"next\">Older stories →</a>"));
  EXPECT_TRUE(has("c/world/2/", "<a href=\"./\" aria-current=\"page\">2</a>"));
  EXPECT_TRUE(has("c/world/2/", "<title>World, page 2 – "));
  EXPECT_FALSE(has("c/world/3/", "rel=\"next\""));
}

TEST_F(ListsTest, TheMapHasTheNewestOfEachColumnAndLeadsToTheOthers) {
  many("w", 12, "section: [World]");
  many("o", 10, "section: [World, Oceans]");
  many("n", 40, "tags: [none]");  // without a section
  build();
  EXPECT_EQ(count("map/", "<a href=\"../a/w"), 10);
  EXPECT_TRUE(has("map/", "<a href=\"../c/world/\">22 stories</a>"));
  EXPECT_EQ(count("map/", "<a href=\"../a/o"), 10);
  EXPECT_FALSE(has("map/", ">10 stories<"));  // all of them are there
  EXPECT_EQ(count("map/", "<a href=\"../a/n"), 10);
  EXPECT_TRUE(has("map/", "<a href=\"../all/\">62 stories</a>"));
}

TEST_F(ListsTest, APageThatIsNoMoreGoes) {
  many("w", 31, "section: [World]");
  build();
  EXPECT_TRUE(exists("site/c/world/2/index.html"));
  fs::remove(root_ / "content/w10.md");
  build();
  EXPECT_FALSE(exists("site/c/world/2"));
  EXPECT_FALSE(has("c/world/", "class=\"pages\""));
}

TEST_F(ListsTest, AColumnNamedByANumberIsNoPage) {
  many("w", 31, "section: [World]");
  article("two.md", "title: In Two\nsection: [World, '2']");
  article("top.md", "title: On top\nsection: ['2']");
  build();
  EXPECT_TRUE(has("c/world/column-2/", "In Two"));
  EXPECT_TRUE(has("c/2/", "On top"));
  EXPECT_TRUE(has("c/world/2/", "page 2 of 2"));
}

TEST_F(ListsTest, AuthorsWithoutAnAddressHavePages) {
  article("a.md", "title: A\nauthors: [Ada Byron, {name: Bob, url: 'https://bob.example/'}]");
  article("b.md", "title: B\nauthors: [ada  byron]");
  build();
  EXPECT_TRUE(has("a/a/", "<a href=\"../../author/ada-byron/\">Ada Byron</a>"));
  EXPECT_TRUE(has("a/a/", "<a href=\"https://bob.example/\">Bob</a>"));
  EXPECT_TRUE(has("author/ada-byron/", "2 stories"));
  EXPECT_TRUE(has("author/ada-byron/", "href=\"../../a/b/\""));
  EXPECT_FALSE(exists("site/author/bob"));
}

TEST_F(ListsTest, TagsAreLinksAtTheEnd) {
  article("a.md", "title: A\ntags: [Deep Sea, '2026', deep sea]");
  article("b.md", "title: B\ntags: [deep sea]");
  build();
  EXPECT_TRUE(has("a/a/",
                  ">Topics: <a href=\"../../tag/deep-sea/\">Deep Sea</a>, <a "
                  "href=\"../../tag/2026/\">2026</a></p>"));
  EXPECT_TRUE(has("tag/deep-sea/", "2 stories"));
  EXPECT_TRUE(has("tag/2026/", "1 story<"));
}

TEST_F(ListsTest, AddressesOfTagsAreTheirOwnAndStay) {
  article("old.md", "title: Old\ntags: [C]\npublished: 2020-01-01");
  article("new.md", "title: New\ntags: [C++, '+++', '!']\npublished: 2021-01-01");
  build();
  EXPECT_TRUE(has("tag/c/", "href=\"../../a/old/\""));
  std::set<std::string> before;
  for (const auto& entry : fs::directory_iterator(root_ / "site/tag"))
    before.insert(entry.path().filename());
  EXPECT_EQ(before.size(), 4u);
  article("newer.md", "title: Newer\ntags: ['C#']\npublished: 2022-01-01");
  build();
  for (const std::string& name : before)
    EXPECT_TRUE(exists("site/tag/" + name + "/index.html")) << name;
  EXPECT_TRUE(has("tag/c/", "href=\"../../a/old/\""));
}

TEST_F(ListsTest, SectionsStandInThePublicationsOrder) {
  write("content/publication.json",
        R"({"sections": [["Zoo"], ["Empty"], ["Arts", "Music"], ["Arts", "Film"]]})");
  article("lead.md", "title: Lead\npublished: 2026-03-01");
  article("b.md", "title: B\nsection: [Business]\npublished: 2026-02-01");
  article("z.md", "title: Z\nsection: [Zoo]\npublished: 2026-01-01");
  article("f.md", "title: F\nsection: [Arts, Film]\npublished: 2026-01-01");
  article("m.md", "title: M\nsection: [Arts, Music]\npublished: 2026-01-01");
  build();
  const auto names = [&](const std::string& path, const std::string& pattern) {
    const std::string html = page(path);
    const std::regex heading(pattern);
    std::string all;
    for (std::sregex_iterator it(html.begin(), html.end(), heading), end; it != end; ++it)
      all += (*it)[1].str() + ' ';
    return all;
  };
  EXPECT_EQ(names("", "<li><a href=\"c/[a-z]*/\">([^<]*)<"), "Zoo Empty Arts Business ");
  EXPECT_EQ(names("", "panel-heading\"><a href=\"c/[a-z]*/\">([^<]*)<"), "Zoo Arts Business ");
  EXPECT_EQ(names("map/", "panel-heading\"><a href=\"[^\"]*\">([^<]*)<"),
            "Zoo Empty Arts Music Film Business More stories ");
}

TEST_F(ListsTest, WhatIsNotPublishedIsCounted) {
  article("a.md", "title: A");
  article("d1.md", "title: D1\ndraft: true");
  article("d2.md", "title: D2\ndraft: true\npublished: 2027-01-01");
  article("later.md", "title: Later\npublished: 2027-01-01");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(content->stories.size(), 1u);
  EXPECT_EQ(content->drafts, 2);
  EXPECT_EQ(content->later, 1);
}

TEST_F(ListsTest, WhatIsNotPublishedIsMarked) {
  article("a.md", "title: A\nrelated: [d1]");
  article("d1.md", "title: D1\ndraft: true");
  article("d2.md", "title: D2\ndraft: true\npublished: 2027-01-02");
  article("later.md", "title: Later\npublished: 2027-01-01");
  LoadOptions all;
  all.drafts = all.future = true;
  build("", 1, all);
  EXPECT_TRUE(has("a/d1/", "class=\"unpublished\""));
  EXPECT_TRUE(has("a/d1/", ">Draft</p>"));
  EXPECT_TRUE(has("a/d1/", "<meta name=\"robots\" content=\"noindex\">"));
  EXPECT_TRUE(has("a/d2/", ">Draft · Not published yet</p>"));
  EXPECT_TRUE(has("a/later/", ">Not published yet</p>"));
  EXPECT_FALSE(has("a/a/", "unpublished"));
  EXPECT_FALSE(has("a/a/", "noindex"));
  EXPECT_TRUE(has("a/a/", ">[Draft] D1</a>"));
  EXPECT_TRUE(has("", "<p class=\"story-mark\">Draft</p>"));
  EXPECT_TRUE(has("all/", "<p class=\"story-mark\">Not published yet</p>"));
  EXPECT_TRUE(has("map/", ">[Draft · Not published yet] D2</a>"));
}

TEST_F(ListsTest, JobsChangeNothing) {
  many("w", 65, "section: [World]\ntags: [sea]\nauthors: [Ada]");
  build("", 1);
  const SiteResult again = build("", 4);
  EXPECT_EQ(again.written, 0);
}

}  // namespace
}  // namespace lectern::publish
