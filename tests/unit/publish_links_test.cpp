// SPDX-License-Identifier: MIT
// Where links lead that name no file beside them: addresses from the site's root, as other systems
// publish, and those of texts that came from elsewhere.
#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

class LinksTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
  }
  // Whether the page of an article has a link or a picture of that address.
  bool has(const std::string& id, const std::string& url) const {
    const std::string page = read("site/a/" + id + "/index.html");
    return page.find("href=\"" + url + '"') != std::string::npos ||
           page.find("src=\"" + url + '"') != std::string::npos;
  }
};

TEST_F(LinksTest, FromTheRootOfTheSite) {
  write("content/publication.json", R"({"title": "P", "url": "https://example.org/news"})");
  article("blog/one.md", "title: One\nsection: [World]\ntags: [sea]\naliases: [/2019/first.html]");
  article("blog/two/index.md", "title: Two");
  article("blog/later.md", "title: Later\ndraft: true");
  write("content/media/p.png", png(2, 2));
  article("a.md", "title: A",
          "[1](/blog/one/) [2](/blog/two/#text) [3](/2019/first.html) [4](/c/world/) [5](/)\n"
          "[6](/news/blog/one) [7](/tag/sea/) [8](/a/blog-one/) [9](/news/feed.xml)\n"
          "![P](/news/media/p.png)\n");
  build("https://example.org/news");
  EXPECT_EQ(said(),
            "content/a.md:4:17: warning: the link \"/blog/two/#text\" leads to no part of "
            "\"blog-two-index\"\n");
  for (const char* url : {"../blog-one/", "../blog-two-index/#text", "../../c/world/", "../../",
                          "../../tag/sea/", "../../feed.xml"}) {
    EXPECT_TRUE(has("a", url)) << url;
  }
  const std::string page = read("site/a/a/index.html");
  for (const char* url : {"\"/blog", "\"/2019", "\"/c/", "\"/news", "\"/a/"})
    EXPECT_EQ(page.find(url), std::string::npos) << url;
}

TEST_F(LinksTest, FromTheRootToNothing) {
  article("blog/later.md", "title: Later\ndraft: true");
  article("a.md", "title: A", "[1](/blog/later/) [2](/contact.html) ![P](/media/p.png)\n");
  build();
  EXPECT_EQ(said(),
            "content/a.md:4:1: warning: the link's target \"/blog/later/\" is not published\n"
            "content/a.md:4:19: warning: the link's target \"/contact.html\" is neither in the "
            "content folder nor on the site\n"
            "content/a.md:4:38: warning: the picture \"/media/p.png\" is not there\n");
  EXPECT_TRUE(has("a", "/contact.html"));  // the host may have it
  EXPECT_FALSE(has("a", "/blog/later/"));
}

TEST_F(LinksTest, ToAnotherPartOfTheHost) {
  write("content/publication.json", R"({"title": "P", "url": "https://example.org/news"})");
  article("a.md", "title: A", "[shop](/shop/) [newsroom](/newsroom)");
  build("https://example.org/news");
  EXPECT_EQ(said(), "");
  EXPECT_TRUE(has("a", "/shop/"));
}

TEST_F(LinksTest, OfASavedPageBeginAtItsAddress) {
  write("content/beside.png", png(2, 2));
  write("content/p.html",
        "<link rel=canonical href='https://old.example/2020/p.html'><h1>P</h1><article><p>"
        "<a href='../q/'>up</a> <a href='/r'>root</a> <a href='s.html#t'>beside</a> <img alt=a src='i.png'>"
        "<img alt=b src='beside.png'> <a href='mailto:a@b.c'>mail</a> <a href='#n'>note</a></p></article>");
  write("content/based.html",
        "<base href='/files/'><link rel=canonical href='https://old.example/2020/b.html'><h1>B</h1>"
        "<article><p><a href='x'>x</a></p></article>");
  write("content/lost.html", "<link rel=canonical href='/lost'><h1>L</h1><article><p><a href='x'>x</a></p></article>");
  build("https://example.org");
  for (const char* url : {"https://old.example/q/", "https://old.example/r", "https://old.example/2020/s.html#t",
                          "https://old.example/2020/i.png", "mailto:a@b.c"}) {
    EXPECT_TRUE(has("p", url)) << url;
  }
  EXPECT_NE(read("site/a/p/index.html").find("src=\"../../_/beside."), std::string::npos);
  EXPECT_TRUE(has("based", "https://old.example/files/x"));
  EXPECT_TRUE(has("lost", "https://example.org/a/lost/"));  // its canonical address
  EXPECT_NE(said().find("content/lost.html:1:"), std::string::npos) << said();
}

TEST_F(LinksTest, OfAFeedBeginAtTheItemsAddress) {
  write("content/feed.json", R"({"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://old.example/blog/",
    "items": [
      {"id": "1", "url": "https://old.example/2020/one/", "title": "One", "authors": [{"name": "N", "url": "/n"}],
       "content_html": "<p><a href='../two/#end'>two</a> <a href='/three'>three</a> <img alt='i' src='i.png'></p>"},
      {"id": "2", "url": "/2020/two/", "title": "Two", "content_html": "<p><a href='x'>x</a></p>"},
      {"id": "3", "title": "Three", "content_html": "<p><a href='y'>y</a></p>"}]})");
  build("https://example.org");
  EXPECT_TRUE(has("one", "../two/#end"));  // it came along
  EXPECT_TRUE(has("one", "https://old.example/three"));
  EXPECT_TRUE(has("one", "https://old.example/2020/one/i.png"));
  EXPECT_TRUE(has("one", "https://old.example/n"));
  EXPECT_TRUE(has("two", "https://old.example/2020/two/x"));
  EXPECT_TRUE(has("3", "https://old.example/blog/y"));
  EXPECT_TRUE(has("two", "https://old.example/2020/two/"));
}

TEST_F(LinksTest, OfAGhostExportBeginAtTheContentFolder) {
  write("content/content/images/p.png", png(2, 2));
  write("content/ghost.json", R"({"db": [{"data": {"posts": [{"id": 1, "title": "G", "slug": "g", "status": "published",
    "html": "<p><img alt='p' src='__GHOST_URL__/content/images/p.png'> <a href='__GHOST_URL__/h/'>h</a></p>"},
    {"id": 2, "title": "H", "slug": "h", "status": "published", "html": "<p>x</p>"}]}}]})");
  build();
  EXPECT_NE(read("site/a/g/index.html").find("src=\"../../_/p."), std::string::npos);
  EXPECT_EQ(read("site/a/g/index.html").find("GHOST"), std::string::npos);
}

}  // namespace
}  // namespace lectern::publish
