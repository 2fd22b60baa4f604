// SPDX-License-Identifier: MIT
// Code in colours: what a few languages look like, what they are called, and code that means harm.
#include "highlight/colour.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace lectern::highlight {
namespace {

using model::CodeKind;

// "k[let]x=n[42]": each part that has a colour behind the letter of its kind.
std::string shown(std::string_view text, std::string_view language) {
  constexpr std::string_view kLetters = "pcksnaid";
  std::string out;
  std::size_t at = 0;
  for (const model::CodeRun& run : colour(text, language)) {
    const std::string part(text.substr(at, run.bytes));
    out += run.kind == CodeKind::plain ? part : kLetters[static_cast<std::size_t>(run.kind)] + ('[' + part + ']');
    at += run.bytes;
  }
  return out;
}

TEST(Highlight, ShowsLanguagesAsTheyAre) {
  struct Row {
    const char* language;
    const char* text;
    const char* shown;
  };
  constexpr Row kRows[] = {
      {"javascript", "let x = 42; // why\n", "k[let] x = n[42]; c[// why]\n"},
      {"js", "const f = `a${b + 1}c`;", "k[const] f = s[`a]${b + n[1]}s[c`];"},
      {"typescript", "type Id = string;", "k[type] a[Id] = a[string];"},
      {"jsx", "<a href=\"x\">{y}</a>", "<k[a ]a[href]=s[\"x\"]>{y}</k[a]>"},
      {"css", "a { color: #fff; }", "k[a] { a[color]: #fff; }"},
      {"html", "<p id=\"x\">a &amp; b</p><!-- c -->", "<k[p ]a[id]=s[\"x\"]>a n[&amp;] b</k[p]>c[<!-- c -->]"},
      {"json", "{\"a\": [1, true, \"b\"]}", "{a[\"a\"]: [n[1], n[true], s[\"b\"]]}"},
      {"python", "def f(x):\n    return 'a'  # b", "k[def] a[f](x):\n    k[return] s['a']  c[# b]"},
      {"c", "int x = 1; /* y */", "k[int] x = n[1]; c[/* y */]"},
      {"c++", "auto s = std::string{\"x\"};", "k[auto] s = std::string{s[\"x\"]};"},
      {"java", "class A { }", "k[class] a[A] { }"},
      {"go", "func f() { }", "k[func] a[f]() { }"},
      {"rust", "let x: u8 = 1;", "k[let] x: k[u8] = n[1];"},
      {"bash", "echo \"hi\" # said", "a[echo] s[\"hi\"] c[# said]"},
      {"sql", "SELECT a FROM b WHERE c = 'd'", "k[SELECT] a k[FROM] b k[WHERE] c = s['d']"},
      {"yaml", "a: 1 # b", "a[a]: n[1] c[# b]"},
      {"php", "function f() { return 1; }", "k[function] a[f]() { k[return] n[1]; }"},
      {"ruby", "def f; nil; end", "k[def] a[f]; k[nil]; k[end]"},
      {"c#", "var x = \"y\";", "k[var] x = s[\"y\"];"},
      {"kotlin", "fun f() = 1", "k[fun] a[f]() = n[1]"},
      {"swift", "let x = \"y\"", "k[let] x = s[\"y\"]"},
      {"diff", "-a\n+b\n c\n", "d[-a\n]i[+b\n] c\n"},
      {"toml", "a = 1", "a[a] = n[1]"},
  };
  for (const Row& row : kRows) EXPECT_EQ(shown(row.text, row.language), row.shown) << row.language;
}

TEST(Highlight, EveryNameHasAGrammar) {
  for (const std::string_view name : language_names()) {
    EXPECT_TRUE(is_known(name)) << name;
    EXPECT_EQ(language_of(name), name);
    // No engine fails, or the next text would have to make one anew.
    colour("a \"b\" 1 /* c */ # d\n<e f='g'>-h</e>\n", name);
    EXPECT_FALSE(colour("int x = 1;", "c").empty()) << name;
  }
}

TEST(Highlight, ReadsTheLanguageOutOfTheInfo) {
  EXPECT_EQ(language_of("JS {1,3}"), "js");
  EXPECT_EQ(language_of("c++ title=\"x\""), "c++");
  EXPECT_EQ(language_of("{.python .numbered}"), "python");
  EXPECT_EQ(language_of("ts:app.ts"), "ts");
  EXPECT_EQ(language_of("rust,no_run"), "rust");
  EXPECT_EQ(language_of(""), "");
  EXPECT_EQ(language_of("{=html}"), "");
}

TEST(Highlight, LeavesPlainWhatHasNoColours) {
  EXPECT_TRUE(is_known("") && is_known("text") && is_known("plaintext"));
  EXPECT_FALSE(is_known("klingon") || is_known("constructor") || is_known("core") || is_known("clike"));
  EXPECT_TRUE(colour("let x = 42;", "").empty());
  EXPECT_TRUE(colour("let x = 42;", "text").empty());
  EXPECT_TRUE(colour("let x = 42;", "klingon").empty());
  EXPECT_TRUE(colour("", "js").empty());
  EXPECT_TRUE(colour("x", "js").empty());
}

TEST(Highlight, CountsInBytes) {
  EXPECT_EQ(shown("'ä€😀' + \"漢\"", "js"), "s['ä€😀'] + s[\"漢\"]");
  const std::string bad = "let x = '\xFF';", cut = "let x = '\xE2\x82", nul("let x = '\0';", 12);
  for (const std::string& text : {bad, cut, nul}) EXPECT_TRUE(colour(text, "js").empty());
}

std::string many(std::string_view text, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += text;
  return out;
}

TEST(Highlight, MuchCodeTakesLittleTime) {
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(colour(many("for (let i = 0; i < 10; i++) { call(\"text\", i); } // and again\n", 100'000), "js").empty());
  EXPECT_TRUE(colour(many("let x = 42;\n", 1u << 20), "js").empty()) << "more than anybody reads";
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(Highlight, CodeThatMeansHarmComesToAnEnd) {
  const std::size_t bytes = 10'000;
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string_view language : {"js", "html", "css", "md", "php", "py", "bash", "cs", "rb", "yaml"}) {
    for (const std::string_view part : {"(", "\"", "`", "/", "\n", "a", "<a ", "${", "<!--", "((a", "a: ", "<<E"}) {
      const model::CodeRuns runs = colour(many(part, bytes), language);
      EXPECT_LE(runs.size(), bytes);
    }
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
  EXPECT_EQ(shown("let x = 1;", "js"), "k[let] x = n[1];");
}

TEST(Highlight, EachThreadSaysTheSame) {
  const std::string text = many("def f(x):\n    return f\"{x!r} and\" + 'x'  # as ever\n", 20'000);
  const model::CodeRuns expected = colour(text, "py");
  std::vector<std::thread> threads;
  std::vector<model::CodeRuns> found(3);
  for (model::CodeRuns& runs : found) threads.emplace_back([&runs, &text] { runs = colour(text, "py"); });
  for (std::thread& thread : threads) thread.join();
  for (const model::CodeRuns& runs : found) EXPECT_EQ(runs, expected);
}

}  // namespace
}  // namespace lectern::highlight
