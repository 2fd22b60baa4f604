// SPDX-License-Identifier: MIT
// The small readers: publication.json, plain text, dates, character references, quoting.
#include <gtest/gtest.h>

#include "ingest/dates.hpp"
#include "ingest/entities.hpp"
#include "ingest/ingest.hpp"
#include "ingest/report.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

using test::outline;

TEST(PublicationJson, EverythingInItIsOptional) {
  Diagnostics diagnostics;
  const model::Publication none = parse_publication_json("{}", "p.json", diagnostics);
  EXPECT_EQ(none.title, model::Publication{}.title);
  EXPECT_EQ(none.lang, "en");
  const model::Publication all = parse_publication_json(
      R"({"title": "The Paper", "url": "https://a.org/news//", "lang": "de",
          "sections": ["Region", ["Region", "News"], "World/Asia"], "theme": {}})",
      "p.json", diagnostics);
  EXPECT_EQ(outline(diagnostics), "");
  EXPECT_EQ(all.title, "The Paper");
  EXPECT_EQ(all.url, "https://a.org/news");
  EXPECT_EQ(all.lang, "de");
  EXPECT_EQ(all.sections,
            (std::vector<model::SectionPath>{{"Region"}, {"Region", "News"}, {"World", "Asia"}}));
}

TEST(PublicationJson, ProblemsAreSaidAndTheRestIsRead) {
  const struct {
    const char *json, *diagnostics;
  } cases[] = {
      {"", "p.json: error: the file is empty\n"},
      {"[]", "p.json:1:1: error: a publication must be an object, not a list\n"},
      {R"({"title": 1})", "p.json:1:11: error: \"title\" must be text, not a number\n"},
      {R"({"url": "a.org"})",
       "p.json:1:9: error: \"url\" must begin with https:// or http://, not be \"a.org\"\n"},
      {R"({"sections": "A"})", "p.json:1:14: error: \"sections\" must be a list, not text\n"},
      {R"({"sections": [1, "B"]})",
       "p.json:1:15: error: each of \"sections\" must be text or a list of text, not a number\n"},
  };
  for (const auto& c : cases) {
    Diagnostics diagnostics;
    parse_publication_json(c.json, "p.json", diagnostics);
    EXPECT_EQ(outline(diagnostics), c.diagnostics);
  }
}

TEST(PlainText, AnEmptyLineEndsAParagraph) {
  const struct {
    const char *text, *blocks;
  } cases[] = {
      {"", ""},
      {"\n \n\t\n", ""},
      {"a", "paragraph: a\n"},
      {" a \n b\n\n\nc", "paragraph: a|b\nparagraph: c\n"},
      {"a\r\nb\r\n\r\nc\r\rd", "paragraph: a|b\nparagraph: c\nparagraph: d\n"},
      {"*a* <b> [c](d)", "paragraph: *a* <b> [c](d)\n"},
      {"\xEF\xBB\xBF"
       "a\xFF",
       "paragraph: a\uFFFD\n"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(outline(parse_plain_text(c.text)), c.blocks) << c.text;
}

TEST(Dates, AreBroughtIntoOneForm) {
  const struct {
    const char *text, *date;
  } cases[] = {
      {"2026-05-09T10:00:00Z", "2026-05-09T10:00:00Z"},
      {"2026-05-09", "2026-05-09T00:00:00Z"},
      {" 2026-05-09 10:30 ", "2026-05-09T10:30:00Z"},
      {"2026-05-09t10:00:00.123z", "2026-05-09T10:00:00.123Z"},
      {"2026-05-09 10:00:00 +0200", "2026-05-09T10:00:00+02:00"},
      {"2026-05-09T10:00:00-05:30", "2026-05-09T10:00:00-05:30"},
      {"2024-02-29", "2024-02-29T00:00:00Z"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z"},
      {"2026-02-29", ""},
      {"2026-13-01", ""},
      {"2026-00-10", ""},
      {"2026-05-09T24:00:00Z", ""},
      {"2026-05-09T10:00:00+25:00", ""},
      {"2026-05-09T10:00:00ZZ", ""},
      {"2026-05-09x", ""},
      {"9 May 2026", ""},
      {"2026-5-9", ""},
      {"yesterday", ""},
      {"", ""},
  };
  for (const auto& c : cases)
    EXPECT_EQ(normal_date(c.text), c.date) << c.text;
}

TEST(Entities, KnownOnesAreResolvedAndOthersStay) {
  const struct {
    const char *text, *decoded;
  } cases[] = {
      {"a &amp; b &lt;c&gt;", "a & b <c>"},
      {"&#65;&#x41;&#X41;", "AAA"},
      {"&#0;&#xD800;&#x110000;&#99999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"&ngE;&nbsp;", "≧̸\u00A0"},
      {"&nosuch; & &; &# &#; &#x; &amp &#xZ;", "&nosuch; & &; &# &#; &#x; &amp &#xZ;"},
      {"&amp;amp;", "&amp;"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(decode_entities(c.text), c.decoded) << c.text;
}

TEST(Report, QuotesInputWithoutWhatSteersATerminal) {
  EXPECT_EQ(quote("a"), "\"a\"");
  EXPECT_EQ(quote("\x1B[31m\nx\u202Ey\u0085"), "\"\uFFFD[31m\uFFFDx\uFFFDy\uFFFD\"");
  EXPECT_EQ(quote(std::string(100, 'x')), '"' + std::string(60, 'x') + "…\"");
}

TEST(Report, NeverLosesAnError) {
  Diagnostics diagnostics;
  const std::string path = "a";
  Report report(path, diagnostics);
  for (int i = 0; i < 2000; ++i)
    report.warning({}, "w");
  EXPECT_FALSE(has_error(diagnostics));
  report.error({}, "e");
  EXPECT_TRUE(has_error(diagnostics));
  EXPECT_EQ(diagnostics.size(), 1001u);
}

}  // namespace
}  // namespace lectern::ingest
