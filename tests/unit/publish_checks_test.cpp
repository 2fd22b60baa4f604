// SPDX-License-Identifier: MIT
// What an editor is told about articles that can be published: a row is a file and what is said of
// it.
#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

class ChecksTest : public PublishTest {
 protected:
  // What is said of an article that is alone in its folder, without the file's name; notes are
  // asked for.
  std::string said_of(const std::string& front, const std::string& text = "Text.") {
    article("a.md", front, text);
    EXPECT_TRUE(load());
    std::string lines = said();
    for (size_t at; (at = lines.find("content/a.md:")) != std::string::npos;)
      lines.erase(at, 13);
    return lines;
  }
};

TEST_F(ChecksTest, KeysThatAreSurelyMisspelt) {
  EXPECT_EQ(said_of("title: A\nsectoin: B\nauthers: C\nweight: 3"),
            "3:1: warning: unknown key \"sectoin\": did you mean \"section\"?\n"
            "4:1: warning: unknown key \"authers\": did you mean \"authors\"?\n"
            "5:1: note: unknown key \"weight\": nothing reads it\n");
  EXPECT_EQ(said_of("title: A\nimage: {scr: p.png, src: 'https://a.org/p.png', alt: P}"),
            "3:9: warning: unknown key \"scr\": did you mean \"src\"?\n");
  write("content/publication.json", "{\"titel\": \"P\",\n \"layout\": 1}");
  EXPECT_EQ(
      said_of("title: A"),
      "content/publication.json:1:2: warning: unknown key \"titel\": did you mean \"title\"?\n"
      "content/publication.json:2:2: note: unknown key \"layout\": nothing reads it\n");
}

TEST_F(ChecksTest, KeysOfArticleJson) {
  write("content/a.json",
        "{\"title\": \"A\",\n \"body\": {\"format\": \"text\", \"txt\": 1, \"text\": \"x\"},\n"
        " \"authors\": [{\"nam\": \"B\", \"name\": \"C\"}]}");
  ASSERT_TRUE(load());
  EXPECT_EQ(said(),
            "content/a.json:2:29: warning: unknown key \"txt\": did you mean \"text\"?\n"
            "content/a.json:3:15: warning: unknown key \"nam\": did you mean \"name\"?\n");
}

TEST_F(ChecksTest, Languages) {
  EXPECT_EQ(said_of("title: A\nlang: english"),
            "3:7: warning: \"english\" is no language tag: it must begin with a language of two or "
            "three letters, as \"en\"\n");
  EXPECT_EQ(said_of("title: A\nlang: de-CH-1901"), "");
  EXPECT_EQ(said_of("title: A\ntranslations: {jp: a}"),
            "3:16: warning: \"jp\" is no language tag: there is no language \"jp\"\n");
}

TEST_F(ChecksTest, Dates) {
  EXPECT_EQ(said_of("title: A\npublished: 2026-02-30"),
            "3:12: warning: \"published\" is left out: \"2026-02-30\" is no day and time of the "
            "calendar\n");
  EXPECT_EQ(said_of("title: A\npublished: soon"),
            "3:12: warning: \"published\" is left out: \"soon\" is no date of the form "
            "2026-05-09T10:00:00Z\n");
  EXPECT_EQ(said_of("title: A\npublished: 2026-02-02\nupdated: 2026-02-01"),
            "4:10: warning: \"updated\" (2026-02-01T00:00:00Z) is before \"published\" "
            "(2026-02-02T00:00:00Z)\n");
  EXPECT_EQ(
      said_of("title: A\npublished: 2026-02-02T01:00:00+02:00\nupdated: 2026-02-01T23:30:00Z"), "");
}

TEST_F(ChecksTest, Titles) {
  EXPECT_EQ(said_of("title: " + std::string(150, 'a')), "");
  EXPECT_EQ(said_of("title: " + std::string(151, 'a')),
            "2:8: warning: the title has 151 characters; more than 150 are cut off where it is "
            "listed\n");
  EXPECT_NE(said_of("title: ''").find("error: the article has no title"), std::string::npos);
}

TEST_F(ChecksTest, Headings) {
  EXPECT_EQ(said_of("title: A", "## B\n\n### C\n\n## D\n\n#### E\n"),
            "10:1: warning: this heading is of level 4, and the one before it of level 2\n");
  EXPECT_EQ(said_of("title: A", "### B"),
            "4:1: warning: this heading is of level 3, and none of level 2 is before it\n");
  EXPECT_EQ(said_of("title: A", "## B\n\n### B\n\n## B\n"),
            "8:1: note: the heading \"B\" stands in line 4 already, at the same level\n");
}

TEST_F(ChecksTest, HeadingsWithoutWords) {
  constexpr const char* kSaid = "4:1: warning: this heading has no words, so the page leaves it out\n";
  EXPECT_EQ(said_of("title: A", "##"), kSaid);
  EXPECT_EQ(said_of("title: A", "## **&nbsp;**&#8203;"), kSaid);
  EXPECT_EQ(said_of("title: A", "## ![A bridge](https://a.org/p.png)"), "");
  write("content/b.json", R"({"title": "B", "body": {"format": "blocks", "blocks": [
    {"type": "heading", "level": 2, "inlines": []}, {"type": "paragraph", "inlines": [{"type": "text", "text": "T"}]}]}})");
  write_viewer();
  build();
  for (const char* page : {"site/a/a/index.html", "site/a/b/index.html", "site/embed/b/index.html"})
    EXPECT_EQ(read(page).find("<h2></h2>"), std::string::npos) << page;
}

TEST_F(ChecksTest, LanguagesOfCode) {
  EXPECT_EQ(said_of("title: A", "```pyhton\nx\n```\n\n- ~~~ Mermaid\n  x\n  ~~~\n\n```js {1}\nx\n```\n\n```text\nx\n```\n\n    x\n"),
            "4:1: warning: code in \"pyhton\" has no colours: did you mean \"python\"?\n"
            "8:3: warning: code in \"mermaid\" has no colours\n");
}

TEST_F(ChecksTest, Pictures) {
  write("content/p.png", png(4, 3));
  EXPECT_EQ(said_of("title: A\nimage: p.png", "![](p.png) ![ ](p.png) ![words](p.png)"),
            "3:8: warning: the picture \"p.png\" has no words for readers who don't see it\n"
            "5:1: warning: the picture \"p.png\" has no words for readers who don't see it\n"
            "5:12: warning: the picture \"p.png\" has no words for readers who don't see it\n");
  std::string wide = png(4, 3);
  wide[18] = 0x10;  // 4,100 px
  write("content/p.png", wide);
  EXPECT_EQ(said_of("title: A", "![P](p.png) ![P](p.png)"),
            "4:1: warning: the picture \"p.png\" is 4100 by 3 px; more than 4000 a side are never "
            "seen\n");
  write("content/p.png", png(4, 3) + std::string(5 << 20, 'x'));
  EXPECT_EQ(
      said_of("title: A", "![P](p.png)"),
      "4:1: warning: the picture \"p.png\" has 5 MiB; with more than 4 readers wait for it\n");
}

TEST_F(ChecksTest, PlainHttp) {
  EXPECT_EQ(said_of("title: A",
                    "[a](http://a.org) [b](https://b.org) [c](http://localhost:80/) www.a.org\n"
                    "![P](HTTP://a.org/p.png)"),
            "4:1: warning: the link to \"http://a.org\" is plain http, not https\n"
            "5:1: warning: the picture \"HTTP://a.org/p.png\" is fetched by plain http, which a "
            "page of https does not show\n");
}

TEST_F(ChecksTest, PartsOfPages) {
  article("b.md", "title: B", "## The Tide\n\nText[^1].\n\n[^1]: Note.");
  EXPECT_EQ(
      said_of(
          "title: A",
          "## Über uns\n\n## Über uns\n\n[1](#über-uns) [2](#%C3%BCber-uns-2) [3](#top) [4](#)\n"
          "[5](b.md#the-tide) [6](b.md?q#fn-1) [7](b.md#:~:text=x)\n"
          "[8](#uber-uns-2)\n[9](b.md#the-tied)\n[10](b.md#nothing)"),
      "6:1: note: the heading \"Über uns\" stands in line 4 already, at the same level\n"
      "10:1: warning: the link \"#uber-uns-2\" leads to no part of this article; did you mean "
      "\"#über-uns-2\"?\n"
      "11:1: warning: the link \"b.md#the-tied\" leads to no part of \"b\"; did you mean "
      "\"#the-tide\"?\n"
      "12:1: warning: the link \"b.md#nothing\" leads to no part of \"b\"\n");
}

TEST_F(ChecksTest, RelatedAndTranslations) {
  article("bridge.md", "title: B\ntranslations:\n  de: a");
  article("one-way.md", "title: C\nlang: fr");
  EXPECT_EQ(
      said_of("title: A\nrelated: [a, bridg, bridge]\ntranslations:\n  en: bridge\n  fr: one-way\n"
              "  it: gone\nlang: de"),
      "3:11: warning: the article is related to itself\n"
      "3:14: warning: the related article \"bridg\" is not there; did you mean \"bridge\"?\n"
      "6:7: note: the translation \"one-way\" does not name \"a\" as its own translation\n"
      "7:7: warning: the translation \"gone\" is not there\n");
}

TEST_F(ChecksTest, TranslationsInTheSameLanguage) {
  article("b.md", "title: B");
  article("c.md", "title: C\nlang: fr");
  EXPECT_EQ(said_of("title: A\ntranslations: {de: b, es: c}"),
            "3:20: warning: the translation \"b\" is in the language of this article, \"en\", so the "
            "pages don't name each other; its \"lang\" may be missing\n"
            "3:20: note: the translation \"b\" does not name \"a\" as its own translation\n"
            "3:27: warning: the translation \"c\" is in \"fr\", not \"es\"\n"
            "3:27: note: the translation \"c\" does not name \"a\" as its own translation\n");
}

TEST_F(ChecksTest, ControlCharactersAreShownAsSuch) {
  EXPECT_EQ(said_of("title: A", "a\x01z &#2; b"), "4:2: warning: a control character stands here; it is shown as U+FFFD\n");
  EXPECT_EQ(model::text_of(load()->stories.at(0).article.body.at(0).inlines), "a\uFFFDz \uFFFD b");
  write("content/a.md", "# A\n\nText.\n");
  write("content/b.json", R"({"title": "B\u0001\u0085B", "canonical": "https://a.org/\u0001b",
    "body": {"format": "text", "text": "x\u0008y\u007fz"}})");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(said(),
            "content/b.json:1:11: warning: this text holds a control character (as \\u0000); it is "
            "shown as U+FFFD\n");
  const model::Article& b = content->stories.at(1).article;
  EXPECT_EQ(b.title, "B\uFFFD\uFFFDB");
  EXPECT_EQ(model::text_of(b.body.at(0).inlines), "x\uFFFDy\uFFFDz");
  EXPECT_EQ(b.canonical, "https://a.org/\uFFFDb");
}

TEST_F(ChecksTest, NoDirectionGoesOnBeyondATitle) {
  article("a.md", "title: \"\u202Eabc\"\ntags: [\"\u2067x\u202By\u2069z\u202C\"]");
  const auto content = load();
  ASSERT_TRUE(content);
  EXPECT_EQ(content->stories.at(0).article.title, "\u202Eabc\u202C");
  EXPECT_EQ(content->stories.at(0).article.tags.at(0), "\u2067x\u202By\u2069z");
}

TEST_F(ChecksTest, NamesThatLookTheSame) {
  article("\u00FCber.md", "title: A\nid: one", "![P](media/Photo.PNG) ![P](media/e\u0301.png)");
  write("content/media/photo.png", png(1, 1));
  write("content/media/\u00E9.png", png(1, 1));
  article("u\u0308ber.md", "title: B\nid: two");
  ASSERT_TRUE(load());
  EXPECT_EQ(
      said(),
      "content/\u00FCber.md: warning: this file's name is like that of \"u\u0308ber.md\" but for "
      "capitals or the form of its letters; other systems keep only one of them\n"
      "content/\u00FCber.md:5:1: warning: the picture \"media/Photo.PNG\" is not there; "
      "\"media/photo.png\" is, which differs in capitals or the form of its letters\n"
      "content/\u00FCber.md:5:23: warning: the picture \"media/e\u0301.png\" is not there; "
      "\"media/\u00E9.png\" is, which differs in capitals or the form of its letters\n");
}

TEST_F(ChecksTest, IdsThatLookTheSame) {
  article("a.md", "title: A\nid: caf\u00E9");
  article("b.md", "title: B\nid: cafe\u0301");
  ASSERT_TRUE(load());
  EXPECT_EQ(
      said(),
      "content/b.md:3:5: error: the id \"cafe\u0301\" is that of content/a.md already, so this "
      "article is left out\n");
}

}  // namespace
}  // namespace lectern::publish
