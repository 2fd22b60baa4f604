// SPDX-License-Identifier: MIT
// The rule of the mood service, row by row, and the small readers around it.
#include "moods/ledger.hpp"

#include <gtest/gtest.h>

#include "moods/change_body.hpp"
#include "moods/route.hpp"
#include "moods/sites.hpp"
#include "moods/token.hpp"
#include "base/sha256.hpp"

namespace lectern::moods {
namespace {

using model::Mood;
constexpr auto kNone = std::nullopt;

TEST(Ledger, SettlesByNumber) {
  struct Row {
    std::optional<Own> mine;
    Own wanted;
    Outcome outcome;
    std::int64_t sad, happy;  // afterwards, beside one other sad reader
  };
  const Row rows[] = {
      {kNone, {Mood::sad, 0}, Outcome::done, 2, 0},
      {kNone, {kNone, 4}, Outcome::done, 1, 0},
      {Own{Mood::sad, 4}, {Mood::happy, 5}, Outcome::done, 1, 1},
      {Own{Mood::sad, 4}, {kNone, 9}, Outcome::done, 1, 0},
      {Own{kNone, 4}, {Mood::happy, 5}, Outcome::done, 1, 1},
      {Own{Mood::sad, 4}, {Mood::sad, 5}, Outcome::done, 2, 0},
      {Own{Mood::sad, 4}, {Mood::sad, 4}, Outcome::repeated, 2, 0},
      {Own{kNone, 4}, {kNone, 4}, Outcome::repeated, 1, 0},
      {Own{Mood::sad, 4}, {Mood::happy, 4}, Outcome::repeated, 2, 0},
      {Own{Mood::sad, 4}, {kNone, 4}, Outcome::repeated, 2, 0},
      {Own{Mood::sad, 4}, {Mood::happy, 3}, Outcome::conflict, 2, 0},
      {Own{kNone, 4}, {Mood::sad, 3}, Outcome::conflict, 1, 0},
  };
  for (const Row& row : rows) {
    Standing standing;
    standing.mine = row.mine;
    standing.counts[static_cast<size_t>(Mood::sad)] = 1 + (row.mine && row.mine->mood == Mood::sad);
    SCOPED_TRACE(&row - rows);
    EXPECT_EQ(settle(row.wanted, standing), row.outcome);
    EXPECT_EQ(standing.counts[static_cast<size_t>(Mood::sad)], row.sad);
    EXPECT_EQ(standing.counts[static_cast<size_t>(Mood::happy)], row.happy);
    EXPECT_EQ(standing.mine, row.outcome == Outcome::done ? row.wanted : row.mine);
  }
}

TEST(Ledger, ReadsTheBodyOfAChange) {
  std::string_view wrong;
  EXPECT_EQ(read_change_body(R"({"seq": 7, "mood": "no-comment", "other": [1]})", wrong),
            (Own{Mood::no_comment, 7}));
  EXPECT_EQ(read_change_body(R"({"seq": 9007199254740991, "mood": "sad"})", wrong),
            (Own{Mood::sad, kMaxSeq}));
  for (const char* body : {"", "7", "{}", R"({"mood":"sad"})", R"({"mood":"sad","seq":"7"})",
                           R"({"mood":"sad","seq":9007199254740992})", R"({"mood":"sad","seq":1e99})",
                           R"({"mood":"Sad","seq":1})", R"({"mood":"sad","seq":0.5})", "{\"mood\""}) {
    EXPECT_EQ(read_change_body(body, wrong), kNone) << body;
    EXPECT_FALSE(wrong.empty());
  }
}

// RFC 4231, test cases 1, 2 and 3.
TEST(Token, IsKeptAsItsHmac) {
  const auto hex = [](const auto& hash) {
    Reader first, second;
    std::copy_n(hash.begin(), 16, first.begin());
    std::copy_n(hash.begin() + 16, 16, second.begin());
    return to_hex(first) + to_hex(second);
  };
  EXPECT_EQ(hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hex(hmac_sha256(std::string(20, '\xaa'), std::string(50, '\xdd'))),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
}

TEST(Token, HasAForm) {
  const std::string token(22, 'a');
  EXPECT_EQ(bearer_token("Bearer " + token), token);
  EXPECT_EQ(bearer_token("bearer " + std::string(64, '_')), std::string(64, '_'));
  for (const std::string& wrong : {std::string(), token, "Bearer " + token.substr(1),
                                   "Bearer " + std::string(65, 'a'), "Bearer  " + token, "Basic " + token,
                                   "Bearer " + token + "\n", "Bearer " + token + " x"}) {
    EXPECT_EQ(bearer_token(wrong), kNone) << wrong;
  }
}

TEST(Route, TakesAddressesApart) {
  const Target mine = parse_target("/v1/sites/news.example/articles/br%C3%BCcke/reactions/me?seq=8&x=%zz");
  EXPECT_EQ(mine.route, Route::mine);
  EXPECT_EQ(mine.article, "brücke");
  EXPECT_EQ(mine.seq, "8");
  EXPECT_EQ(parse_target("/v1/sites/s/reactions?ids=a,b").ids, "a,b");
  for (const char* other : {"", "/", "/v1/sites/s", "/v1/sites/s/articles/a", "/v1/sites/%/reactions",
                            "/v1/sites/s/reactions/", "/v1/sites/s/articles/a/b/reactions",
                            "/v1/sites/s/reactions?ids=%4"}) {
    EXPECT_EQ(parse_target(other).route, Route::none) << other;
  }
}

TEST(Sites, SayWhatIsWrongWithTheirFile) {
  std::string problem;
  const auto sites = read_sites(
      R"({"news.example": {"origins": ["https://news.example"], "articles": ["a"]}, "local": {"origins": []}})",
      "f", problem);
  ASSERT_TRUE(sites) << problem;
  EXPECT_EQ(sites->at("news.example").articles, std::set<std::string>{"a"});
  EXPECT_FALSE(sites->at("local").articles);
  const std::pair<const char*, const char*> wrong[] = {
      {"[]", "f:1:1: error: the file must be an object of sites, not a list"},
      {R"({"S": {"origins": []}})",
       "f:1:7: error: \"S\" is no name of a site: a host name in small letters, or local"},
      {R"({"s": {}})", "f:1:7: error: a site needs \"origins\""},
      {R"({"s": {"origins": ["https://a/"]}})",
       "f:1:20: error: \"https://a/\" is no origin: a scheme, a host and maybe a port, such as "
       "https://news.example"},
      {R"({"s": {"origins": [], "articles": ["A b"]}})",
       "f:1:36: error: \"A b\" is no id of an article"},
  };
  for (const auto& [text, sentence] : wrong) {
    problem.clear();
    EXPECT_FALSE(read_sites(text, "f", problem)) << text;
    EXPECT_EQ(problem, sentence);
  }
}

}  // namespace
}  // namespace lectern::moods
