// SPDX-License-Identifier: MIT
// What writers mark in plain text beyond CommonMark: definitions, who is quoted, quotes pulled out.
#include <gtest/gtest.h>

#include "ingest/ingest.hpp"
#include "outline.hpp"

namespace lectern::ingest {
namespace {

std::string blocks_of(const std::string& markdown) {
  Diagnostics diagnostics;
  const std::string blocks = test::outline(parse_markdown(markdown, "a.md", {1, 1}, diagnostics));
  EXPECT_EQ(test::outline(diagnostics), "") << markdown;
  return blocks;
}

TEST(Definitions, StandBelowTheirTerms) {
  EXPECT_EQ(blocks_of("Ebb\n: The sea *goes*.\n\nFlood\n: It comes\nback.\n: More.\n\nafter"),
            "definitions tight\n"
            "  term: Ebb\n  definition\n    paragraph: The sea emphasis[goes].\n"
            "  term: Flood\n  definition\n    paragraph: It comes|back.\n  definition\n    paragraph: More.\n"
            "paragraph: after\n");
  EXPECT_EQ(blocks_of("Neap\nDead tide\n:\t**Small** ones."),
            "definitions tight\n  term: Neap\n  term: Dead tide\n  definition\n    paragraph: strong[Small] ones.\n");
}

TEST(Definitions, MayStandApart) {
  EXPECT_EQ(blocks_of("`ebb`\n\n: First.\n\n: Second.\n\nFlood\n: Third."),
            "definitions\n  term: code[ebb]\n  definition\n    paragraph: First.\n  definition\n    paragraph: Second.\n"
            "  term: Flood\n  definition\n    paragraph: Third.\n");
  EXPECT_EQ(blocks_of("Ebb\n: First.\n\nFlood\n\n: Second."),
            "definitions\n  term: Ebb\n  definition\n    paragraph: First.\n  term: Flood\n  definition\n    paragraph: Second.\n");
}

TEST(Definitions, AreFoundInWhatHoldsBlocks) {
  EXPECT_EQ(blocks_of("> Ebb\n> : Out.\n\n- Flood\n  : In."),
            "quote\n  definitions tight\n    term: Ebb\n    definition\n      paragraph: Out.\n"
            "list tight\n  item\n    definitions tight\n      term: Flood\n      definition\n        paragraph: In.\n");
}

TEST(Definitions, NeedABlankAndATerm) {
  for (const char* plain : {": nothing above", "a\n:) b", "a\n:b", "# h\n\n: below a heading", "two\nlines\n\n: below"}) {
    EXPECT_EQ(blocks_of(plain).find("definition"), std::string::npos) << plain;
  }
  EXPECT_EQ(blocks_of("Term\n: "), "paragraph: Term|:\n");
}

TEST(Quotes, SayWhoIsQuoted) {
  EXPECT_EQ(blocks_of("> It moves.\n> \u2014 *Galileo*, later"), "quote: emphasis[Galileo], later\n  paragraph: It moves.\n");
  EXPECT_EQ(blocks_of("> It moves\n>\n> -- Galileo"), "quote: Galileo\n  paragraph: It moves\n");
  EXPECT_EQ(blocks_of("> \u00AB It moves. \u00BB  \n> \u2013 Galileo"), "quote: Galileo\n  paragraph: \u00AB It moves. \u00BB\n");
}

TEST(Quotes, KeepOtherDashes) {
  for (const char* plain : {"> a line that goes\n> \u2014 and on", "> \u2014 alone", "> a.\n> \u2014 b\n> c", "> a.\n> \u2014"}) {
    EXPECT_TRUE(blocks_of(plain).starts_with("quote\n")) << plain;
    EXPECT_NE(blocks_of(plain).find("\u2014"), std::string::npos) << plain;
  }
}

TEST(Quotes, ArePulledOutByTheirFirstLine) {
  EXPECT_EQ(blocks_of("> [!PULLQUOTE]\n> It moves."), "quote pull\n  paragraph: It moves.\n");
  EXPECT_EQ(blocks_of("> [!pullquote]\n>\n> It moves.\n> \u2014 Galileo"), "quote pull: Galileo\n  paragraph: It moves.\n");
  EXPECT_EQ(blocks_of("> [!pullquote] It moves."), "quote\n  paragraph: [!pullquote] It moves.\n");
}

}  // namespace
}  // namespace lectern::ingest
