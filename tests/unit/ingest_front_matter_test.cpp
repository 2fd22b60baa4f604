// SPDX-License-Identifier: MIT
// Markdown files: what front matter says, where the title comes from, and which lines things are
// on.
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

struct Read {
  model::Article article;
  std::string diagnostics;
};

Read read(std::string_view text) {
  Diagnostics diagnostics;
  auto article = parse_markdown_file(text, "a.md", diagnostics);
  return {article ? *article : model::Article{}, outline(diagnostics)};
}

TEST(FrontMatter, SaysWhatIsWithdrawnAndWhatHasMoved) {
  const struct {
    const char* value;
    bool withdrawn;
    const char *date, *said;
  } kRows[] = {
      {"true", true, "", ""},
      {"no", false, "", ""},
      {"2026-05-09", true, "2026-05-09T00:00:00Z", ""},
      {"'2026-05-09 10:00'", true, "2026-05-09T10:00:00Z", ""},
      {"~", false, "", ""},
      {"soon", false, "", "a.md:3:12: error: \"withdrawn\" must be true or false, not text\n"},
      {"'soon'", true, "",
       "a.md:3:12: warning: the article is withdrawn without a date: \"soon\" is no date of the form "
       "2026-05-09T10:00:00Z\n"},
      {"''", false, "", ""},
  };
  for (const auto& row : kRows) {
    const Read file = read("---\ntitle: T\nwithdrawn: " + std::string(row.value) +
                           "\naliases: [/old path, b]\n---\n\nText.\n");
    EXPECT_EQ(file.article.withdrawn, row.withdrawn) << row.value;
    EXPECT_EQ(file.article.withdrawn_date, row.date) << row.value;
    EXPECT_EQ(file.diagnostics, row.said);
    EXPECT_EQ(file.article.aliases, (std::vector<std::string>{"/old path", "b"}));
  }
}

TEST(FrontMatter, HasTheNamesOfArticleJson) {
  const Read file = read(
      "---\n"
      "id: harbour-bridge   # a comment\n"
      "lang: en-GB\n"
      "title: 2026, a year\n"
      "standfirst: >\n"
      "  folded\n"
      "  text\n"
      "section: [Region, Latest News]\n"
      "authors:\n"
      "  - Jane Doe\n"
      "  - name: John\n"
      "    url: https://a.org/john\n"
      "published: 2026-05-09\n"
      "image: {src: media/a.jpg, alt: A bridge, width: 1600, height: 900}\n"
      "related: [other, {title: Elsewhere, url: https://b.org}]\n"
      "tags: [bridge, 2026, yes]\n"
      "moods: off\n"
      "draft: true\n"
      "translations: {de: hafenbruecke}\n"
      "corrections:\n"
      "  - date: 2026-05-10\n"
      "    text: A name\n"
      "unknown: {kept: quiet}\n"
      "---\n\nText.\n");
  EXPECT_EQ(file.diagnostics,
            "a.md:23:1: note: unknown key \"unknown\": nothing reads it\n");
  const model::Article& a = file.article;
  EXPECT_EQ(a.id, "harbour-bridge");
  EXPECT_EQ(a.id_place, (Place{2, 5}));
  EXPECT_EQ(a.lang, "en-GB");
  EXPECT_EQ(a.title, "2026, a year");
  EXPECT_EQ(a.title_place, (Place{4, 8}));
  EXPECT_EQ(a.standfirst, "folded text");
  EXPECT_EQ(a.section, (std::vector<std::string>{"Region", "Latest News"}));
  EXPECT_EQ(a.authors,
            (std::vector<model::Author>{{"Jane Doe", ""}, {"John", "https://a.org/john"}}));
  EXPECT_EQ(a.published, "2026-05-09T00:00:00Z");
  EXPECT_EQ(a.image, (model::Picture{"media/a.jpg", "A bridge", "", "", 1600, 900, {14, 8}}));
  ASSERT_EQ(a.related.size(), 2u);
  EXPECT_EQ(a.related[0].id, "other");
  EXPECT_EQ(a.related[1], (model::Related{"", "Elsewhere", "https://b.org", {15, 18}}));
  EXPECT_EQ(a.tags, (std::vector<std::string>{"bridge", "2026", "yes"}));
  EXPECT_FALSE(a.moods);
  EXPECT_TRUE(a.draft);
  EXPECT_EQ(a.translations[0].second, "hafenbruecke");
  EXPECT_EQ(a.corrections, (std::vector<model::Correction>{{"2026-05-10T00:00:00Z", "A name"}}));
  EXPECT_EQ(a.source, "Text.\n");
  EXPECT_EQ(a.body[0].place, (Place{26, 1}));
}

TEST(FrontMatter, ShortFormsAreRead) {
  const Read file = read(
      "---\ntitle: T\nauthors: Jane\nsection: A / B\nimage: a.png\ntags: one\n"
      "related: other\nstandfirst:\nid: ~\n---\nx\n");
  EXPECT_EQ(file.diagnostics, "");
  EXPECT_EQ(file.article.authors[0].name, "Jane");
  EXPECT_EQ(file.article.section, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(file.article.image.src, "a.png");
  EXPECT_EQ(file.article.tags, (std::vector<std::string>{"one"}));
  EXPECT_EQ(file.article.related[0].id, "other");
  EXPECT_EQ(file.article.id, "");
}

TEST(FrontMatter, ProblemsAreSaidWithTheirPlaces) {
  const struct {
    const char *yaml, *diagnostics;
  } cases[] = {
      {"title: a\ntitle: b", "a.md:3:1: error: \"title\" stands here a second time\n"},
      {"title: t\nmoods: maybe", "a.md:3:8: error: \"moods\" must be true or false, not text\n"},
      {"title: t\nimage: [a]",
       "a.md:3:8: error: \"image\" must be an object with a \"src\", or text, not a list\n"},
      {"title: t\nimage: {src: a, width: wide}",
       "a.md:3:24: error: \"width\" must be a number, not text\n"},
      {"title: t\nauthors: [[a]]",
       "a.md:3:11: error: each of \"authors\" must be text or an object with a \"name\", not a "
       "list\n"},
      {"title: t\npublished: 2026-13-01",
       "a.md:3:12: warning: \"published\" is left out: \"2026-13-01\" is no day and time of "
       "the calendar\n"},
      {"title: t\npublished: soon",
       "a.md:3:12: warning: \"published\" is left out: \"soon\" is no date of the form "
       "2026-05-09T10:00:00Z\n"},
      {"title: t\nlang: e n",
       "a.md:3:7: warning: \"lang\" is left out: \"e n\" is no language tag like \"en-GB\"\n"},
      {"title: t\ncanonical: javascript:x",
       "a.md:3:12: warning: \"canonical\" is left out: \"javascript:x\" is neither http, https, "
       "mailto, "
       "tel nor a relative link\n"},
      {"title: a: b", "a.md:2:9: error: this is not YAML: \"illegal map value\"\n"},
      {"title: \"a", "a.md:2:8: error: the text that begins here is not closed by a quote\n"},
      {"title: 'it''s", "a.md:2:8: error: the text that begins here is not closed by a quote\n"},
      {"title: t\n? [a]\n: b", "a.md:3:3: error: a list or an object cannot be a key\n"},
      {"- a: b", "a.md:2:1: error: front matter must be \"key: value\" lines, not a list\n"},
      {"title: ä\x04",
       "a.md:2:9: error: a control character stands here, which YAML does not have\n"},
  };
  for (const auto& c : cases) {
    const Read file = read("---\n" + std::string(c.yaml) + "\n---\n\ntext\n");
    EXPECT_EQ(file.diagnostics.substr(0, std::string_view(c.diagnostics).size()), c.diagnostics);
    EXPECT_EQ(outline(file.article.body), "paragraph: text\n") << c.yaml;
  }
}

TEST(FrontMatter, UnclosedIsAnErrorAndTheTextStays) {
  const Read file = read("---\ntitle: x\n\n# Heading\n\ntext\n");
  EXPECT_EQ(file.diagnostics,
            "a.md:1:1: error: the front matter that starts here is not closed by a line of ---\n");
  EXPECT_EQ(outline(file.article.body), "paragraph: title: x\nparagraph: text\n");
  EXPECT_EQ(file.article.body[1].place, (Place{6, 1}));
}

TEST(FrontMatter, AThematicBreakAtTheStartIsNone) {
  for (const char* text : {"---\n\ntext\n\n---\n", "---\n---\n", "---\nFoo\n---\nBar\n", "--- a\n",
                           "---\n* list: item\n---\n", "----\ntitle: x\n----\n", "text\n", ""}) {
    EXPECT_FALSE(has_front_matter(text)) << text;
  }
  for (const char* text :
       {"---\ntitle: x\n---\n", "---\n# c\n\ntitle:\n---\n", "---\n{}\n---\n",
        "\xEF\xBB\xBF---\r\ntitle: x\r\n---\r\n", "---\n\"a b\": x\n", "---  \na: b"}) {
    EXPECT_TRUE(has_front_matter(text)) << text;
  }
}

TEST(MarkdownFile, TakesItsTitleFromTheFirstHeadingOfLevelOne) {
  const struct {
    const char *text, *title, *body;
  } cases[] = {
      {"# The *title* `x` #\n\ntext", "The title x", "paragraph: text\n"},
      {"The\ntitle\n=====\ntext", "The title", "paragraph: text\n"},
      {"#hash\ntag\n===\n\ntext", "#hash tag", "paragraph: text\n"},
      {"intro\n# Title\noutro", "Title", "paragraph: intro\nparagraph: outro\n"},
      {"## Two\n\n# One\n\n# More", "One", "heading 2: Two\nheading 1: More\n"},
      {"   # One\r\ntext\r\n", "One", "paragraph: text\n"},
      {"#\n\n# Second\n", "Second", "heading 1\n"},
      {"---\nid: a\n---\n# One\n\ntext", "One", "paragraph: text\n"},
      {"---\ntitle: Front\n---\n# One\n", "Front", "heading 1: One\n"},
  };
  for (const auto& c : cases) {
    const Read file = read(c.text);
    EXPECT_EQ(file.diagnostics, "") << c.text;
    EXPECT_EQ(file.article.title, c.title) << c.text;
    EXPECT_EQ(outline(file.article.body), c.body) << c.text;
    Diagnostics unused;
    EXPECT_EQ(outline(parse_markdown(file.article.source, "", {1, 1}, unused)), c.body) << c.text;
  }
}

TEST(MarkdownFile, WithoutATitleIsAnError) {
  for (const char* text : {"text", "> # quoted", "## two", "#", "---\nid: a\n---\ntext"}) {
    EXPECT_EQ(
        read(text).diagnostics,
        "a.md:1:1: error: the article has no title, neither in front matter nor as a heading\n")
        << text;
  }
  Diagnostics diagnostics;
  EXPECT_EQ(parse_markdown_file("", "a.md", diagnostics), std::nullopt);
  EXPECT_EQ(outline(diagnostics), "a.md: error: the file is empty\n");
}

TEST(MarkdownFile, PlacesAreThoseOfTheFile) {
  const struct {
    const char *text, *place;
  } cases[] = {
      {"---\ntitle: t\n---\n\n\n[a](javascript:x)", "6:1"},
      {"---\r\ntitle: t\r\n---\r\n\r\nä [a](javascript:x)", "5:3"},
      {"# T\n\n[a](javascript:x)", "3:1"},
      {"x\n\nT\ny\n=\n[a](javascript:x)", "6:1"},
      {"\xEF\xBB\xBF# T\r\r[a](javascript:x)", "3:1"},
  };
  for (const auto& c : cases) {
    const std::string diagnostics = read(c.text).diagnostics;
    EXPECT_EQ(diagnostics.find("a.md:" + std::string(c.place) + ": warning"), 0u) << diagnostics;
  }
}

}  // namespace
}  // namespace lectern::ingest
