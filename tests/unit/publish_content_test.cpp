// SPDX-License-Identifier: MIT
// A content folder as people make them: what is read, what is said about what is wrong with it.
#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

using ContentTest = PublishTest;

std::string ids_of(const Content& content) {
  std::string ids;
  for (const Story& story : content.stories)
    ids += story.article.id + ' ';
  return ids;
}

TEST_F(ContentTest, NewestFirstThenById) {
  article("a.md", "title: A\npublished: 2026-01-01T00:00:00Z");
  article("c.md", "title: C\npublished: 2026-03-01T00:00:00+02:00");
  article("b.md", "title: B\npublished: 2026-02-28T22:00:00Z");  // the same moment as C
  article("undated.md", "title: Undated");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(said(), "");
  EXPECT_EQ(ids_of(*content), "b c a undated ");
}

TEST_F(ContentTest, AnIdIsThePathsWhenNotGiven) {
  article("News/Harbour Bridge.md", "title: A");
  write("content/deep/er/x.json", R"({"title": "B", "body": {"format": "text", "text": "Text."}})");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(ids_of(*content), "deep-er-x news-harbour-bridge ");
}

TEST_F(ContentTest, MediaAndHiddenFilesAreNoArticles) {
  article("a.md", "title: A");
  write("content/media/data.json", "not an article");
  write("content/.obsidian/app.json", "nor this");
  write("content/publication.json", R"({"title": "P"})");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(said(), "");
  EXPECT_EQ(ids_of(*content), "a ");
  EXPECT_EQ(content->publication.title, "P");
}

TEST_F(ContentTest, TheSecondWithAnIdIsLeftOut) {
  article("a.md", "id: same\ntitle: A");
  article("b.md", "title: B\nid: same");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(said(),
            "content/b.md:3:5: error: the id \"same\" is that of content/a.md already, so this "
            "article is left out\n");
  EXPECT_EQ(ids_of(*content), "same ");
  EXPECT_EQ(content->left_out, std::vector<std::string>{"content/b.md"});
}

TEST_F(ContentTest, AnIdStandsInAnAddress) {
  article("a.md", "id: ../Etc\ntitle: A");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(
      said(),
      "content/a.md:2:5: error: the id \"../Etc\" can't stand in an address; \"etc\" could\n");
  EXPECT_TRUE(content->stories.empty());
}

TEST_F(ContentTest, AnArticleWithAnErrorIsLeftOutAlone) {
  article("good.md", "title: A");
  write("content/bad.json", "{");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_TRUE(has_error(diagnostics_));
  EXPECT_EQ(ids_of(*content), "good ");
  EXPECT_EQ(content->left_out, std::vector<std::string>{"content/bad.json"});
}

TEST_F(ContentTest, DraftsAndTheFutureOnlyWhenAskedFor) {
  article("draft.md", "title: A\ndraft: true\npublished: 2026-01-01T00:00:00Z");
  article("later.md", "title: B\npublished: 2027-01-01T00:00:00Z");
  auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(ids_of(*content), "");
  EXPECT_EQ(content->later, 1);
  LoadOptions all;
  all.drafts = all.future = true;
  content = load(all);
  ASSERT_TRUE(content);
  EXPECT_EQ(ids_of(*content), "later draft ");
}

TEST_F(ContentTest, WhatIsNotThereIsSaidWithItsPlace) {
  article("draft.md", "title: A draft\ndraft: true");
  article("a.md", "title: A\nrelated: [nobody, b]",
          "See [b](b.md), [none](none.md)\nand [a draft](draft.md).\n\n![Gone](media/gone.png)");
  article("b.md", "title: B\nimage: {src: media/gone.png, alt: Gone}");
  ASSERT_TRUE(load());
  EXPECT_EQ(said(),
            "content/a.md:3:11: warning: the related article \"nobody\" is not there\n"
            "content/a.md:5:16: warning: the link's target \"none.md\" is not there\n"
            "content/a.md:6:5: warning: the link's target \"draft.md\" is not published\n"
            "content/a.md:8:1: warning: the picture \"media/gone.png\" is not there\n"
            "content/b.md:3:8: warning: the picture \"media/gone.png\" is not there\n");
}

TEST_F(ContentTest, NoWayOutOfTheFolder) {
  write("secret.png", png(1, 1));
  std::filesystem::create_directories(root_ / "outside");
  std::filesystem::create_symlink(root_ / "secret.png", root_ / "content/link.png");
  std::filesystem::create_symlink(root_ / "outside", root_ / "content/folder");
  std::filesystem::create_symlink(root_ / "content", root_ / "content/loop");
  article("a.md", "title: A",
          "![a](../secret.png) ![a](..%2fsecret.png) ![a](link.png) [x](../../../etc/passwd)");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_TRUE(content->media.empty());
  EXPECT_EQ(said(),
            "content/a.md:4:1: warning: the picture \"../secret.png\" leads out of the content "
            "folder\n"
            "content/a.md:4:21: warning: the picture \"..%2fsecret.png\" leads out of the content "
            "folder\n"
            "content/a.md:4:43: warning: the picture \"link.png\" is not there\n"
            "content/a.md:4:58: warning: the link's target \"../../../etc/passwd\" leads out of "
            "the content folder\n"
            "content/folder: warning: this symbolic link leads out of the content folder and is "
            "left out\n"
            "content/link.png: warning: this symbolic link leads out of the content folder and is "
            "left out\n"
            "content/loop: warning: this symbolic link to a folder is left out\n");
}

TEST_F(ContentTest, APictureTellsItsSize) {
  write("content/media/a.png", png(40, 30));
  article("deep/a.md", "title: A", "![beside](../media/a.png) ![from the top](media/a.png)");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(said(), "");
  ASSERT_EQ(content->media.size(), 1u);
  EXPECT_EQ(content->media.at("media/a.png").width, 40);
  EXPECT_EQ(content->media.at("media/a.png").height, 30);
}

TEST_F(ContentTest, TheSiteInsideTheFolderIsNotRead) {
  article("a.md", "title: A");
  write("content/public/a/a/article.json", "{}");
  LoadOptions options;
  options.except_folder = "content/public";
  const auto content = load(options);
  ASSERT_TRUE(content);
  EXPECT_EQ(said(), "");
}

TEST_F(ContentTest, FeedsAndSavedPagesAreArticlesToo) {
  write("content/feed.json",
        R"({"version": "https://jsonfeed.org/version/1", "items": [
          {"id": "one", "title": "One", "content_html": "<p>See <a href='page.html'>it</a></p>"},
          {"id": "two", "title": 7, "content_text": "Wrong."}, 8,
          {"id": "three", "title": "Three", "content_text": "Right."}]})");
  write("content/page.html", "<title>Page</title><p>Words</p>");
  write("content/empty.html", "<title>Page</title>");
  write("content/export.json", R"({"db": [{"data": {"posts": [
          {"id": 1, "title": "Draft", "slug": "d", "html": 7, "status": "draft"}]}}]})");
  write("content/2026-05-09-post.md", "+++\ntitle = 'Post'\n+++\nText.\n");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(ids_of(*content), "post one page three ");
  EXPECT_EQ(said(),
            "content/empty.html: error: no article was found in this page: it has no text\n"
            "content/feed.json:3:34: error: \"title\" must be text, not a number\n"
            "content/feed.json:3:64: error: an item must be an object, not a number\n");
  EXPECT_EQ(content->left_out, (std::vector<std::string>{"content/empty.html", "content/feed.json",
                                                         "content/feed.json#two"}));
  ASSERT_EQ(content->stories.at(1).references.size(), 1u);
  EXPECT_EQ(content->stories.at(1).references[0].target, "page");
}

TEST_F(ContentTest, APublishedSiteInsideIsNoContent) {
  article("a.md", "title: A");
  article("out/a/b/copy.md", "title: Copy");
  write("content/out/.lectern-files", "index.html\n");
  article("_drafts/later.md", "title: Later");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(ids_of(*content), "a ");
  EXPECT_EQ(content->drafts, 1);
  EXPECT_EQ(said(), "content/out: warning: this folder is a site that was published here, so it is left out\n");
}

TEST_F(ContentTest, APictureOfTheSameSchemeIsElsewhere) {
  article("a.md", "title: A", "![A picture](//example.org/p.png)\n");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(said(), "");
  EXPECT_TRUE(content->stories.at(0).references.empty());
}

TEST_F(ContentTest, FoldersDeeperThanAPathCanNameAreSaid) {
  article("a.md", "title: A");
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path("content");
  const std::string name(250, 'd');
  for (int i = 0; i < 20; ++i) {
    std::filesystem::create_directory(name);
    std::filesystem::current_path(name);
  }
  std::filesystem::current_path(before);
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(ids_of(*content), "a ");
  EXPECT_NE(said().find("error: this can't be looked at: File name too long\n"), std::string::npos);
}

TEST_F(ContentTest, NothingWithoutAFolder) {
  EXPECT_FALSE(load_content("nowhere", {}, diagnostics_));
  EXPECT_TRUE(has_error(diagnostics_));
}

TEST_F(ContentTest, ManyLevelsOfSections) {
  std::string section = "a";
  for (int i = 0; i < 2000; ++i)
    section += ", a";
  article("a.md", "title: A\nsection: [" + section + "]");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(content->stories.at(0).article.section.size(), 8u);
}

}  // namespace
}  // namespace lectern::publish
