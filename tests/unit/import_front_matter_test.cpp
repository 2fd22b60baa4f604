// SPDX-License-Identifier: MIT
// Markdown as Hugo, Jekyll and Eleventy have it: forms of front matter, names, shortcodes.
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

struct Read {
  model::Article article;
  std::string said;
};

Read read(std::string_view text, const std::string& path = "a.md") {
  Diagnostics diagnostics;
  auto article = parse_markdown_file(text, path, diagnostics);
  return {article ? *article : model::Article{}, outline(diagnostics)};
}

TEST(ImportFrontMatter, Toml) {
  const Read file = read(
      "+++\n"
      "title = \"A \\\"bridge\\\"\"  # a comment\n"
      "date = 2026-05-09T10:00:00+02:00\n"
      "lastmod = 2026-05-10\n"
      "draft = true\n"
      "tags = ['a', \"b\"]\n"
      "[cover]\n"
      "image = \"media/a.png\"\n"
      "alt = \"A\"\n"
      "+++\n\nText.\n");
  EXPECT_EQ(file.said, "");
  EXPECT_EQ(file.article.title, "A \"bridge\"");
  EXPECT_EQ(file.article.title_place, (Place{2, 9}));
  EXPECT_EQ(file.article.published, "2026-05-09T10:00:00+02:00");
  EXPECT_EQ(file.article.updated, "2026-05-10T00:00:00Z");
  EXPECT_TRUE(file.article.draft);
  EXPECT_EQ(file.article.tags, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(file.article.image.src, "media/a.png");
  EXPECT_EQ(file.article.image.alt, "A");
  EXPECT_EQ(outline(file.article.body), "paragraph: Text.\n");
  EXPECT_EQ(file.article.body.at(0).place, (Place{12, 1}));
}

TEST(ImportFrontMatter, Json) {
  for (const char* text : {"{\n\"title\": \"T\", \"date\": \"2026-05-09\"\n}\n\nText.\n",
                           "---json\n{\"title\": \"T\", \"date\": \"2026-05-09\"}\n---\nText.\n"}) {
    const Read file = read(text);
    EXPECT_EQ(file.said, "");
    EXPECT_EQ(file.article.title, "T");
    EXPECT_EQ(file.article.published, "2026-05-09T00:00:00Z");
    EXPECT_EQ(outline(file.article.body), "paragraph: Text.\n");
  }
}

TEST(ImportFrontMatter, WhatIsNone) {
  for (const char* text :
       {"+++\n\n# T\n", "{ no }\n\n# T\n", "+++ a = 1\n\n# T\n", "{\"a\": 1} b\n\n# T"}) {
    EXPECT_FALSE(has_front_matter(text)) << text;
    EXPECT_EQ(read(text).article.title, "T") << text;
  }
}

TEST(ImportFrontMatter, WhatIsWrongIsSaidWithItsPlace) {
  struct Case {
    const char *text, *said;
  };
  const std::string deep = "+++\na" + [] {
    std::string out;
    for (int i = 0; i < 10000; ++i)
      out += ".a";
    return out;
  }() + " = 1\n+++\nText.\n";
  EXPECT_EQ(read(deep).said, "a.md:2:130: error: tables are nested too deep here\n");
  for (const Case& c : std::initializer_list<Case>{
           {"+++\ntitle = \"T\"\nText.\n",
            "a.md:1:1: error: the front matter that starts here is not closed by a line like its "
            "first\n"},
           {"+++\ntitle = \"T\"\ndraft = 7\n+++\nText.\n",
            "a.md:3:9: error: \"draft\" must be true or false, not a number\n"},
           {"---json\n{\"title\": [}\n---\nText.\n",
            "a.md:2:12: error: a value or \"]\" is expected here, not \"}\"\n"},
       }) {
    EXPECT_EQ(read(c.text).said, c.said) << c.text;
  }
  EXPECT_NE(read("+++\ntitle = \"T\"\nx = = 1\n+++\nText.\n")
                .said.find("a.md:3:5: error: this is not TOML"),
            std::string::npos);
}

TEST(ImportFrontMatter, WhatOtherSystemsHoldBackIsADraft) {
  for (const char* line : {"published: false", "publish: false", "status: draft", "status: private"}) {
    const Read file = read(std::string("---\ntitle: T\n") + line + "\n---\nText.\n");
    EXPECT_TRUE(file.article.draft) << line;
    EXPECT_EQ(file.said, "") << line;
  }
  for (const char* line : {"published: true", "publish: true", "status: published"}) {
    EXPECT_FALSE(read(std::string("---\ntitle: T\n") + line + "\n---\nText.\n").article.draft) << line;
  }
}

TEST(ImportFrontMatter, UsualNames) {
  const Read file = read(
      "---\ntitle: T\ndate: 2026-05-09 10:00:00 +0200\nlast_modified_at: 2026-05-10\npublished: "
      "false\n"
      "categories: [News, Local]\nkeywords: one, two\npermalink: /2026/05/old-name/\ndescription: "
      "Short\n"
      "author: Ann\nfeatured_image: media/a.png\nredirect_from: [/x, /y/]\n---\nText.\n");
  EXPECT_EQ(file.said, "");
  const model::Article& a = file.article;
  EXPECT_EQ(a.published, "2026-05-09T10:00:00+02:00");
  EXPECT_EQ(a.updated, "2026-05-10T00:00:00Z");
  EXPECT_TRUE(a.draft);
  EXPECT_EQ(a.section, std::vector<std::string>{"News"});
  EXPECT_EQ(a.tags, (std::vector<std::string>{"one", "two", "Local"}));
  EXPECT_EQ(a.id, "old-name");
  EXPECT_EQ(a.standfirst, "Short");
  EXPECT_EQ(a.authors, (std::vector<model::Author>{{"Ann", ""}}));
  EXPECT_EQ(a.image.src, "media/a.png");
  EXPECT_EQ(a.aliases, (std::vector<std::string>{"/x", "/y/", "/2026/05/old-name/"}));
}

TEST(ImportFrontMatter, OurNamesCountMore) {
  const Read file = read(
      "---\ntitle: T\nid: own\nslug: other\npublished: 2026-01-01\ndate: 2025-01-01\nsection: "
      "A\ncategory: B\n"
      "cover: true\ncategories: {x: y}\npermalink: /:year/:title/\n---\nText.\n");
  EXPECT_EQ(file.said, "");
  EXPECT_EQ(file.article.id, "own");
  EXPECT_EQ(file.article.published, "2026-01-01T00:00:00Z");
  EXPECT_EQ(file.article.section, std::vector<std::string>{"A"});
  EXPECT_EQ(file.article.image.src, "");
  EXPECT_TRUE(file.article.aliases.empty());
}

TEST(ImportFrontMatter, ADatedFileName) {
  const Read file = read("---\ntitle: T\ntags: a b\ncategories: x y\n---\nText.\n",
                         "c/_posts/2026-05-09-A-walk.md");
  EXPECT_EQ(file.article.id, "a-walk");
  EXPECT_EQ(file.article.published, "2026-05-09T00:00:00Z");
  EXPECT_EQ(file.article.section, std::vector<std::string>{"x"});
  EXPECT_EQ(file.article.tags, (std::vector<std::string>{"a", "b", "y"}));
  EXPECT_EQ(read("---\ntitle: T\ndate: 2026-01-01\n---\n", "2026-05-09-x.md").article.published,
            "2026-01-01T00:00:00Z");
  for (const char* path : {"2026-13-09-x.md", "2026-05-09.md", "2026-05-09-.md", "20260509-x.md"})
    EXPECT_EQ(read("# T\n", path).article.id, "") << path;
}

constexpr const char* kWarning =
    "warning: shortcodes or components of another system stand in this text, the first one here; "
    "they are shown as "
    "they are written\n";

TEST(ImportFrontMatter, ShortcodesStayVisible) {
  struct Case {
    const char *text, *blocks;
    int line, column;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"A {{<fig src=\"*a*\">}} b\n", "paragraph: A {{<fig src=\"*a*\">}} b\n", 2, 3},
           {"{{% note %}}\n*x*\n{{% /note %}}\n",
            "paragraph: {{% note %}}|emphasis[x]|{{% /note %}}\n", 2, 1},
           {"{% include a_b_c.html %}\n", "paragraph: {% include a_b_c.html %}\n", 2, 1},
           {"x\n\n<Chart data={a_b_c} />\n\ny <Note>z</Note>\n",
            "paragraph: x\nparagraph: <Chart data={a_b_c} />\nparagraph: y <Note>z</Note>\n", 4, 1},
           {"import Chart from './*chart*'\n\nx\n",
            "paragraph: import Chart from './*chart*'\nparagraph: x\n", 2, 1},
           {"export const a = 1\n", "paragraph: export const a = 1\n", 2, 1},
       }) {
    const Read file = read(std::string("# T\n") + c.text);
    EXPECT_EQ(outline(file.article.body), c.blocks) << c.text;
    EXPECT_EQ(file.said,
              "a.md:" + std::to_string(c.line) + ':' + std::to_string(c.column) + ": " + kWarning)
        << c.text;
  }
}

TEST(ImportFrontMatter, AMillionOpenShortcodes) {
  std::string text = "# T\n\n";
  for (int i = 0; i < 1000000; ++i)
    text += i % 1000 == 0 ? "\n\n%}" : "{%";
  EXPECT_EQ(read(text).said, "");
}

TEST(ImportFrontMatter, NoShortcodes) {
  for (const char* text :
       {"`{{< x >}}` and `` ` <Chart/> ``", "```\n{{< x >}}\n<Chart/>\n```\n~~~\n{% x %}\n~~~",
        "    {% x %}", "\\{% x", "{% not closed\n\n%}", "import a letter", "<B>x</B> <Div>y</Div>",
        "a < B and {b}", "{{ x }}"}) {
    EXPECT_EQ(read(std::string("# T\n\n") + text).said, "") << text;
  }
}

}  // namespace
}  // namespace lectern::ingest
