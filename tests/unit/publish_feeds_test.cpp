// SPDX-License-Identifier: MIT
// Feeds, sitemaps and the other files beside the pages, read back as those who take them do.
#include "parsed.hpp"
#include "model/urls.hpp"
#include "publish/absolute_urls.hpp"
#include "publish/feeds.hpp"
#include "publish/manifest.hpp"
#include "publish/oembed.hpp"
#include "publish/sitemap.hpp"
#include "publish/xml.hpp"
#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

using test::JsonFile;
using test::read_xml;
using test::Xml;

constexpr const char* kBase = "https://example.org/news";

class OutputsTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
    write("content/publication.json", R"({"title": "Paper & <Ink>"})");
    write("content/media/p.png", png(40, 30));
    article(
        "one.md",
        "title: \"One ]]> & <b>\"\nsection: [World, Oceans]\ntags: [Tides, World]\n"
        "published: 2026-01-02T10:00:00+02:00\nupdated: 2026-02-03\n"
        "authors: [{name: Ann & Bo, url: ../people/ann}, Cy]\n"
        "image: {src: media/p.png, alt: P, caption: The <tide>, credit: Dee}\n"
        "corrections: [{date: 2026-02-03, text: It was \"ebb\".}]",
        "See [two](two.md#end) and <b>note</b>[^a] `]]>`.\n\n![Q](media/p.png)\n\n[^a]: The note.");
    article("two.md",
            "title: Two\nlang: de\npublished: 2026-01-01T00:00:00Z\nstandfirst: About two");
    article("undated.md", "title: Undated");
  }
  Xml xml(const std::string& path) const { return read_xml(read("site/" + path)); }
  JsonFile json(const std::string& path) const { return JsonFile(read("site/" + path)); }
  bool is_written(const std::string& path) const { return exists("site/" + path); }
};

TEST_F(OutputsTest, OnlyWithABaseUrlWhereUrlsAreAbsolute) {
  const char* kAbsolute[] = {"feed.xml",    "atom.xml",         "feed.json",
                             "sitemap.xml", "sitemap-news.xml", "oembed/one.json"};
  build();
  for (const char* path : kAbsolute)
    EXPECT_FALSE(is_written(path)) << path;
  EXPECT_EQ(read("site/robots.txt"), "User-agent: *\nAllow: /\n");
  build(kBase);
  for (const char* path : kAbsolute)
    EXPECT_TRUE(is_written(path)) << path;
  EXPECT_EQ(read("site/robots.txt"),
            "User-agent: *\nAllow: /\n\nSitemap: https://example.org/news/sitemap.xml\n"
            "Sitemap: https://example.org/news/sitemap-news.xml\n");
  build();  // and they go again
  for (const char* path : kAbsolute)
    EXPECT_FALSE(is_written(path)) << path;
}

TEST_F(OutputsTest, RssHasTheWholeText) {
  build(kBase);
  const Xml rss = xml("feed.xml");
  const Xml& channel = rss.at("channel");
  EXPECT_EQ(rss.attributes.at("version"), "2.0");
  EXPECT_EQ(channel.at("title").text, "Paper & <Ink>");
  EXPECT_EQ(channel.at("link").text, "https://example.org/news/");
  EXPECT_EQ(channel.at("atom:link").attributes.at("href"), "https://example.org/news/feed.xml");
  EXPECT_EQ(channel.at("lastBuildDate").text, "Tue, 03 Feb 2026 00:00:00 GMT");
  ASSERT_EQ(channel.all("item").size(), 3u);
  const Xml& item = *channel.all("item")[0];
  EXPECT_EQ(item.at("title").text, "One ]]> & <b>");
  EXPECT_EQ(item.at("guid").text, "https://example.org/news/a/one/");
  EXPECT_EQ(item.at("pubDate").text, "Fri, 02 Jan 2026 08:00:00 GMT");
  ASSERT_EQ(item.all("dc:creator").size(), 2u);
  EXPECT_EQ(item.all("dc:creator")[0]->text, "Ann & Bo");
  ASSERT_EQ(item.all("category").size(), 3u);  // "World" is a section and a tag
  EXPECT_EQ(item.all("category")[2]->text, "Tides");
  const std::string& text = item.at("content:encoded").text;
  for (const char* part :
       {"<a href=\"https://example.org/news/a/two/#end\">two</a>", "<b>note</b>",
        "<code>]]&gt;</code>", "src=\"https://example.org/news/_/p.",
        "<figcaption>The &lt;tide&gt; ", "href=\"https://example.org/news/a/one/#fn-1\"",
        "<h2>Corrections</h2>", "3 February 2026</time>: It was &quot;ebb&quot;.</p>"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
  EXPECT_EQ(text.find("=\"../"), std::string::npos) << text;
  EXPECT_TRUE(channel.all("item")[2]->at("pubDate").text.empty());  // without a date
}

TEST_F(OutputsTest, AtomHasWhatItsStandardWants) {
  build(kBase);
  const Xml feed = xml("atom.xml");
  EXPECT_EQ(feed.attributes.at("xmlns"), "http://www.w3.org/2005/Atom");
  EXPECT_EQ(feed.at("id").text, "https://example.org/news/atom.xml");
  EXPECT_EQ(feed.at("updated").text, "2026-02-03T00:00:00Z");
  EXPECT_EQ(feed.at("link").attributes.at("rel"), "self");
  ASSERT_EQ(feed.all("entry").size(), 3u);
  const Xml& entry = *feed.all("entry")[0];
  EXPECT_EQ(entry.at("id").text, "https://example.org/news/a/one/");
  EXPECT_EQ(entry.at("published").text, "2026-01-02T08:00:00Z");
  EXPECT_EQ(entry.at("updated").text, "2026-02-03T00:00:00Z");
  EXPECT_EQ(entry.at("author/uri").text, "https://example.org/news/a/people/ann");
  EXPECT_EQ(entry.at("content").attributes.at("type"), "html");
  EXPECT_EQ(entry.at("content").text, xml("feed.xml").at("channel/item/content:encoded").text);
  EXPECT_EQ(feed.all("entry")[1]->attributes.at("xml:lang"), "de");
  EXPECT_EQ(feed.all("entry")[2]->at("updated").text, "1970-01-01T00:00:00Z");
}

TEST_F(OutputsTest, JsonFeedSaysTheSame) {
  build(kBase);
  const JsonFile feed = json("feed.json");
  EXPECT_EQ(feed.text("version"), "https://jsonfeed.org/version/1.1");
  EXPECT_EQ(feed.text("feed_url"), "https://example.org/news/feed.json");
  EXPECT_EQ(feed.size("items"), 3u);
  EXPECT_EQ(feed.text("items/0/id"), "https://example.org/news/a/one/");
  EXPECT_EQ(feed.text("items/0/title"), "One ]]> & <b>");
  EXPECT_EQ(feed.text("items/0/authors/0/url"), "https://example.org/news/a/people/ann");
  EXPECT_EQ(feed.text("items/0/tags/2"), "Tides");
  EXPECT_TRUE(feed.text("items/0/image").starts_with("https://example.org/news/_/p."));
  EXPECT_EQ(feed.text("items/0/content_html"),
            xml("feed.xml").at("channel/item/content:encoded").text);
  EXPECT_EQ(feed.text("items/1/language"), "de");
  EXPECT_EQ(feed.text("items/1/summary"), "About two");
  EXPECT_FALSE(feed.has("items/2/date_published"));
}

TEST_F(OutputsTest, FeedsHaveTheNewestFifty) {
  for (int i = 100; i < 160; ++i) {
    article("n" + std::to_string(i) + ".md", "title: N\npublished: 2026-03-01T00:00:" +
                                                 std::to_string(i % 60 + 100).substr(1) + "Z");
  }
  build(kBase);
  EXPECT_EQ(xml("feed.xml").at("channel").all("item").size(), 50u);
  EXPECT_EQ(xml("atom.xml").all("entry").size(), 50u);
  EXPECT_EQ(json("feed.json").size("items"), 50u);
}

TEST_F(OutputsTest, TheSitemapHasEveryPageOfTheSite) {
  article("elsewhere.md", "title: E\ncanonical: https://other.org/e");
  build(kBase);
  std::map<std::string, std::string> pages;
  const Xml sitemap = xml("sitemap.xml");
  for (const Xml* url : sitemap.all("url"))
    pages[url->at("loc").text] = url->at("lastmod").text;
  const std::string base = std::string(kBase) + '/';
  EXPECT_EQ(pages,
            (std::map<std::string, std::string>{{base, "2026-02-03T00:00:00Z"},
                                                {base + "map/", "2026-02-03T00:00:00Z"},
                                                {base + "all/", "2026-02-03T00:00:00Z"},
                                                {base + "author/cy/", "2026-02-03T00:00:00Z"},
                                                {base + "tag/tides/", "2026-02-03T00:00:00Z"},
                                                {base + "tag/world/", "2026-02-03T00:00:00Z"},
                                                {base + "c/world/", "2026-02-03T00:00:00Z"},
                                                {base + "c/world/oceans/", "2026-02-03T00:00:00Z"},
                                                {base + "a/one/", "2026-02-03T00:00:00Z"},
                                                {base + "a/two/", "2026-01-01T00:00:00Z"},
                                                {base + "a/undated/", ""}}));
}

TEST_F(OutputsTest, ALargeSitemapIsDivided) {
  const auto content = load();
  ASSERT_TRUE(content);
  const Site site = build_site_index(*content, kBase, 1);
  const auto files = write_sitemaps(site, 4);  // of eleven pages
  ASSERT_EQ(files.size(), 4u);
  size_t urls = 0;
  for (size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(files[i].path, "sitemap-" + std::to_string(i + 1) + ".xml");
    urls += read_xml(files[i].bytes).all("url").size();
  }
  EXPECT_EQ(urls, 11u);
  const Xml index = read_xml(files[3].bytes);
  EXPECT_EQ(files[3].path, "sitemap.xml");
  ASSERT_EQ(index.all("sitemap").size(), 3u);
  EXPECT_EQ(index.all("sitemap")[2]->at("loc").text, "https://example.org/news/sitemap-3.xml");
}

TEST_F(OutputsTest, TheNewsAreOfTheLastTwoDaysBeforeTheNewest) {
  article("newest.md", "title: N & M\nlang: de-AT\npublished: 2026-01-04T08:00:00Z");
  build(kBase);
  const Xml news = xml("sitemap-news.xml");
  ASSERT_EQ(news.all("url").size(), 2u);  // "one" is exactly 48 hours older, "two" more
  const Xml& item = news.at("url/news:news");
  EXPECT_EQ(item.at("news:title").text, "N & M");
  EXPECT_EQ(item.at("news:publication_date").text, "2026-01-04T08:00:00Z");
  EXPECT_EQ(item.at("news:publication/news:name").text, "Paper & <Ink>");
  EXPECT_EQ(item.at("news:publication/news:language").text, "de");
}

TEST_F(OutputsTest, TheManifestLeadsToTheSitesRoot) {
  write("viewer/icon.svg", "<svg/>");
  build();
  const JsonFile manifest = json("manifest.webmanifest");
  EXPECT_EQ(manifest.text("name"), "Paper & <Ink>");
  EXPECT_EQ(manifest.text("short_name"), "Paper &");
  EXPECT_EQ(manifest.text("start_url"), "./");
  EXPECT_EQ(manifest.text("display"), "minimal-ui");
  EXPECT_EQ(manifest.text("theme_color").size(), 7u);
  EXPECT_EQ(read("site/" + manifest.text("icons/0/src")), "<svg/>");
  EXPECT_NE(read("site/a/one/index.html")
                .find("<link rel=\"manifest\" href=\"../../manifest.webmanifest\">"),
            std::string::npos);
  EXPECT_NE(read("site/404.html").find("href=\"/manifest.webmanifest\""), std::string::npos);
}

TEST_F(OutputsTest, TheManifestHasTheThemesScreenshots) {
  const auto picture = [](int width, int height) {
    std::string bytes = png(0, 0);
    for (const auto& [at, side] : {std::pair{18u, width}, std::pair{22u, height}}) {
      bytes[at] = static_cast<char>(side >> 8);
      bytes[at + 1] = static_cast<char>(side & 255);
    }
    return bytes;
  };
  write("content/theme/screenshots/An-article.png", picture(390, 844));
  write("content/theme/screenshots/The-front-page.png", picture(1280, 800));
  write("content/theme/screenshots/notes.txt", "not a picture");
  write("content/theme/screenshots/small.png", picture(100, 100));
  build();
  const JsonFile manifest = json("manifest.webmanifest");
  EXPECT_EQ(manifest.text("screenshots/0/label"), "An article");
  EXPECT_EQ(manifest.text("screenshots/0/sizes"), "390x844");
  EXPECT_EQ(manifest.text("screenshots/0/form_factor"), "narrow");
  EXPECT_EQ(manifest.text("screenshots/1/form_factor"), "wide");
  EXPECT_EQ(manifest.text("screenshots/1/type"), "image/png");
  EXPECT_EQ(read("site/" + manifest.text("screenshots/1/src")), picture(1280, 800));
  EXPECT_EQ(manifest.text("screenshots/2/src"), "");
  EXPECT_EQ(said(),
            "content/one.md:11:5: warning: the link \"two.md#end\" leads to no part of \"two\"\n"
            "content/theme/screenshots/notes.txt: warning: a screenshot is a PNG, JPEG or WebP file\n"
            "content/theme/screenshots/small.png: warning: this screenshot is 100 by 100 px; systems show "
            "those of 320 to 3840 px a side, the long one at most 2.3 times the short one\n");
}

TEST_F(OutputsTest, TheLoaderOfEmbedsSpeaksThePublicationsLanguage) {
  write("viewer/embed.js", "const LOAD = \"Load the article from {host}\";");
  write("content/publication.json", R"({"title": "Zeitung", "lang": "de-AT"})");
  build();
  EXPECT_EQ(read("site/embed.js"), "const LOAD = \"Artikel von {host} laden\";");
  EXPECT_EQ(read("site/" + json("embed.json").text("script")), read("site/embed.js"));
}

TEST(ShortNames, AreWholeWordsWhereTheyCan) {
  const std::pair<const char*, const char*> kRows[] = {
      {"Lectern", "Lectern"},
      {"The Daily Planet", "The Daily"},
      {"Twelve chars", "Twelve chars"},
      {"Twelve chars more", "Twelve chars"},
      {"Ärzteblättchen der Welt", "Ärzteblättch"},
  };
  for (const auto& [title, name] : kRows)
    EXPECT_EQ(short_name_of(title), name) << title;
}

TEST_F(OutputsTest, OEmbedIsAFrameInASandbox) {
  build(kBase);
  const JsonFile link = json("oembed/one.json");
  EXPECT_EQ(link.text("version"), "1.0");
  EXPECT_EQ(link.text("type"), "rich");
  EXPECT_EQ(link.text("author_name"), "Ann & Bo, Cy");
  EXPECT_EQ(link.text("provider_url"), "https://example.org/news/");
  EXPECT_TRUE(link.text("thumbnail_url").starts_with("https://example.org/news/_/p."));
  EXPECT_EQ(link.number("thumbnail_width"), 40);
  EXPECT_NE(read("site/a/one/index.html")
                .find("<link rel=\"alternate\" type=\"application/json+oembed\" "
                      "href=\"https://example.org/news/oembed/one.json\">"),
            std::string::npos);
  EXPECT_EQ(link.number("width"), 640);
  EXPECT_TRUE(link.text("html").starts_with(
      "<iframe src=\"https://example.org/news/embed/one/\" width=\"640\" height=\"480\" "
      "title=\"One ]]&gt; &amp; &lt;b&gt;"))
      << link.text("html");
  EXPECT_TRUE(link.text("html").ends_with(
      "sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox\"></iframe>"))
      << link.text("html");
}

TEST(Xml, HasNoPlaceForControlCharacters) {
  EXPECT_EQ(escape_xml("a\x01\x1B<&>\"\t\xEF\xBF\xBF\xFF]]>"),
            "a&lt;&amp;&gt;&quot;\t\xEF\xBF\xBD]]&gt;");
  EXPECT_EQ(xml_element("a", "\x02"), "");
}

TEST(AbsoluteUrls, AreThoseOfTheStandard) {
  const std::pair<const char*, const char*> kRows[] = {
      {"../two/#end", "https://e.org/n/a/two/#end"},
      {"../../_/p.png?x=1", "https://e.org/n/_/p.png?x=1"},
      {"#fn-1", "https://e.org/n/a/one/#fn-1"},
      {"", "https://e.org/n/a/one/"},
      {"./", "https://e.org/n/a/one/"},
      {"/top", "https://e.org/top"},
      {"//cdn.org/x", "https://cdn.org/x"},
      {"mailto:a@b.org", "mailto:a@b.org"},
      {"?q", "https://e.org/n/a/one/?q"},
      {"../../../../../x", "https://e.org/x"},
      {"a/..", "https://e.org/n/a/one/"},
      {"x:1", "x:1"},
  };
  for (const auto& [url, absolute] : kRows)
    EXPECT_EQ(model::resolve_url("https://e.org/n/a/one/", url), absolute) << url;
  EXPECT_EQ(model::resolve_url("https://e.org", "x"), "https://e.org/x");
  EXPECT_EQ(
      with_absolute_urls("<p title=\" href=\">a href=&quot;x&quot; <a href=\"b\">href=c</a></p>",
                         "https://e.org/"),
      "<p title=\" href=\">a href=&quot;x&quot; <a href=\"https://e.org/b\">href=c</a></p>");
}

}  // namespace
}  // namespace lectern::publish
