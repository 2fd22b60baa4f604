// SPDX-License-Identifier: MIT
// Articles that have moved (aliases) or are no more (withdrawn).
#include "parsed.hpp"
#include "publish/redirects.hpp"
#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

using test::JsonFile;

class MovedTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
  }
};

TEST(Aliases, ArePathsOnTheSite) {
  const struct {
    const char *alias, *path;  // "" for none
  } kRows[] = {
      {"/2019/05/old.html", "2019/05/old.html"},
      {"old/path", "old/path/"},
      {"/old//path/", "old/path/"},
      {"a/before", "a/before/"},
      {"index.php", "index.php/"},
      {"old.html/", "old.html/"},
      {"sch%C3%B6n", "sch%C3%B6n/"},
      {"schön \"x\"", "sch%C3%B6n%20%22x%22/"},
      {"", ""},
      {"/", ""},
      {"../x", ""},
      {"a/%2e%2e/%2e%2e/x", ""},
      {"a\\..\\x", ""},
      {".htaccess", ""},
      {"a/.well-known", ""},
      {"x%00", ""},
      {"x%FF", ""},
      {"?p=12", ""},
      {"x#y", ""},
      {"https://other.org/x", ""},
      {"//other.org/x", ""},
      {"_/style.css", ""},
      {"embed/x", ""},
      {"Feed.xml", ""},
      {"sitemap-2.xml/", ""},
      {"index.html", ""},
      {"x.lectern-part", ""},
  };
  for (const auto& row : kRows) {
    std::string problem;
    EXPECT_EQ(redirect_path(row.alias, problem).value_or(""), row.path) << row.alias;
    EXPECT_EQ(problem.empty(), *row.path != '\0') << row.alias;
  }
  std::string problem;
  EXPECT_FALSE(redirect_path(std::string(300, 'x'), problem));
  std::string deep;
  for (int i = 0; i < 600; ++i)
    deep += "x/";
  EXPECT_FALSE(redirect_path(deep, problem));
}

TEST_F(MovedTest, NamesThatNotEveryHostCanHoldAreSaid) {
  article("a.md", "title: A\naliases: ['/talk:a', /fine/, /con.html, '/b./c']");
  ASSERT_TRUE(load());
  const std::string end = " has a name that hosts with Windows can't hold\n";
  EXPECT_EQ(said(), "content/a.md: warning: the alias \"/talk:a\"" + end +
                        "content/a.md: warning: the alias \"/con.html\"" + end +
                        "content/a.md: warning: the alias \"/b./c\"" + end);
  build();
  EXPECT_TRUE(exists("site/talk:a/index.html"));
}

TEST_F(MovedTest, AnAliasLeadsToTheArticle) {
  article("one.md", "title: <One> & all\nlang: de\naliases: [/2019/old.html, before]");
  build("https://example.org/news");
  EXPECT_EQ(said(), "");
  const std::string page = read("site/2019/old.html");
  for (const char* part :
       {"<html lang=\"de\" dir=\"ltr\">", "<title>&lt;One&gt; &amp; all – Lectern</title>",
        "<meta http-equiv=\"refresh\" content=\"0; url=../a/one/\">",
        "<link rel=\"canonical\" href=\"https://example.org/news/a/one/\">",
        "<a href=\"../a/one/\">&lt;One&gt; &amp; all</a>"}) {
    EXPECT_NE(page.find(part), std::string::npos) << part << "\n" << page;
  }
  EXPECT_NE(read("site/before/index.html").find("url=../a/one/\""), std::string::npos);
  article("one.md", "title: One");
  build();
  EXPECT_FALSE(exists("site/2019"));  // it goes with the alias
}

TEST_F(MovedTest, NoAliasTakesAnothersPlace) {
  article("a.md",
          "title: A\nsection: World\naliases: [/A/B/, c/world, map, x, a/b/article.json, 'a', "
          "y.html/z]");
  article("b.md", "title: B\naliases: [X, ../../etc, y.html]\npublished: 2026-01-01");
  build();
  EXPECT_EQ(
      said(),
      "content/a.md: warning: the alias \"/A/B/\" is the place of another page, so it is left out\n"
      "content/a.md: warning: the alias \"c/world\" is a place of the site's own, so it is left "
      "out\n"
      "content/a.md: warning: the alias \"map\" is a place of the site's own, so it is left out\n"
      "content/a.md: warning: the alias \"x\" is the place of another page, so it is left out\n"
      "content/a.md: warning: the alias \"a/b/article.json\" is the place of another page, so it "
      "is left out\n"
      "content/a.md: warning: the alias \"y.html/z\" is the place of another page, so it is left "
      "out\n"
      "content/b.md: warning: the alias \"../../etc\" can't be a path on the site, so it is left "
      "out\n");
  EXPECT_NE(read("site/a/b/index.html").find("<title>B"), std::string::npos);
  EXPECT_NE(read("site/X/index.html").find("url=../a/b/"), std::string::npos);  // the newer one
  EXPECT_NE(read("site/a/index.html").find("url=a/\""), std::string::npos);  // the folder was free
}

TEST_F(MovedTest, WhatIsWithdrawnIsNowhereButInItsList) {
  article("kept.md",
          "title: Kept\nrelated: [gone]\npublished: 2026-01-01\ntranslations: {de: since}",
          "See [it](gone.md).");
  article("gone.md",
          "title: Gone for good\nwithdrawn: true\npublished: 2027-01-01\nlang: de\nsection: Away",
          "![P](media/p.png)");
  article("since.md", "title: Gone since\nwithdrawn: 2026-05-09\nlang: de");
  article("again.md", "title: Back\nwithdrawn: false");
  write("content/media/p.png", png(1, 1));
  const SiteResult result = build("https://example.org");
  EXPECT_EQ(result.pages, 2);
  EXPECT_EQ(said(),
            "content/kept.md:3:11: warning: the related article \"gone\" is withdrawn\n"
            "content/kept.md:5:20: warning: the translation \"since\" is withdrawn\n"
            "content/kept.md:7:5: warning: the link's target \"gone.md\" is withdrawn\n");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root_ / "site")) {
    if (!entry.is_regular_file()) continue;
    const std::string path = std::filesystem::relative(entry.path(), root_).string();
    EXPECT_EQ(path.find("gone"), std::string::npos) << path;
    EXPECT_EQ(read(path).find("Gone"), std::string::npos) << path;
  }
  EXPECT_FALSE(exists("site/c/away"));
  EXPECT_EQ(read("site/withdrawn.json"),
            "{\n  \"withdrawn\": [\n    {\n      \"id\": \"gone\"\n    },\n    {\n      \"id\": "
            "\"since\",\n"
            "      \"date\": \"2026-05-09T00:00:00Z\"\n    }\n  ]\n}\n");
}

TEST_F(MovedTest, TheListIsThereWithNothingInIt) {
  article("one.md", "title: One");
  build();
  EXPECT_EQ(JsonFile(read("site/withdrawn.json")).size("withdrawn"), 0u);
  EXPECT_TRUE(JsonFile(read("site/withdrawn.json")).has("withdrawn"));
}

TEST_F(MovedTest, AnIdThatIsWithdrawnIsNotFree) {
  article("a.md", "title: A\nid: same\nwithdrawn: true");
  article("b.md", "title: B\nid: same");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_TRUE(content->stories.empty());
  EXPECT_NE(said().find("the id \"same\" is that of content/a.md already"), std::string::npos);
}

}  // namespace
}  // namespace lectern::publish
