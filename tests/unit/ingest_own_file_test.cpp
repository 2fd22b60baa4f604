// SPDX-License-Identifier: MIT
// Files of the reader's own: the small reader of front matter beside yaml-cpp, titles, and what an
// article without a place of its own keeps of its addresses.
#include <gtest/gtest.h>

#include "ingest/field_reader.hpp"
#include "ingest/front_matter.hpp"
#include "ingest/ingest.hpp"
#include "model/urls.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

// {a: b, c: [d]}, so that two trees can be compared and read. White space at a line's end and the
// quotes are not compared: no field of an article keeps the one, few look at the other.
std::string written(const Value& value) {
  std::string out;
  switch (value.type) {
    case ValueType::list:
      for (const Value& item : value.items) out += (out.empty() ? "" : ", ") + written(item);
      return '[' + out + ']';
    case ValueType::object:
      for (const Member& member : value.members) {
        out += (out.empty() ? "" : ", ") + member.key + ": " + written(member.value);
      }
      return '{' + out + '}';
    default:
      return '<' + one_line(value.text) + '>';
  }
}

std::string read_by(ReadYaml reader, std::string_view yaml) {
  Diagnostics diagnostics;
  Report report("a.md", diagnostics);
  const PlaceIndex places(yaml, {2, 1});
  const auto value = reader(yaml, places, report);
  return (value ? written(*value) : "nothing") + outline(diagnostics);
}

TEST(YamlLines, AreReadAsYamlCppReadsThem) {
  for (const std::string_view yaml : {
           "title: A story\nlang: en-GB   # a comment\n",
           "title: \"In \\\"quotes\\\", a: b # no comment\"\nstandfirst: 'It''s'\n",
           "a:\n\nc:    # nothing\nd: \"\"\n",
           "url: https://a.org/b#c\ntime: 10:30\n",
           "tags: [bridge, \"a, b\", 2026, 'c]']\nempty: []\n",
           "authors:\n  - Jane Doe\n  - name: John\n    url: https://a.org/john\nlast: 1\n",
           "authors:\n- Jane\n- John\nlast: 1\n",
           "authors:\n  -\n    name: Jane\n  - 'John'\n",
           "standfirst: >\n  folded\n  text\n\n  and more\nnext: 1\n",
           "standfirst: |\n  two\n   lines\nnext: 1\n",
           "standfirst: plain over\n  two lines\nnext: 1\n",
           "image:\n  src: a.jpg\n  alt: A bridge\ntags:\n  - a\n",
           "\"quoted key\": 1\n'other': 2\n",
           "# a comment\n\ntitle: x\n  # another\nlang: de\n",
           "translations:\n    de: bruecke\n    fr: pont\n",
       }) {
    EXPECT_EQ(read_by(read_yaml_lines, yaml), read_by(read_yaml, yaml)) << yaml;
  }
}

TEST(YamlLines, LeaveOutWhatTheyCannotRead) {
  EXPECT_EQ(read_by(read_yaml_lines, "image: {src: a.jpg}\ntitle: x\n"), "{title: <x>}");
  EXPECT_EQ(read_by(read_yaml_lines, "a: \"not closed\nb: &anchor c\nc: *alias\nd: 1\n"), "{d: <1>}");
  EXPECT_EQ(read_by(read_yaml_lines, "no key\n  deeper: 1\ntitle: x\n"), "{title: <x>}");
  EXPECT_EQ(read_by(read_yaml_lines, "- a\n- b\n"), "{}");
  EXPECT_EQ(read_by(read_yaml_lines, "list: [a, {b: c}]\ntitle: x\n"), "{list: [<a>], title: <x>}");
  EXPECT_EQ(read_by(read_yaml_lines, ""), "{}");
}

TEST(YamlLines, SayWhichKeyStandsTwice) {
  EXPECT_EQ(read_by(read_yaml_lines, "a: 1\na: 2\n"),
            "{a: <2>}" + outline({{Severity::error, "a.md", {3, 1}, "\"a\" stands here a second time"}}));
}

TEST(YamlLines, EndOnHostileText) {
  for (const std::string part : {"- ", "a:\n ", "[", "\"", "- - a: ", "|\n", ": ", "'", "\n "}) {
    std::string text;
    while (text.size() < 60'000) text += part;
    read_by(read_yaml_lines, text);
    read_by(read_yaml_lines, "a: " + text);
  }
  EXPECT_NE(read_by(read_yaml_lines, std::string(70'000, 'a')).find("64 KiB"), std::string::npos);
}

struct Own {
  model::Article article;
  std::string diagnostics;
};

Own read(std::string_view text, const std::string& name = "notes.md") {
  Diagnostics diagnostics;
  auto file = parse_own_file(text, name, diagnostics);
  return {file ? file->article : model::Article{}, outline(diagnostics)};
}

TEST(OwnFile, HasATitleInAnyCase) {
  EXPECT_EQ(read("---\ntitle: Front\n---\n# Heading\n").article.title, "Front");
  EXPECT_EQ(read("Text.\n\n# Heading\n").article.title, "Heading");
  EXPECT_EQ(read("## Heading ##\n\nText.\n").article.title, "Heading");
  EXPECT_EQ(read("Heading\n---\n\nText.\n").article.title, "Heading");
  EXPECT_EQ(read("Text.\n\n## Heading\n").article.title, "notes");
  EXPECT_EQ(read("Text.", "a/b/my notes.final.txt").article.title, "my notes.final");
  EXPECT_EQ(read("Text.", ".md").article.title, "–");
  EXPECT_EQ(read("## Heading ##\n\nText.\n").article.body.size(), 1u);
  EXPECT_EQ(read("Heading\n---\n\nText.\n").article.body.size(), 1u);
  EXPECT_EQ(read("Text.\n\n## Heading\n").article.body.size(), 2u);
}

TEST(OwnFile, IsJsonByItsNameOrItsFirstCharacter) {
  const std::string json = R"({"title": "J", "body": {"format": "text", "text": "T"}})";
  EXPECT_EQ(read(json, "a.json").article.title, "J");
  EXPECT_EQ(read(json, "a.JSON").article.title, "J");
  EXPECT_EQ(read("\n " + json, "a").article.title, "J");
  EXPECT_EQ(read(json, "a.md").article.title, "a");
  EXPECT_NE(read("{\"title\": }", "a.json").diagnostics, "");
}

TEST(OwnFile, SaysWhereFrontMatterIsNotClosed) {
  EXPECT_EQ(read("---\ntitle: x\n\nText.\n").diagnostics,
            outline({{Severity::error, "notes.md", {1, 1},
                      "the front matter that starts here is not closed by a line of ---"}}));
}

TEST(OwnFile, KeepsAbsoluteAddressesAlone) {
  model::Article article = read(
      "---\ntitle: T\nimage: media/a.jpg\nauthors:\n  - name: A\n    url: ../a\n"
      "related:\n  - an-id\n  - title: R\n    url: https://r.org\n  - title: S\n    url: s/\n---\n"
      "[a](b) [c](HTTPS://c.org) [d](mailto:d@e.org) [e](//f.org) [g](https:h) [i](#j) "
      "[k](javascript:alert(1))\n\n![alt](m.png) ![kept](https://n.org/o.png) ![plain](http://p.org/q.png)\n"
      ).article;
  model::keep_absolute_urls(article);
  EXPECT_EQ(article.image.src, "");
  EXPECT_EQ(article.authors[0].url, "");
  ASSERT_EQ(article.related.size(), 1u);
  EXPECT_EQ(article.related[0].title, "R");
  EXPECT_EQ(model::text_of(article.body[0].inlines), "a c d e g i k");
  std::vector<std::string> links, images;
  for (const model::Inline& item : article.body[0].inlines) {
    if (item.kind == model::InlineKind::link) links.push_back(item.url);
  }
  for (const model::Inline& item : article.body[1].inlines) {
    if (item.kind == model::InlineKind::image) images.push_back(item.url);
  }
  EXPECT_EQ(links, (std::vector<std::string>{"HTTPS://c.org", "mailto:d@e.org"}));
  EXPECT_EQ(images, (std::vector<std::string>{"", "https://n.org/o.png", ""}));
}

}  // namespace
}  // namespace lectern::ingest
