// SPDX-License-Identifier: MIT
// Malformed JSON: one sentence each, for who wrote it, with the place where it goes wrong.
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

TEST(JsonErrors, SayWhatStandsThereAndWhatShould) {
  const struct {
    const char *json, *diagnostic;
  } cases[] = {
      {"", "a.json: error: the file is empty"},
      {" \n ", "a.json:2:2: error: the file holds nothing but white space"},
      {"[]", "a.json:1:1: error: an article must be an object, not a list"},
      {"\"a\"", "a.json:1:1: error: an article must be an object, not text"},
      {"{title: 1}",
       "a.json:1:2: error: a key in double quotes or \"}\" is expected here, not \"title\""},
      {"{'a': 1}",
       "a.json:1:2: error: text and keys stand in double quotes in JSON, not in single ones"},
      {"{\"a\" 1}", "a.json:1:6: error: a colon is expected here, not \"1\""},
      {"{\"a\":}", "a.json:1:5: error: a value is missing here, before \"}\""},
      {"{\"a\": 1,}", "a.json:1:8: error: a comma is too much here, before \"}\""},
      {"{\"a\": [1, 2,]}", "a.json:1:12: error: a comma is too much here, before \"]\""},
      {"{\"a\": 1 \"b\": 2}",
       "a.json:1:9: error: a comma or \"}\" is expected here, not a double quote"},
      {"{\"a\": [1 2]}", "a.json:1:10: error: a comma or \"]\" is expected here, not \"2\""},
      {"{\"a\": 1, b}", "a.json:1:10: error: a key in double quotes is expected here, not \"b\""},
      {"{\"a\": 1]", "a.json:1:8: error: a comma or \"}\" is expected here, not \"]\""},
      {"\n{\"a\":\n[1",
       "a.json:3:3: error: the file ends here, where a comma or \"]\" is expected; the "
       "list of line 3 is not closed"},
      {"{\"a\": ",
       "a.json:1:7: error: the file ends here, where a value is expected; the object of line "
       "1 is not closed"},
      {"{\"a\": 1} x", "a.json:1:10: error: the file goes on after its end: \"x\""},
      {"{\"a\": True}", "a.json:1:7: error: \"True\" is no value: text stands in double quotes"},
      {"{\"a\": NaN}", "a.json:1:7: error: \"NaN\" is no value: text stands in double quotes"},
      {"{\"a\": -}", "a.json:1:7: error: \"-\" is no number as JSON writes them, or one too large"},
      {"{\"a\": .5}",
       "a.json:1:7: error: \".5\" is no number as JSON writes them, or one too large"},
      {"{\"a\": 1e999}",
       "a.json:1:7: error: \"1e999\" is no number as JSON writes them, or one too large"},
      {"{\"a\": 01}", "a.json:1:8: error: a comma or \"}\" is expected here, not \"1\""},
      {"{\"a\": \"b",
       "a.json:1:7: error: the text that begins here is not closed by a double quote"},
      {"{\"a\": \"b\nc\"}",
       "a.json:1:7: error: the text that begins here is not closed on its line; a line "
       "end in it is written \\n"},
      {"{\"a\": \"\tb\"}",
       "a.json:1:8: error: a control character stands here; a tab in text is written \\t"},
      {"{\"a\": \"\\x\"}",
       "a.json:1:8: error: \"\\x\" means nothing; a backslash itself is written \\\\"},
      {"{\"a\": \"\\u12g4\"}",
       "a.json:1:8: error: \"\\u12g4\" is not \\u and four hexadecimal digits"},
      {"{\"a\": \"\\ud83dx\"}", "a.json:1:8: error: \"\\ud83d\" is only half of a character"},
      {"{\"a\": \"\\ude00\"}", "a.json:1:8: error: \"\\ude00\" is only half of a character"},
      {"{\"a\": \"\\ud83d\\ude00\\q\"}",
       "a.json:1:20: error: \"\\q\" means nothing; a backslash itself is "
       "written \\\\"},
      {"{ // c\n}", "a.json:1:3: error: a comment stands here, which JSON does not have"},
      {"{\"ä\": \x1B[31m}", "a.json:1:7: error: a value is expected here, not \"\uFFFD\""},
  };
  for (const auto& c : cases) {
    Diagnostics diagnostics;
    EXPECT_EQ(parse_article_json(c.json, "a.json", diagnostics), std::nullopt) << c.json;
    EXPECT_EQ(test::outline(diagnostics), std::string(c.diagnostic) + '\n');
  }
}

}  // namespace
}  // namespace lectern::ingest
