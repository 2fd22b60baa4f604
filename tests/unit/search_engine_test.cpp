// SPDX-License-Identifier: MIT
// An index made and asked: what is found, in which order, what it shows, and what broken files do.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "search/build.hpp"
#include "search/engine.hpp"

namespace lectern::search {
namespace {

Article article(std::string id, std::string title, std::vector<std::string> paragraphs, std::string lang = "en") {
  Article made;
  made.card.path = "a/" + id + "/";
  made.card.title = std::move(title);
  made.card.lang = std::move(lang);
  made.paragraphs = std::move(paragraphs);
  return made;
}

// An index of articles, oldest first, and a host that puts in whatever is wanted.
class Library {
 public:
  explicit Library(const std::vector<Article>& articles) {
    Stemmer stemmer;
    std::vector<std::string> analyses;
    for (const Article& it : articles) analyses.push_back(analyse(it, stemmer));
    index = build_index({analyses.begin(), analyses.end()});
    for (const File& file : index.files) files[file.name] = file.bytes;
    engine = Engine::open(index.files.back().bytes);
  }

  Answer ask(Question question) {
    loaded.clear();
    for (int round = 0; round < 12; ++round) {
      Answer answer = engine->ask(question);
      if (answer.wanted.empty()) return answer;
      for (const std::string& name : answer.wanted) {
        engine->put(name, files.count(name) ? files[name] : "");
        loaded.push_back(name);
      }
    }
    ADD_FAILURE() << question.text << ": the engine wants more and more";
    return {};
  }
  Answer ask(std::string text) {
    Question question;
    question.text = std::move(text);
    return ask(question);
  }
  std::string found(const std::string& text) { return paths(ask(text)); }

  static std::string paths(const Answer& answer) {
    std::string out;
    for (const Result& result : answer.results) {
      out += (out.empty() ? "" : " ") + result.card.path.substr(2, result.card.path.size() - 3);
    }
    return out;
  }

  Index index;
  std::map<std::string, std::string> files;
  std::unique_ptr<Engine> engine;
  std::vector<std::string> loaded;
};

std::string shown(const Marked& marked) {
  std::string out;
  for (std::size_t i = 0; i < marked.size(); ++i) out += i % 2 ? '[' + marked[i] + ']' : marked[i];
  return out;
}

std::vector<Article> papers() {
  std::vector<Article> all{
      article("ferry", "The last ferry", {"It crossed the harbour for sixty years.", "Then came the bridge."}),
      article("bridge", "The harbour bridge", {"Two towns and one bridge: builders rivet by night."}),
      article("sea", "Swimming in the cold sea", {"Nobody bridges the gap between November and May.", "The harbour master watches."}),
      article("bruecke", "Eine neue Brücke", {"Die Häuser am Fluss stehen noch."}, "de"),
      article("tokyo", "東京都の橋", {"東京は京都より大きい。"}, "ja"),
  };
  all[0].card.section = {"Region"};
  all[1].card.section = {"Region", "Latest"};
  all[0].card.authors = {"Ada Moor"};
  all[1].card.authors = {"Ben Lund", "Ada Moor"};
  all[0].card.day = 100;
  all[1].card.day = 200;
  all[2].card.day = 300;
  all[2].card.standfirst = "Why winter swimmers smile";
  all[2].card.tags = {"sport"};
  return all;
}

TEST(SearchEngine, FindsWordsWithAllOfThem) {
  Library library(papers());
  EXPECT_EQ(library.found("harbour bridge "), "bridge ferry sea");  // in the title; then near each other
  EXPECT_EQ(library.found("winter"), "sea");
  EXPECT_EQ(library.found("sport"), "sea");
  EXPECT_EQ(library.found("moor"), "ferry bridge");
  EXPECT_EQ(library.found("elephant "), "");
  EXPECT_EQ(library.found(""), "");
  EXPECT_EQ(library.found("…"), "");
}

TEST(SearchEngine, FindsFormsBeginningsAndMisspeltWords) {
  Library library(papers());
  EXPECT_EQ(library.found("bridging "), "bridge ferry sea");  // by its stem alone
  EXPECT_EQ(library.found("swimm"), "sea");
  EXPECT_EQ(library.found("haus "), "bruecke");
  EXPECT_EQ(library.found("BRUCKE"), "bruecke");
  EXPECT_EQ(library.found("brücke"), "bruecke");
  const Answer misspelt = library.ask("harbuor");
  EXPECT_EQ(misspelt.total, 3u);
  EXPECT_EQ(misspelt.instead, std::vector<std::string>{"harbour"});
  EXPECT_EQ(library.found("wwinter "), "sea");
  EXPECT_EQ(library.found("xinter "), "sea");
  EXPECT_EQ(library.found("witner "), "sea");
}

TEST(SearchEngine, FindsPhrases) {
  Library library(papers());
  EXPECT_EQ(library.found("\"the harbour bridge\""), "bridge");
  EXPECT_EQ(library.found("\"bridge harbour\""), "");
  // Each two are beside each other somewhere in it, all three never.
  Library tricky({article("no", "x", {"red green blue", "green blue red"}), article("yes", "x", {"blue red green"})});
  EXPECT_EQ(tricky.found("\"blue red green\""), "yes");
  EXPECT_EQ(tricky.found("\"red green blue\""), "no");
}

TEST(SearchEngine, FindsInScriptsWithoutSpaces) {
  Library library(papers());
  EXPECT_EQ(library.found("東京"), "tokyo");
  EXPECT_EQ(library.found("東京都"), "tokyo");
  EXPECT_EQ(library.found("京都東"), "");
  EXPECT_EQ(library.found("橋"), "tokyo");
}

TEST(SearchEngine, SaysWhenNoArticleHasAllWords) {
  Library library(papers());
  const Answer answer = library.ask("harbour elephant ");
  EXPECT_TRUE(answer.some);
  EXPECT_EQ(answer.total, 3u);
  EXPECT_FALSE(library.ask("harbour bridge ").some);
}

TEST(SearchEngine, ShowsThePassageWithTheWordsMarked) {
  Library library(papers());
  const auto first = [&](const char* text) { return library.ask(text).results.at(0); };
  EXPECT_EQ(shown(first("rivet").passage), "Two towns and one bridge: builders [rivet] by night.");
  EXPECT_EQ(shown(first("harbour bridge ").title), "The [harbour] [bridge]");
  EXPECT_EQ(shown(first("smil").passage), "Why winter swimmers [smile]");
  EXPECT_EQ(shown(first("brucke").title), "Eine neue [Brücke]");
  EXPECT_EQ(shown(first("swimming bridging ").passage), "Nobody [bridges] the gap between November and May.");
  EXPECT_EQ(shown(first("東京都").title), "[東京都]の橋");
  std::string text;
  for (int i = 0; i < 300; ++i) text += "word ";
  Library deep({article("deep", "Deep", {text + "the needle lies here " + text})});
  const std::string passage = shown(deep.ask("needle").results.at(0).passage);
  EXPECT_TRUE(passage.starts_with("… word ") && passage.ends_with(" …")) << passage;
  EXPECT_NE(passage.find("the [needle] lies"), std::string::npos) << passage;
  EXPECT_LT(passage.size(), 230u);
}

TEST(SearchEngine, FiltersBySectionAuthorAndTime) {
  Library library(papers());
  const Root& root = library.engine->root();
  const auto section = [&](const std::vector<std::string>& path) {
    return static_cast<int>(std::find(root.sections.begin(), root.sections.end(), path) - root.sections.begin());
  };
  Question question;
  question.text = "harbour ";
  question.section = section({"Region"});
  EXPECT_EQ(Library::paths(library.ask(question)), "bridge ferry");  // with the columns below it
  question.section = section({"Region", "Latest"});
  EXPECT_EQ(Library::paths(library.ask(question)), "bridge");
  question.section = -1;
  question.author = static_cast<int>(std::find(root.author_names.begin(), root.author_names.end(), "Ben Lund") - root.author_names.begin());
  EXPECT_EQ(Library::paths(library.ask(question)), "bridge");
  question.author = -1;
  question.from_day = 150;
  EXPECT_EQ(library.ask(question).total, 2u);
  question.to_day = 250;
  EXPECT_EQ(Library::paths(library.ask(question)), "bridge");
  question.section = 99;
  EXPECT_EQ(library.ask(question).total, 0u);
}

TEST(SearchEngine, ALongArticleIsFoundAndShownWhereItFits) {
  std::vector<std::string> paragraphs;
  for (int i = 0; i < 400; ++i) paragraphs.push_back("Paragraph " + std::to_string(i) + " of a long story about nothing at all, and more of it.");
  paragraphs[333] += " A zeppelin lands.";
  Library library({article("long", "Long", paragraphs), article("short", "Short", {"Nothing."})});
  const Answer answer = library.ask("zeppelin 333 ");
  ASSERT_EQ(Library::paths(answer), "long");
  EXPECT_NE(shown(answer.results[0].passage).find("A [zeppelin] lands."), std::string::npos);
  EXPECT_EQ(answer.results[0].card.title, "Long");
}

TEST(SearchIndex, IsTheSameForTheSameArticles) {
  const Library one(papers()), two(papers());
  ASSERT_EQ(one.index.files.size(), two.index.files.size());
  for (std::size_t i = 0; i < one.index.files.size(); ++i) {
    EXPECT_EQ(one.index.files[i].name, two.index.files[i].name);
    EXPECT_EQ(one.index.files[i].bytes, two.index.files[i].bytes);
  }
}

TEST(SearchIndex, OfNothingAnswersNothing) {
  Library library(std::vector<Article>{});
  EXPECT_EQ(library.ask("harbour").total, 0u);
}

TEST(SearchIndex, GoesOnWithoutAPartAndSaysSo) {
  Library library(papers());
  for (const auto& [name, bytes] : Library(papers()).files) {
    if (name.starts_with("search.")) continue;
    Library broken(papers());
    broken.files.erase(name);
    bool lacking = false;
    for (const char* text : {"harbour bridge ", "\"harbour bridge\"", "harbuor"}) lacking = broken.ask(text).lacking || lacking;
    EXPECT_TRUE(lacking) << name;
  }
  EXPECT_FALSE(library.ask("harbour ").lacking);
}

// Whatever the bytes are, an answer comes and nothing breaks (the sanitizers see what is read).
TEST(SearchIndex, BrokenBytesBreakNothing) {
  const Library whole(papers());
  unsigned random = 7;
  const auto next = [&] { return random = random * 1664525 + 1013904223, random >> 8; };
  for (const auto& [name, bytes] : whole.files) {
    for (int i = 0; i < 24; ++i) {
      std::string broken = bytes;
      if (i % 3 == 0) broken.resize(next() % (broken.size() + 1));
      else for (int k = 0; k < 1 + i % 4; ++k) broken[next() % broken.size()] = static_cast<char>(next());
      Library library(papers());
      if (name.starts_with("search.")) {
        library.engine = Engine::open(broken);
        if (!library.engine) continue;
      } else {
        library.files[name] = broken;
      }
      for (const char* text : {"harbour bridge ", "\"the harbour bridge\"", "harbuor", "東京都", "b"}) library.ask(text);
    }
  }
}

TEST(SearchIndex, AQueryWithoutEndIsAnswered) {
  Library library(papers());
  std::string words;
  while (words.size() < 10'000) words += "harbour" + std::to_string(words.size()) + ' ';
  EXPECT_TRUE(library.ask(words).cut);
  library.ask(std::string(10'000, '"'));
  library.ask(std::string(10'000, 'x'));
}

}  // namespace
}  // namespace lectern::search
