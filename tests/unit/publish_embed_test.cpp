// SPDX-License-Identifier: MIT
// What a site has for the pages of others: embed/ID/, the loader, and the headers that say who may frame them.
#include <algorithm>

#include "base/sha256.hpp"
#include "publish/embed_check.hpp"
#include "publish/host_headers.hpp"
#include "publish_fixture.hpp"
#include "server/host_headers.hpp"

namespace lectern::publish {
namespace {

class EmbedTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
    article("one.md", "title: One\nsection: [World]", "See [two](two.md) and ![a](p.png).");
    article("two.md", "title: Two\nsection: [World]");
    write("content/p.png", png(40, 30));
  }
  bool has(const std::string& path, const std::string& text) const {
    return read(path).find(text) != std::string::npos;
  }
  // What a host that reads _headers says of an address.
  std::string header(const std::string& path, const std::string& name) const {
    for (const auto& [found, value] : server::host_headers(read("site/_headers"), path)) {
      if (found == name) return value;
    }
    return "";
  }
};

TEST_F(EmbedTest, ThePageHasTheArticleWithoutTheSiteAroundIt) {
  build();
  const std::string page = "site/embed/one/index.html";
  for (const char* part : {"<h1", "See ", "class=\"moods\"", "class=\"source-line\""})
    EXPECT_TRUE(has(page, part)) << part;
  for (const char* part : {"masthead", "breadcrumb", "column-map", "headlines", "\"share\"", "\"turn\"",
                           "class=\"related\"", "<style", " style=", "<script type=\"module\""})
    EXPECT_FALSE(has(page, part)) << part;
}

TEST_F(EmbedTest, ItsLinksLeadToTheWholePages) {
  build();
  const std::string page = "site/embed/one/index.html";
  EXPECT_TRUE(has(page, "<base target=\"_blank\">"));
  EXPECT_TRUE(has(page, "href=\"../../a/two/\""));
  EXPECT_TRUE(has(page, "src=\"../../_/p."));
  EXPECT_TRUE(has(page, "href=\"../../a/one/article.json\""));
  EXPECT_TRUE(has(page, ">Lectern</a>"));
  EXPECT_TRUE(has(page, "href=\"../../a/one/\""));
  EXPECT_FALSE(has(page, "canonical")) << "without a base URL";
  build("https://example.org/news");
  EXPECT_TRUE(has(page, "<link rel=\"canonical\" href=\"https://example.org/news/a/one/\">"));
}

TEST_F(EmbedTest, TheLoaderStandsAtTheRootAndUnderAHash) {
  build();
  const auto content = load();
  std::string problem;
  const auto viewer = load_viewer("viewer", problem);
  ASSERT_TRUE(viewer) << problem;
  EXPECT_EQ(read("site/embed.js"), "c();\n");
  EXPECT_EQ(read("site/" + viewer->embed_path), "c();\n");
  EXPECT_EQ(viewer->embed_integrity, integrity_of("c();\n"));
  EXPECT_TRUE(has("site/embed.json", "\"script\": \"" + viewer->embed_path + '"')) << read("site/embed.json");
  EXPECT_TRUE(has("site/embed.json", "\"integrity\": \"" + viewer->embed_integrity + '"'));
  EXPECT_TRUE(exists("site/embed.d.ts"));
}

TEST_F(EmbedTest, AllMayFrameWhereThereIsNoList) {
  build();
  EXPECT_FALSE(has("site/embed/one/index.html", "data-allow"));
  EXPECT_NE(header("/embed/one/", "Content-Security-Policy").find(", frame-ancestors *"), std::string::npos);
  EXPECT_EQ(header("/a/one/", "X-Frame-Options"), "SAMEORIGIN");
  EXPECT_EQ(header("/a/one/", "Content-Security-Policy").find("frame-ancestors"), std::string::npos);
}

TEST_F(EmbedTest, AListIsInThePageAndInTheHeaders) {
  write("content/publication.json",
        R"({"embed": {"allow": ["https://partner.example", "https://*.example.org:8443"]}})");
  build();
  EXPECT_EQ(said(), "");
  EXPECT_TRUE(has("site/embed/one/index.html",
                  "data-allow=\"https://partner.example https://*.example.org:8443\""));
  const std::string list = "frame-ancestors 'self' https://partner.example https://*.example.org:8443";
  EXPECT_NE(header("/embed/one/", "Content-Security-Policy").find(list), std::string::npos);
  EXPECT_TRUE(has("site/.htaccess", list));
  EXPECT_TRUE(has("site/nginx.conf", list));
}

TEST_F(EmbedTest, ThePolicyNamesTheSiteToo) {
  build("https://example.org/news");
  const std::string policy = header("/a/one/", "Content-Security-Policy");
  EXPECT_NE(policy.find("script-src 'self' https://example.org 'wasm-unsafe-eval'"), std::string::npos) << policy;
  EXPECT_TRUE(has("site/nginx.conf", "location /news/ {"));
}

TEST_F(EmbedTest, AnEmptyOrUnreadableListLetsNobodyIn) {
  for (const char* list : {R"({"embed": {"allow": []}})", R"({"embed": {"allow": "all"}})", R"({"embed": []})"}) {
    write("content/publication.json", list);
    const auto content = load();
    ASSERT_TRUE(content) << list;
    EXPECT_EQ(frame_ancestors(content->publication), "frame-ancestors 'self'") << list;
  }
}

TEST_F(EmbedTest, WhatIsNoOriginIsSaidWithItsPlace) {
  for (const char* wrong : {"example.org", "https://", "https://a.org/x", "https://a.org:", "https://a.org:x", "*",
                            "ftp://a.org", "https://a.org;script-src *", "https://A.org", "https://a b"}) {
    write("content/publication.json", "{\"embed\": {\"allow\": [\"" + std::string(wrong) + "\"]}}");
    load();
    EXPECT_NE(said().find("content/publication.json:1:22: error: each of \"allow\" must be an origin"),
              std::string::npos)
        << wrong << '\n' << said();
  }
}

// What doctor says of a partner's page, without the address before it.
std::string said_of(const std::string& html, const std::string& policy = "", const std::string& allowed = "") {
  const std::string page = "<script defer src=\"../../_/x.js\"" + allowed + "></script>";
  const Fetch fetch = [&](const std::string& path) -> std::optional<Fetched> {
    if (path == "embed/one/") return Fetched{200, {}, page};
    if (path == "embed.js") return Fetched{200, {}, "c();\n"};
    return Fetched{404, {}, ""};
  };
  Diagnostics found;
  check_partner("http://p.example/x", {200, {{"content-security-policy", policy}}, html}, "http://pub.example/n/", fetch, found);
  std::string lines;
  for (const Diagnostic& diagnostic : found) lines += diagnostic.sentence + '\n';
  return lines;
}

TEST(PartnerCheck, FindsNothingWrongInWhatTheDocumentationSays) {
  const std::string src = "<script async src=\"http://pub.example/n/embed.js\"";
  for (const std::string& html : {src + " data-article=\"one\"></script>", src + " data-article=one></script>",
                                  src + "></script><lectern-article data-article='one'></lectern-article>",
                                  src + " integrity=\"" + integrity_of("c();\n") + "\" crossorigin data-article=\"one\"></script>",
                                  std::string("<iframe src='http://pub.example/n/embed/one/?form=card'></iframe>")}) {
    for (const char* policy : {"", "img-src 'self'", "script-src http://pub.example 'self'; frame-src http:",
                               "default-src *", "frame-src http://*.example; script-src pub.example"})
      EXPECT_EQ(said_of(html, policy), "") << html << policy;
    EXPECT_EQ(said_of(html, "", " data-allow=\"https://a.b http://p.example\""), "");
  }
}

TEST(PartnerCheck, SaysTheLineToChange) {
  const std::string embed = "<script async src=\"http://pub.example/n/embed.js\" data-article=\"one\"></script>";
  const struct {
    std::string html, policy, allowed, sentence;
  } rows[] = {
      {"<p>Nothing</p>", "", "", "nothing in it shows an article of http://pub.example/n/"},
      {embed, "script-src 'self'", "", "add http://pub.example to script-src"},
      {embed, "default-src 'self'", "", "add http://pub.example to default-src"},
      {embed, "frame-src https:; script-src http:", "", "add http://pub.example to frame-src"},
      {embed, "", " data-allow=\"https://a.b\"", "add \"http://p.example\" to embed.allow"},
      {embed + "<lectern-article data-article=\"gone\">", "", "", "the article \"gone\" is not on the site"},
      {"<iframe src=\"http://pub.example/n/a/one/\">", "", "", "take http://pub.example/n/embed/one/"},
      {"<script src=\"http://pub.example/n/_/embed.0.js\" data-article=\"one\">", "", "", "is not on the site; take embed.js"},
      {"<script src=\"http://pub.example/n/embed.js\" integrity=\"sha256-x\" crossorigin data-article=\"one\">", "", "",
       "it must be integrity=\"" + integrity_of("c();\n")},
      {"<script src=\"http://pub.example/n/embed.js\" integrity=\"" + integrity_of("c();\n") + "\" data-article=\"one\">", "",
       "", "needs crossorigin"},
  };
  for (const auto& row : rows)
    EXPECT_NE(said_of(row.html, row.policy, row.allowed).find(row.sentence), std::string::npos)
        << row.sentence << '\n' << said_of(row.html, row.policy, row.allowed);
  for (const char* broken : {"<script", "<script src=", "<script src='", "<iframe src", "<lectern-article a=b c", "<script =x/>"})
    EXPECT_FALSE(said_of(broken).empty()) << broken;
}

TEST(HostHeaders, AddUpWhereMoreThanOneRuleFits) {
  const std::string file = "# note\n/*\n  A: 1\n/x/:id/end\n  A: 2\n  B: 3\n/x/*\n  C: 4\nnonsense\n";
  using server::Headers;
  EXPECT_EQ(server::host_headers(file, "/"), (Headers{{"A", "1"}}));
  EXPECT_EQ(server::host_headers(file, "/x/7/end"), (Headers{{"A", "1, 2"}, {"B", "3"}, {"C", "4"}}));
  EXPECT_EQ(server::host_headers(file, "/x/7/8/end"), (Headers{{"A", "1"}, {"C", "4"}}));
  EXPECT_EQ(server::host_headers("  A: 1\n/y", "/y"), Headers{});
}

}  // namespace
}  // namespace lectern::publish
