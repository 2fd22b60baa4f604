// SPDX-License-Identifier: MIT
// Which column an article stands in, and files of a content folder that are no articles of their own.
#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

class SectionsTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
  }
  std::string columns() {
    const auto content = load();
    std::string lines;
    if (!content) return lines;
    for (const Story& story : content->stories) {
      lines += story.article.id + ':';
      for (const std::string& name : story.article.section) lines += ' ' + name;
      lines += '\n';
    }
    return lines;
  }
};

TEST_F(SectionsTest, OneColumnHoweverItIsWritten) {
  article("a.md", "title: A\nsection: [NEWS, Caf\u00E9]\npublished: 2026-01-03");
  article("b.md", "title: B\nsection: [news, Cafe\u0301]\npublished: 2026-01-02");
  article("c.md", "title: C\nsection: [News]\npublished: 2026-01-01");
  EXPECT_EQ(columns(), "a: News Cafe\u0301\nb: News Cafe\u0301\nc: News\n");  // as the oldest has it
  write("content/publication.json", R"({"title": "P", "sections": ["neWs/CAF\u00C9"]})");
  EXPECT_EQ(columns(), "a: neWs CAF\u00C9\nb: neWs CAF\u00C9\nc: neWs\n");
  build();
  EXPECT_TRUE(exists("site/c/news/caf\u00E9/index.html"));
  EXPECT_FALSE(exists("site/c/news-2/index.html"));
}

TEST_F(SectionsTest, OneTagAndOneAuthorHoweverWritten) {
  article("a.md", "title: A\ntags: [Caf\u00E9]\nauthors: [Ren\u00E9 X]");
  article("b.md", "title: B\ntags: [cafe\u0301]\nauthors: [Rene\u0301 X]");
  build();
  int tags = 0, authors = 0;
  for (const auto& each : std::filesystem::directory_iterator(root_ / "site/tag")) tags += each.is_directory();
  for (const auto& each : std::filesystem::directory_iterator(root_ / "site/author")) authors += each.is_directory();
  EXPECT_EQ(tags, 1);
  EXPECT_EQ(authors, 1);
}

TEST_F(SectionsTest, AFolderWithAnIndexIsAColumn) {
  write("content/blog/_index.md", "---\ntitle: Our blog\ndescription: What we think.\n---\n");
  write("content/blog/trips/_index.md", "---\ndescription: By train.\n---\nText below.\n");
  article("blog/one.md", "title: One");
  article("blog/trips/two.md", "title: Two", "[blog](../_index.md) [again](/blog/)");
  article("blog/own.md", "title: Own\nsection: [World]");
  article("plain/three.md", "title: Three");
  EXPECT_EQ(columns(), "blog-one: Our blog\nblog-own: World\nblog-trips-two: Our blog trips\nplain-three:\n");
  EXPECT_EQ(said(),
            "content/blog/trips/_index.md: warning: the text of a column is not shown, only its "
            "\"title\" and \"description\"\n");
  build();
  EXPECT_NE(read("site/c/our-blog/index.html").find(">What we think.<"), std::string::npos);
  EXPECT_NE(read("site/c/our-blog/index.html").find("name=\"description\" content=\"What we think.\""), std::string::npos);
  EXPECT_NE(read("site/c/our-blog/trips/index.html").find(">By train.<"), std::string::npos);
  const std::string two = read("site/a/blog-trips-two/index.html");
  EXPECT_NE(two.find("<a href=\"../../c/our-blog/\">blog</a>"), std::string::npos);
  EXPECT_NE(two.find("<a href=\"../../c/our-blog/\">again</a>"), std::string::npos);
}

TEST_F(SectionsTest, AReadmeIsForWhoOpensTheFolder) {
  write("content/README.md", "# How to write here\n");
  write("content/blog/readme.md", "Notes without a title\n");
  article("other/README.md", "title: An article of that name");
  EXPECT_EQ(columns(), "other-readme:\n");
  EXPECT_EQ(said(), "");
}

TEST_F(SectionsTest, WhatHasExpiredIsLeftOutAndCounted) {
  article("over.md", "title: Over\nexpiryDate: 2026-05-01");  // as Hugo has it
  article("ours.md", "title: Ours\nexpires: 2026-05-01T10:00:00Z");
  article("ever.md", "title: Ever\nexpires: 9999-12-31");
  EXPECT_EQ(columns(), "ever:\n");
  EXPECT_EQ(load()->expired, 2);
  EXPECT_EQ(said(), "");
}

TEST_F(SectionsTest, AnUpdateInTheFutureIsNone) {
  article("a.md", "title: A\npublished: 2026-01-01\nupdated: 9999-12-31");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(said(),
            "content/a.md:4:10: warning: \"updated\" (9999-12-31T00:00:00Z) is in the future, so it is "
            "left out\n");
  EXPECT_EQ(content->stories.at(0).article.updated, "");
}

}  // namespace
}  // namespace lectern::publish
