// SPDX-License-Identifier: MIT
// Words as the search compares them: splitting, folding, stems, and what is one letter away.
#include <gtest/gtest.h>

#include "search/query.hpp"
#include "search/resolve.hpp"
#include "search/stem.hpp"
#include "search/words.hpp"

namespace lectern::search {
namespace {

std::string words_of(std::string_view text) {
  std::string out;
  for_each_word(text, [&](const Word& word) {
    out += (out.empty() ? "" : " ") + word.plain;
    if (word.kind == WordKind::last) out += '.';
  });
  return out;
}

TEST(SearchWords, AreRunsOfLettersAndDigitsWithoutMarksAndCapitals) {
  const std::pair<const char*, const char*> cases[] = {
      {"The Harbour-Bridge, 1932!", "the harbour bridge 1932"},
      {"Ünal, Čapek, Łódź, Ærø", "unal capek lodz aero"},
      {"Straße STRASSE", "strasse strasse"},
      {"e\xCC\x81t\xC3\xA9", "ete"},  // é as two characters and as one
      {"Ёлка, Йод", "елка йод"},      // й is a letter of its own
      {"Ἀθῆναι ΑΘΗΝΑΙ", "αθηναι αθηναι"},
      {"أَحْمَد وَمَدْرَسَة", "احمد ومدرسه"},
      {"हिन्दी में", "हिन्दी में"},        // vowels are no marks
      {"ｆｕｌｌ　１２", "full 12"},
      {"super\xC2\xADmarket", "supermarket"},
      {"", ""},
      {" ,;—… ", ""},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(words_of(text), expected) << text;
}

TEST(SearchWords, WithoutSpacesAreEachTwoNeighboursAndTheLast) {
  EXPECT_EQ(words_of("東京都"), "東京 京都 都.");
  EXPECT_EQ(words_of("猫と iPhone"), "猫と と. iphone");
  EXPECT_EQ(words_of("猫"), "猫.");
  EXPECT_EQ(words_of("서울 시"), "서울 울. 시.");
  EXPECT_EQ(words_of("ไทย"), "ไท ทย ย.");
}

TEST(SearchWords, TooLongForAWordIsNone) {
  EXPECT_EQ(words_of(std::string(64, 'a')), std::string(64, 'a'));
  EXPECT_EQ(words_of("a " + std::string(65, 'b') + " c"), "a c");
  EXPECT_EQ(words_of("\xFF\xFE bad \xC3"), "bad");
}

TEST(SearchStems, GoByTheLanguage) {
  Stemmer stemmer;
  const auto same = [&](const char* lang, const char* a, const char* b) {
    EXPECT_EQ(stemmer.stem(a, lang), stemmer.stem(b, lang)) << lang;
  };
  same("en", "bridges", "bridge");
  same("en-GB", "harbours", "harbour");
  same("de", "häuser", "häusern");
  same("fr", "journaux", "journal");
  same("es", "puertos", "puerto");
  same("pt-BR", "pontes", "ponte");
  same("ru", "мосты", "моста");
  same("ar", "الكتاب", "كتاب");
  same("hi", "लड़कियों", "लड़कियाँ");
  same("nb", "broen", "broene");
  EXPECT_EQ(stemmer.stem("bridges", "xx"), "bridges");
  EXPECT_NE(stemmer.stem("happily", "de"), stemmer.stem("happily", "en"));
}

TEST(SearchNear, IsOneLetterAway) {
  for (const char* word : {"harbour", "harbor", "harbours", "harxour", "hrabour", "xarbour", "arbour", "harbuor"})
    EXPECT_TRUE(is_near(word, "harbour", false)) << word;
  for (const char* word : {"harb", "horbaur", "rahbour", "harborus", "habruor"})
    EXPECT_FALSE(is_near(word, "harbour", false)) << word;
  EXPECT_TRUE(is_near("hrab", "harbour", true));
  EXPECT_TRUE(is_near("harx", "harbour", true));
  EXPECT_FALSE(is_near("hxxb", "harbour", true));
  EXPECT_TRUE(is_near("мсот", "мост", false));
}

std::string query_of(std::string_view text) {
  const Query query = parse_query(text);
  std::string out;
  for (const QueryWord& word : query.words) out += (out.empty() ? "" : " ") + word.plain + (word.open ? "*" : "");
  for (const auto& phrase : query.phrases) {
    out += " [";
    for (const std::string& word : phrase) out += (out.ends_with('[') ? "" : " ") + word;
    out += ']';
  }
  return out;
}

TEST(SearchQuery, TheLastWordMayGoOn) {
  EXPECT_EQ(query_of("harbour bri"), "harbour bri*");
  EXPECT_EQ(query_of("harbour bridge "), "harbour bridge");
  EXPECT_EQ(query_of("bridge Bridge"), "bridge");
}

TEST(SearchQuery, QuotationMarksHoldAPhraseTogether) {
  EXPECT_EQ(query_of("\"harbour bridge\" opening"), "harbour bridge opening* [harbour bridge]");
  EXPECT_EQ(query_of("„alte Brücke“"), "alte brucke [alte brucke]");
  EXPECT_EQ(query_of("\"harbour bri"), "harbour bri*");
  EXPECT_EQ(query_of("\"the harbour bri"), "the harbour bri* [the harbour]");
}

TEST(SearchQuery, ScriptsWithoutSpacesArePhrases) {
  EXPECT_EQ(query_of("東京都"), "東京 京都 [東京 京都]");
  EXPECT_EQ(query_of("東"), "東*");
}

TEST(SearchQuery, IsCutWhereItIsTooLong) {
  std::string many;
  for (int i = 0; i < 2000; ++i) many += "word" + std::to_string(i) + ' ';
  const Query query = parse_query(many);
  EXPECT_TRUE(query.cut);
  EXPECT_EQ(query.words.size(), kMaxWords);
  EXPECT_TRUE(parse_query(std::string(10'000, 'x')).words.empty());
  EXPECT_FALSE(parse_query("short").cut);
}

}  // namespace
}  // namespace lectern::search
