// SPDX-License-Identifier: MIT
// Related stories: small publications with what is expected below each article, and why.
#include "publish/related.hpp"

#include <tuple>

#include "ingest/ingest.hpp"
#include "publish/words.hpp"
#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

std::string words_of(std::string_view text) {
  std::string out;
  for_each_word(text, [&](const std::string& word, std::string_view form) {
    out += word + '(' + std::string(form) + ") ";
  });
  return out;
}

TEST(Words, OfEachScript) {
  const struct {
    const char *text, *words;
  } kRows[] = {
      {"The Harbour's old BRIDGE.", "the(The) harbour(Harbour) old(old) bridge(BRIDGE) "},
      {"", ""},
      {"in 2026, x86 of 12345", "x86(x86) "},  // short words and numbers say little
      {"Λιμάνι ΟΔΌΣ", "λιμάνι(Λιμάνι) οδόσ(ΟΔΌΣ) "},
      {"Мост и Ёлка", "мост(Мост) ёлка(Ёлка) "},
      {"東京湾の橋", "東京(東京) 京湾(京湾) 湾の(湾の) の橋(の橋) "},
      {"東 京 橋a", ""},  // no neighbours
      {"부산항abc", "부산(부산) 산항(산항) abc(abc) "},
      {"a\xFFwords", "words(words) "},
  };
  for (const auto& row : kRows)
    EXPECT_EQ(words_of(row.text), row.words) << row.text;
  EXPECT_EQ(words_of(std::string(65, 'a')), "");
}

// A word that no other article has.
std::string own_word(int i) {
  return std::string(4, static_cast<char>('a' + i));
}

class RelatedTest : public PublishTest {
 protected:
  // An article with all that matters here.
  void story(const std::string& id, const std::string& front, const std::string& text) {
    article(id + ".md", "title: " + id + "\n" + front, text);
  }

  // "ID: REASON" for what is related to an article, a line each.
  std::string related(const std::string& id, int jobs = 1, const std::string& lang = "en") {
    const auto content = load();
    EXPECT_TRUE(content) << said();
    const auto all = find_related(*content, jobs);
    std::string lines;
    for (size_t i = 0; i < all.size(); ++i) {
      if (content->stories[i].article.id != id) continue;
      for (const RelatedStory& one : all[i]) {
        lines += one.story == kNoStory ? "elsewhere" : content->stories[one.story].article.id;
        lines += ": " + reason_of(one, lang) + '\n';
      }
    }
    return lines;
  }

  // A small publication: what is about bridges, about bread, and about neither.
  void small_publication() {
    story("bridge", "section: [World]\ntags: [Harbour, bridge]\npublished: 2026-05-01",
          "The ferry crossed the estuary while engineers measured the girders of the crossing.");
    story("quay", "section: [World]\ntags: [harbour]\npublished: 2026-05-02",
          "The quay was raised by a metre last winter.");
    story("span", "section: [Culture]\ntags: [Bridge]\npublished: 2026-05-03",
          "A painter and the longest span of the kingdom.");
    story("ferry", "section: [World]\npublished: 2026-04-30",
          "The ferry will leave the estuary when the girders arrive.");
    story("bread", "section: [Culture]\ntags: [kitchen]\npublished: 2026-05-04",
          "Flour and water become dough overnight.");
    story("soup", "section: [World]\ntags: [kitchen]\npublished: 2026-05-04",
          "Onions want an hour of patience.");
  }
};

TEST_F(RelatedTest, HasReasons) {
  small_publication();
  EXPECT_EQ(related("bridge"),
            "quay: same column and topic: Harbour\n"
            "span: same topic: bridge\n"
            "ferry: same column, both about: ferry, estuary, girders\n");
  EXPECT_EQ(related("ferry"), "bridge: same column, both about: ferry, estuary, girders\n");
  EXPECT_EQ(related("bread"), "soup: same topic: kitchen\n");
}

TEST_F(RelatedTest, InGerman) {
  small_publication();
  EXPECT_EQ(related("bread", 1, "de-AT"), "soup: gleiches Thema: kitchen\n");
}

TEST_F(RelatedTest, WhatTheAuthorNamesComesFirst) {
  small_publication();
  story("own",
        "section: [World]\ntags: [kitchen]\nrelated: [span, own, nobody, {title: X, url: "
        "'https://x.org/'}, {title: The Quay, url: quay.md}, span]",
        "Text.");
  EXPECT_EQ(related("own"),
            "span: chosen by the editors\n"
            "elsewhere: chosen by the editors\n"
            "quay: same column\n"
            "soup: same column and topic: kitchen\n"
            "bread: same topic: kitchen\n");
}

TEST_F(RelatedTest, AtMostFiveAndTiesById) {
  for (const char* id : {"f", "b", "g", "a", "c", "e", "d"})
    story(id, "tags: [one]", std::string("Text of ") + id + id + id);
  EXPECT_EQ(related("d"),
            "a: same topic: one\nb: same topic: one\nc: same topic: one\ne: same topic: one\n"
            "f: same topic: one\n");
}

TEST_F(RelatedTest, NoDuplicates) {
  article("a.md", "title: Same\ntags: [one]", "The text.");
  article("b.md", "title: Same\ntags: [one]", "The text.");
  article("c.md", "title: Same\ntags: [one]", "Another text.");
  article("d.md", "title: Other\ntags: [one]", "The text.");
  article("e.md", "title: More\ntags: [one]\nrelated: [a, b]", "A third.");
  EXPECT_EQ(related("a"), "c: same topic: one\nd: same topic: one\ne: same topic: one\n");
  EXPECT_EQ(related("e").find("b: "), std::string::npos) << related("e");
  EXPECT_EQ(related("d").find("b: "), std::string::npos) << related("d");
}

TEST_F(RelatedTest, TimeAndColumnWeigh) {
  const char* text = "Salmon return to the weir.";
  story("own", "section: [A, B]\npublished: 2026-05-01", text);
  story("old", "section: [A, B]\npublished: 2016-05-01", text);
  story("other", "section: [C]\npublished: 2026-05-01", text);
  story("near", "section: [A, B]\npublished: 2026-04-01", text);
  for (const char* id : {"x", "y", "z", "u", "v", "w", "s", "t"})
    story(id, "section: [D]", "Nothing of the sort.");
  EXPECT_EQ(related("own"),
            "near: same column, both about: return, weir, Salmon\n"
            "other: both about: return, weir, Salmon\n"
            "old: same column, both about: return, weir, Salmon\n");
}

TEST_F(RelatedTest, AWordOfManyArticlesSaysNothing) {
  for (int i = 0; i < 12; ++i) {
    story("n" + std::to_string(i), "section: [A]", own_word(i) + " because nobody knows");
  }
  EXPECT_EQ(related("n3"), "");
}

TEST_F(RelatedTest, LanguagesAreCountedApart) {
  // "die" is in every German article, and in few of all.
  for (int i = 0; i < 12; ++i)
    story("en" + std::to_string(i), "", own_word(i));
  for (int i = 0; i < 6; ++i) {
    story("de" + std::to_string(i), "lang: de\nsection: [A]", own_word(i + 12) + " die und");
  }
  EXPECT_EQ(related("de2"), "");
}

TEST_F(RelatedTest, ChineseByPairs) {
  story("a", "lang: zh", "化学元素的名称很有意思");
  story("b", "lang: zh", "谈谈化学元素");
  story("c", "lang: zh", "天气晴朗");
  EXPECT_EQ(related("b"), "a: both about: 化学, 元素, 学元\n");
}

TEST_F(RelatedTest, ThreadsChangeNothing) {
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (int k = 1; k < 40; ++k)
      text += own_word((i * k) % 26) + std::to_string((i * k * k) % 97) + ' ';
    story("n" + std::to_string(i),
          "section: [S" + std::to_string(i % 7) + "]\ntags: [t" + std::to_string(i % 31) +
              "]\npublished: 2026-01-" + (i % 28 < 9 ? "0" : "") + std::to_string(i % 28 + 1),
          text);
  }
  const auto content = load();
  ASSERT_TRUE(content);
  const auto flat = [&](int jobs) {
    std::string all;
    for (const auto& list : find_related(*content, jobs)) {
      for (const RelatedStory& one : list)
        all += content->stories[one.story].article.id + ' ' + reason_of(one, "en") + '\n';
      all += '\n';
    }
    return all;
  };
  const std::string one = flat(1);
  EXPECT_GT(one.size(), 10000u);
  EXPECT_EQ(flat(4), one);
  EXPECT_EQ(flat(3), one);
}

TEST(RelatedStories, OfATagThatVeryManyShare) {
  Content content;
  for (int i = 0; i < 1500; ++i) {
    Story story;
    story.article.id = "n" + std::to_string(i);
    story.article.title = story.article.id;
    story.article.tags = {"all", "t" + std::to_string(i % 700)};
    content.stories.push_back(std::move(story));
  }
  const auto one = find_related(content, 1), four = find_related(content, 4);
  for (const size_t i : {size_t{0}, size_t{701}, size_t{1499}}) {
    ASSERT_EQ(one[i].size(), kMostRelated) << i;
    // The tag that is rarer says more.
    EXPECT_EQ(one[i][0].story % 700, i % 700);
    for (size_t k = 0; k < kMostRelated; ++k)
      EXPECT_EQ(one[i][k].story, four[i][k].story) << i;
  }
}

TEST_F(RelatedTest, TheReasonTravelsWithTheArticle) {
  write_viewer();
  small_publication();
  build();
  const auto file = ingest::parse_article_json(read("site/a/bread/article.json"), "", diagnostics_);
  ASSERT_TRUE(file && file->context);
  ASSERT_EQ(file->context->related.size(), 1u);
  EXPECT_EQ(file->context->related[0].reason, "same topic: kitchen");
  const std::string page = read("site/a/bread/index.html");
  EXPECT_NE(page.find("<a href=\"../soup/\">soup</a>"), std::string::npos);
  EXPECT_NE(page.find(">same topic: kitchen</p>"), std::string::npos);
}

}  // namespace
}  // namespace lectern::publish
