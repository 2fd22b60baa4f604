// SPDX-License-Identifier: MIT
// Bodies of format "blocks".
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

struct Read {
  std::string blocks, diagnostics;
};

Read read(const std::string& blocks) {
  Diagnostics diagnostics;
  const auto file = parse_article_json(
      "{\"title\": \"T\", \"body\": {\"format\": \"blocks\", \"blocks\":\n[" + blocks + "]}}",
      "a.json", diagnostics);
  return {file ? outline(file->article.body) : "nothing", outline(diagnostics)};
}

TEST(BlocksJson, ReadsBlocksAndInlinesOfEveryKind) {
  const struct {
    const char *json, *blocks;
  } cases[] = {
      {R"({"type": "paragraph", "inlines": [{"type": "text", "text": "a"}, {"type": "softBreak"},
           {"type": "code", "text": "b"}, {"type": "hardBreak"},
           {"type": "strong", "inlines": [{"type": "text", "text": "c"}]}]})",
       "paragraph: a|code[b]||strong[c]\n"},
      {R"({"type": "heading", "level": 3, "inlines": [{"type": "link", "url": "/a", "title": "t",
           "inlines": [{"type": "image", "url": "b.png", "alt": "c"}]}]})",
       "heading 3: link[/a \"t\"](image[b.png](c))\n"},
      {R"({"type": "list", "ordered": true, "start": 3, "tight": true, "items": [
           {"task": true, "checked": true, "blocks": [{"type": "quote", "blocks": [{"type": "rule"}]}]}]})",
       "list 3 tight\n  item [x]\n    quote\n      rule\n"},
      {R"({"type": "quote", "pull": true, "blocks": [{"type": "rule"}],
           "attribution": [{"type": "text", "text": "a"}]})",
       "quote pull: a\n  rule\n"},
      {R"({"type": "definitions", "tight": true, "items": [{"terms": [{"inlines": [{"type": "text", "text": "a"}]}],
           "definitions": [{"blocks": [{"type": "rule"}]}, {"blocks": []}]}]})",
       "definitions tight\n  term: a\n  definition\n    rule\n  definition\n"},
      {R"({"type": "code", "text": "x\n", "info": "c"})", "code (c): x\n"},
      {R"({"type": "table", "rows": [{"cells": [{"align": "right", "inlines": []}, {"inlines": []}]}]})",
       "table\n  row\n    cell right\n    cell\n"},
  };
  for (const auto& c : cases) {
    const Read result = read(c.json);
    EXPECT_EQ(result.diagnostics, "");
    EXPECT_EQ(result.blocks, c.blocks);
  }
}

TEST(BlocksJson, WhatCannotBeReadIsLeftOutWithItsPlace) {
  const struct {
    const char *json, *blocks, *diagnostics;
  } cases[] = {
      {R"(3)", "", "a.json:2:2: error: a block must be an object, not a number\n"},
      {R"({})", "", "a.json:2:2: error: a block has no \"type\"\n"},
      {R"({"type": "video"})", "", "a.json:2:11: error: \"video\" is no type of block\n"},
      {R"({"type": "paragraph"})", "paragraph\n",
       "a.json:2:2: error: \"inlines\" is missing here\n"},
      {R"({"type": "quote", "blocks": {}})", "quote\n",
       "a.json:2:30: error: \"blocks\" must be a list, not an object\n"},
      {R"({"type": "definitions", "items": [{"terms": [3]}]})", "definitions\n",
       "a.json:2:47: error: each of \"terms\" must be an object, not a number\n"
       "a.json:2:36: error: \"definitions\" is missing here\n"},
      {R"({"type": "heading", "level": 7, "inlines": []})", "heading 2\n",
       "a.json:2:31: error: \"level\" must be a number from 1 to 6\n"},
      {R"({"type": "paragraph", "inlines": [{"type": "b"}, "c"]})", "paragraph\n",
       "a.json:2:45: error: \"b\" is no type of inline\n"
       "a.json:2:51: error: an inline must be an object, not text\n"},
      {R"({"type": "list", "items": [3]})", "list\n",
       "a.json:2:29: error: each of \"items\" must be an object, not a number\n"},
      {R"({"type": "table", "rows": [{"cells": [{"inlines": [], "align": "top"}]}]})",
       "table\n  row\n    cell\n",
       "a.json:2:65: error: \"align\" must be left, center, right or none, not \"top\"\n"},
  };
  for (const auto& c : cases) {
    const Read result = read(c.json);
    EXPECT_EQ(result.blocks, c.blocks);
    EXPECT_EQ(result.diagnostics, c.diagnostics);
  }
}

TEST(BlocksJson, LinksAndImagesObeyThePolicy) {
  const Read result = read(R"({"type": "paragraph", "inlines": [
    {"type": "link", "url": "javascript:x", "inlines": [{"type": "text", "text": "a"}]},
    {"type": "image", "url": "javascript:y", "alt": "b"},
    {"type": "link", "url": "/c", "inlines": [
      {"type": "link", "url": "/d", "inlines": [{"type": "text", "text": "e"}]}]}]})");
  EXPECT_EQ(result.blocks, "paragraph: ablink[/c](e)\n");
  EXPECT_EQ(
      result.diagnostics,
      "a.json:3:29: warning: \"url\" is left out: \"javascript:x\" is neither http, https, mailto, "
      "tel nor a relative link\n"
      "a.json:4:30: warning: \"url\" is left out: \"javascript:y\" is neither http, https, "
      "relative "
      "nor data: of a raster image\n");
}

}  // namespace
}  // namespace lectern::ingest
