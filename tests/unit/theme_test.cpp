// SPDX-License-Identifier: MIT
// A publication's own design: tokens and template files, checked, and in force for page and canvas alike.
#include <regex>

#include "layout/page_layout.hpp"
#include "layout/token_values.hpp"
#include "publish_fixture.hpp"
#include "semantics/html_writer.hpp"

namespace lectern {
namespace layout {
namespace {

TEST(Tokens, EachHasItsName) {
  // Every name that is listed can be set, and to a value of its kind alone.
  for (const std::string& name : token_names()) {
    Tokens tokens;
    const TokenFault fault = set_token(tokens, name, "?");
    EXPECT_NE(fault, TokenFault::unknown) << name;
    EXPECT_NE(fault, TokenFault::none) << name;
  }
  Tokens tokens;
  EXPECT_EQ(set_token(tokens, "acent", "#fff"), TokenFault::unknown);
  EXPECT_EQ(set_token(tokens, "space-7", "1"), TokenFault::unknown);
  EXPECT_EQ(set_token(tokens, "radius-dark", "1"), TokenFault::unknown);
}

TEST(Tokens, TakeTheValuesThatTheyCanHave) {
  struct Row {
    const char* name;
    const char* value;
    TokenFault fault;
  };
  constexpr Row kRows[] = {
      {"accent", "#0a5c36", TokenFault::none},
      {"accent-dark", "#9fc", TokenFault::none},
      {"accent", "green", TokenFault::color},
      {"accent", "#0a5c3g", TokenFault::color},
      {"accent", "#0a5c", TokenFault::color},
      {"serif", "Georgia, \"Noto Serif\", serif", TokenFault::none},
      {"serif", "Georgia; color: red", TokenFault::face},
      {"serif", "\"Georgia", TokenFault::face},
      {"serif", "Georgia,, serif", TokenFault::face},
      {"serif", "", TokenFault::face},
      {"title-weight", "800", TokenFault::none},
      {"title-weight", "8000", TokenFault::weight},
      {"title-face", "sans", TokenFault::none},
      {"title-face", "Georgia", TokenFault::family},
      {"body-size", "1.25", TokenFault::none},
      {"body-size", "1.25rem", TokenFault::none},
      {"body-size", "20px", TokenFault::length},
      {"body-size", "0.1", TokenFault::length},
      {"body-size", "1.2.5", TokenFault::length},
      {"body-size", ".", TokenFault::length},
      {"main-width", "200", TokenFault::length},
      {"radius", "0", TokenFault::none},
      {"leading", "1.125", TokenFault::none},
      {"leading", "3", TokenFault::length},
      {"align", "justify", TokenFault::none},
      {"align", "left", TokenFault::choice},
      {"hyphens", "auto", TokenFault::none},
      {"hyphens", "on", TokenFault::choice},
  };
  for (const Row& row : kRows) {
    Tokens tokens;
    EXPECT_EQ(set_token(tokens, row.name, row.value), row.fault) << row.name << ' ' << row.value;
  }
  Tokens tokens;
  set_token(tokens, "accent-dark", "#9fc");
  EXPECT_EQ(tokens.colors[static_cast<size_t>(Color::accent)].dark, 0x99FFCCu);
}

TEST(Tokens, ASizeTakesItsLinesAndThePhoneAlongWhateverTheOrder) {
  const auto body = [](const Tokens& tokens) { return tokens.types[static_cast<size_t>(TextStyle::body)]; };
  const TypeToken before = body({});
  const TypeToken twice = body(tokens_with({}, {{"body-size", "2.375"}}));
  EXPECT_FLOAT_EQ(twice.line_height, 2 * before.line_height);
  EXPECT_FLOAT_EQ(twice.phone_size, 2 * before.phone_size);
  EXPECT_FLOAT_EQ(twice.phone_line_height, 2 * before.phone_line_height);
  for (const auto& values : {std::vector<TokenValue>{{"body-line", "2"}, {"body-size", "2.375"}},
                             {{"body-size", "2.375"}, {"body-line", "2"}}}) {
    EXPECT_FLOAT_EQ(body(tokens_with({}, values)).line_height, 2);
    EXPECT_FLOAT_EQ(body(tokens_with({}, values)).phone_size, 2 * before.phone_size);
  }
}

TEST(Tokens, NoneLeaveTheDesignAsItIs) {
  const Tokens tokens = tokens_with({}, {});
  EXPECT_EQ(tokens.wide_from, Tokens().wide_from) << "where two columns begin";
  EXPECT_EQ(semantics::write_token_properties(tokens), semantics::write_token_properties({}));
}

TEST(Tokens, WhileAPageIsReadItsStructureStays) {
  const Tokens published = tokens_with({}, {{"main-width", "36"}, {"accent", "#000"}});
  const Tokens now = restyled(published, {{"main-width", "50"}, {"side-width", "12"}, {"space-4", "3"},
                                          {"body-size", "1.5"}, {"ink", "#123456"}, {"page-padding", "3"}});
  EXPECT_EQ(now.main_width, 36) << "not wider";
  EXPECT_EQ(now.side_width, published.side_width);
  EXPECT_EQ(now.space, published.space);
  EXPECT_EQ(now.page_padding, published.page_padding);
  EXPECT_EQ(now.wide_from, published.wide_from);
  EXPECT_EQ(now.types[static_cast<size_t>(TextStyle::body)].size, 1.5f);
  EXPECT_EQ(now.colors[static_cast<size_t>(Color::ink)].light, 0x123456u);
  EXPECT_EQ(now.colors[static_cast<size_t>(Color::accent)].light, 0u) << "the publication's own";
  EXPECT_EQ(restyled(published, {{"main-width", "30"}}).main_width, 30);
  EXPECT_EQ(restyled(published, {{"leading", "1.25"}}).leading, 1.25f);
}

TEST(Tokens, InForceAreThoseOfTheLayoutAndTheStylesheet) {
  model::Article article;
  article.title = "T";
  model::Block paragraph;
  paragraph.kind = model::BlockKind::paragraph;
  model::Inline text;
  text.text = "one two three";
  paragraph.inlines = {text};
  article.body = {paragraph, paragraph};
  const PageTree tree = build_article_page(article, {}, {});
  const Viewport viewport{1000, 16};
  FakeMeasurer measurer;
  const auto body_box = [&] {
    const PreparedPage prepared = prepare_page(tree, metrics_of(viewport), measurer);
    const PageLayout layout = layout_page(tree, prepared, viewport, {});
    for (size_t i = 0; i < tree.nodes.size(); ++i) {
      if (tree.nodes[i].element == Element::body) return layout.boxes[i].rect;
    }
    return Rect();
  };
  const Rect before = body_box();
  use_tokens(tokens_with({}, {{"body-line", "3"}, {"space-4", "2"}, {"main-width", "30"}}));
  const Rect after = body_box();
  const std::string styles = semantics::write_token_styles();
  use_tokens(tokens_with({}, {{"leading", "1.25"}}));
  const Rect leaded = body_box();
  use_tokens({});
  EXPECT_FLOAT_EQ(leaded.height, 2 * 38.75f + 1.25f * 16) << "lines, not gaps";
  EXPECT_FLOAT_EQ(before.height, 2 * 1.9375f * 16 + 1.25f * 16);
  EXPECT_FLOAT_EQ(after.height, 2 * 3 * 16 + 2 * 16);
  EXPECT_FLOAT_EQ(after.width, 30 * 16);
  EXPECT_NE(styles.find("--main-width:30rem"), std::string::npos);
  EXPECT_NE(styles.find(".body p{font:var(--body);color:var(--ink);margin-top:2rem;}"), std::string::npos);
  EXPECT_FLOAT_EQ(body_box().height, before.height);
}

}  // namespace
}  // namespace layout

namespace publish {
namespace {

class ThemeTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
    write("viewer/shell.html", "<!doctype html>\n<html lang=\"{{lang}}\" dir=\"{{dir}}\">\n<title>{{title}}</title>\n"
                               "{{head}}\n{{styles}}\n{{scripts}}\n<body>\n{{canvas}}\n{{body}}\n</body>\n");
    article("a.md", "title: One\nsection: [World]\npublished: 2026-05-09");
    write("content/publication.json", R"({"title": "The & Post"})");
  }
  void TearDown() override {
    layout::use_tokens({});
    PublishTest::TearDown();
  }
  std::string said_of(const std::string& file, const std::string& text) {
    write("content/" + file, text);
    load();
    std::string lines = said();
    for (const std::string_view prefix : {"content/publication.json:", "content/theme/"}) {
      for (size_t at = lines.find(prefix); at != std::string::npos; at = lines.find(prefix, at)) {
        lines.erase(at, prefix.size());
      }
    }
    return lines;
  }
  std::string page(const std::string& path) const { return read("site/" + path + "index.html"); }
};

TEST_F(ThemeTest, TokensThatAreWrongAreNamedAtTheirPlace) {
  EXPECT_EQ(said_of("publication.json", "{\n\"theme\": {\n\"acent\": \"#fff\",\n\"accent\": \"red\",\n"
                                        "\"radius\": 9,\n\"space-1\": [],\n\"xyzzy\": 1}\n}"),
            "3:1: warning: there is no token \"acent\": did you mean \"accent\"?\n"
            "4:11: error: the token \"accent\" must be a colour, as \"#1d1b18\", not \"red\"\n"
            "5:11: error: the token \"radius\" must be a length in rem, from 0 to 2, not \"9\"\n"
            "6:12: error: the token \"space-1\" must be a text or a number, not a list\n"
            "7:1: warning: there is no token \"xyzzy\"; docs/themes.md lists them\n");
  EXPECT_EQ(said_of("publication.json", "{\"theme\": []}"),
            "1:11: error: \"theme\" must be an object of tokens, not a list\n");
}

TEST_F(ThemeTest, TextThatCanHardlyBeReadIsSaidWithItsRatio) {
  EXPECT_EQ(said_of("publication.json", "{\"theme\": {\n\"muted\": \"#8a8a8a\"}}"),
            "2:10: warning: \"muted\" (#8a8a8a) on \"paper\" (#fbfaf7) has a contrast of 3.3:1 in the light "
            "scheme; text needs 4.5:1\n");
  EXPECT_EQ(said_of("publication.json", "{\"theme\": {\n\"accent-dark\": \"#ffffff\", \"on-accent-dark\": \"#000\"}}"), "");
}

TEST_F(ThemeTest, TheStylesheetTheViewerAndThePagesHaveTheDesign) {
  write("content/publication.json", R"({"theme": {"accent": "#0a5c36", "body-size": 1.25, "bogus": 1}})");
  build();
  std::string css, site;
  for (const auto& entry : std::filesystem::directory_iterator(root_ / "site/_")) {
    const std::string name = "site/_/" + entry.path().filename().string();
    if (name.find("style.") != std::string::npos) css = read(name);
    if (name.find("site.") != std::string::npos) site = read(name);
  }
  EXPECT_NE(css.find("--accent:#0a5c36;"), std::string::npos) << css;
  EXPECT_NE(css.find("--body:400 1.25rem/"), std::string::npos) << css;
  EXPECT_EQ(site, "{\n  \"tokens\": \"accent #0a5c36\\nbody-size 1.25\\n\"\n}\n");
}

TEST_F(ThemeTest, TemplatesStandInEachPageWithTheirNamesFilledIn) {
  write("content/theme/head.html", "<!-- ours -->\n<meta name=\"x\" content=\"{{title}}\">\n"
                                   "<link rel=\"icon\" href=\"icon.png\">\n");
  write("content/theme/icon.png", "png");
  write("content/theme/masthead.html", "{{name}}\n<p><a href=\"{{home}}\">Home</a> <a href=\"c/world/\">W</a></p>\n{{sections}}\n");
  write("content/theme/footer.html", "<p lang=\"{{lang}}\"><a href=\"../a.md#x\">One</a> <a href='https://example.org/?a=1&amp;b=\"2'>E</a></p>");
  write("content/theme/style.css", "/* no */ & { color: red }\np { margin: 0 }\n");
  build();
  EXPECT_EQ(said(), "");
  for (const auto& [path, up, tag] : {std::tuple{"", "", "h1"}, {"a/a/", "../../", "p"}, {"c/world/", "../../", "p"}}) {
    const std::string html = page(path), home = *up ? up : "./";
    EXPECT_NE(html.find("<meta name=\"x\" content=\"The &amp; Post\">\n<link rel=\"icon\" href=\"" + std::string(up) + "_/icon."), std::string::npos) << html;
    EXPECT_NE(html.find(std::string("<") + tag + " class=\"site-name\"><a href=\"" + home + "\">The &amp; Post</a></" + tag + ">"), std::string::npos) << html;
    EXPECT_NE(html.find("<a href=\"" + home + "\">Home</a>"), std::string::npos) << html;
    EXPECT_NE(html.find("<p lang=\"en\"><a href=\"" + (std::string(path) == "a/a/" ? "" : up + std::string("a/a/")) + "#x\">One</a>"), std::string::npos) << html;
    EXPECT_NE(html.find("<a href=\"https://example.org/?a=1&amp;b=%222\">E</a>"), std::string::npos) << html;
    EXPECT_NE(html.find("class=\"sections\""), std::string::npos) << path;
    EXPECT_EQ(html.find("ours"), std::string::npos) << path;
  }
  const std::string json = read("site/a/a/article.json");
  EXPECT_NE(json.find("\"ownMasthead\": true"), std::string::npos);
  const std::string missing = read("site/404.html");
  EXPECT_NE(missing.find("<a href=\"/\">Home</a>"), std::string::npos) << "at any depth";
  EXPECT_NE(missing.find(".theme{\n & { color: red }"), std::string::npos);
}

TEST_F(ThemeTest, WhatATemplateCantHoldIsNamedAtItsPlace) {
  struct Row {
    const char* text;
    const char* said;
  };
  constexpr Row kRows[] = {
      {"<p>\n <script>x</script></p>", "2:2: error: a theme runs no scripts, so <script> can't stand here"},
      {"<p onclick=\"x\"></p>", "1:4: error: a theme runs no scripts, so \"onclick\" can't stand here"},
      {"<p style=\"x\"></p>", "1:4: error: styles belong in theme/style.css, not in an attribute"},
      {"<style>p{}</style>", "1:1: error: styles belong in theme/style.css, not in <style>"},
      {"<iframe></iframe>", "1:1: error: <iframe> can't stand here; docs/themes.md lists the tags"},
      {"<a href=\"javascript:x\">x</a>", "1:10: error: the address \"javascript:x\" is not allowed"},
      {"<a href=\"nowhere/\">x</a>", "1:10: error: the address \"nowhere/\" is neither a file of the content folder nor a page of the site"},
      {"<a href=\"c/wrld/\">x</a>", "1:10: error: the address \"c/wrld/\" is neither a file of the content folder nor a page of the site; did you mean \"c/world/\"?"},
      {"<a href=\"../../x\">x</a>", "1:10: error: the address \"../../x\" leads out of the content folder"},
      {"{{titel}}", "1:1: error: there is nothing to fill in for \"titel\": did you mean {{title}}?"},
      {"{{name}}", "1:1: error: {{name}} stands once, in the masthead"},
      {"<p>{{title", "1:4: error: {{ has no end"},
      {"<p>a", "1:1: error: <p> is not closed"},
      {"<b><i></b></i>", "1:7: error: </b> closes nothing: <i> is open"},
      {"<p><ul></ul></p>", "1:4: error: <ul> can't stand inside <p>"},
      {"<p>{{sections}}</p>", "1:4: error: {{sections}} can't stand inside <p>"},
      {"a < b", "1:3: error: this < begins no tag; as a sign it is written &lt;"},
      {"<p class=on></p>", "1:4: error: the value of \"class\" needs quotation marks around it"},
      {"<p class=\"x on\"></p>", "1:11: error: the class \"on\" is the viewer's own"},
      {"<img src=\"https://example.org/a.png\">", "1:1: warning: this picture has no words for those who don't see it: alt"},
  };
  for (const Row& row : kRows) {
    const std::string found = said_of("theme/footer.html", row.text);
    EXPECT_NE(found.find("footer.html:" + std::string(row.said) + '\n'), std::string::npos) << found;
  }
}

TEST_F(ThemeTest, EachFileHasItsOwnRules) {
  EXPECT_EQ(said_of("theme/masthead.html", "<p>x</p>"),
            "masthead.html:1:1: error: a masthead needs {{name}}, which is the front page's heading\n");
  write("content/theme/masthead.html", "{{name}}");
  EXPECT_EQ(said_of("theme/head.html", "<p>x</p><meta http-equiv=\"refresh\" content=\"0\"><link rel=\"stylesheet\" href=\"https://example.org/x.css\">"),
            "head.html:1:1: error: <p> can't stand in a head: only <meta> and <link> can\n"
            "head.html:1:15: error: the attribute \"http-equiv\" can't stand here\n"
            "head.html:1:48: error: styles belong in theme/style.css\n");
  write("content/theme/head.html", "");
  EXPECT_EQ(said_of("theme/style.css", "p{\n@import \"x\";}"), "style.css:2:1: error: a theme's styles load nothing, neither by @import nor by url()\n");
  EXPECT_EQ(said_of("theme/style.css", "p{}}\nb{"), "style.css:1:4: error: this } closes nothing\n");
  EXPECT_EQ(said_of("theme/style.css", "p{content:\"</style>\"}"), "style.css:1:11: error: a theme's styles can't hold < or, outside of a text, \\\n");
  write("content/theme/style.css", "");
  EXPECT_EQ(said_of("theme/mast.html", ""), "mast.html: warning: a theme has no such file: it has head.html, masthead.html, footer.html and style.css\n");
}

TEST_F(ThemeTest, FontsAreDeclaredBesideThem) {
  write("content/publication.json", R"({"theme": {"serif": "\"Harbour Serif\", serif"}})");
  write("content/theme/fonts/Harbour Serif-400.woff2", "regular");
  write("content/theme/fonts/Harbour Serif-700-italic.woff2", "bold");
  write("content/theme/fonts/Harbour.ttf", "other");
  build();
  EXPECT_NE(said().find("Harbour.ttf: warning: a font's file is named FAMILY-WEIGHT.woff2 or FAMILY-WEIGHT-italic.woff2"), std::string::npos) << said();
  std::string css;
  int fonts = 0;
  for (const auto& entry : std::filesystem::directory_iterator(root_ / "site/_")) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("style.")) css = read("site/_/" + name);
    if (name.ends_with(".ttf")) ADD_FAILURE() << name;
    fonts += name.ends_with(".woff2");
  }
  EXPECT_EQ(fonts, 2);
  static const std::regex face("@font-face\\{font-family:\"Harbour Serif\";src:url\\(\"([^\"]*)\"\\) format\\(\"woff2\"\\);"
                               "font-weight:(400;font-style:normal|700;font-style:italic);font-display:swap\\}");
  std::sregex_iterator it(css.begin(), css.end(), face), end;
  EXPECT_EQ(std::distance(it, end), 2) << css.substr(0, 500);
  for (; it != end; ++it) {
    std::string url = (*it)[1];
    for (size_t at = url.find("%20"); at != std::string::npos; at = url.find("%20")) url.replace(at, 3, " ");
    EXPECT_TRUE(std::filesystem::exists(root_ / "site/_" / url)) << url;
  }
  EXPECT_EQ(read("site/404.html").find("@font-face"), std::string::npos) << "it stands at any depth";
}

TEST_F(ThemeTest, AFileWithAnErrorIsLeftOut) {
  write("content/theme/footer.html", "<script>alert(1)</script>");
  build();
  EXPECT_EQ(page("a/a/").find("footer"), std::string::npos);
  EXPECT_EQ(page("a/a/").find("alert"), std::string::npos);
}

}  // namespace
}  // namespace publish
}  // namespace lectern
