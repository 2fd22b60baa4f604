// SPDX-License-Identifier: MIT
// A published site: what stands where, that page and article.json agree, and what a second build
// does.
#include <algorithm>
#include <chrono>
#include <map>
#include <regex>

#include "ingest/ingest.hpp"
#include "layout/page_tree.hpp"
#include "model/urls.hpp"
#include "publish_fixture.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

namespace fs = std::filesystem;

class SiteTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
    write("content/publication.json",
          R"({"title": "Paper & Ink", "sections": [["World"], ["Arts", "Letters"]]})");
    write("content/media/p.png", png(40, 30));
    article("one.md",
            "title: One\nsection: [World]\npublished: 2026-01-01T00:00:00Z\ntags: [sea]\n"
            "authors: [Ada]",
            "See [two](two.md#end), [gone](gone.md).\n\n![A picture](media/p.png)");
    article("two.md",
            "title: <Two>\nsection: [World, Oceans]\npublished: 2026-01-02T00:00:00Z\n"
            "standfirst: About two\nimage: {src: media/p.png, alt: P}\nrelated: [one]");
    article("three.md",
            "title: Three\nsection: [World]\npublished: 2026-01-03T00:00:00Z\ntags: [sea]");
  }

  // Every file of the site with its bytes.
  std::map<std::string, std::string> site() const {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(root_ / "site")) {
      const std::string path = fs::relative(entry.path(), root_).string();
      if (entry.is_regular_file()) files[path.substr(5)] = read(path);
    }
    return files;
  }
  // The names in the site's _/ that begin so.
  std::vector<std::string> hashed(const std::string& begin) const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(root_ / "site/_")) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with(begin)) names.push_back(name);
    }
    return names;
  }
  std::string hashed_one(const std::string& begin) const {
    const auto names = hashed(begin);
    EXPECT_EQ(names.size(), 1u) << begin;
    return names.empty() ? "" : names[0];
  }
  bool has(const std::string& path, const std::string& text) const {
    return read("site/" + path).find(text) != std::string::npos;
  }
};

TEST_F(SiteTest, HasTheContractsFiles) {
  const SiteResult result = build();
  EXPECT_EQ(result.problem, "");
  EXPECT_EQ(result.pages, 3);
  for (const char* path :
       {"index.html", "a/one/index.html", "a/one/article.json", "c/world/index.html",
        "c/world/oceans/index.html", "c/arts/index.html", "c/arts/letters/index.html",
        "map/index.html", "404.html", "robots.txt", ".nojekyll"}) {
    EXPECT_TRUE(exists(std::string("site/") + path)) << path;
  }
}

TEST_F(SiteTest, PageAndArticleJsonAgree) {
  build();
  for (const char* id : {"one", "two", "three"}) {
    const std::string folder = std::string("site/a/") + id + '/';
    auto file = ingest::parse_article_json(read(folder + "article.json"), "", diagnostics_);
    ASSERT_TRUE(file && file->context) << id;
    model::apply_urls(file->article, *file->context);
    const std::string twin = semantics::write_page(
        layout::build_article_page(file->article, *file->context, state::ReaderState{}));
    EXPECT_NE(read(folder + "index.html").find("\n" + twin + "</body>"), std::string::npos) << id;
  }
}

TEST_F(SiteTest, LinksAndPicturesLeadToWhereTheyAre) {
  build();
  const std::string picture = "src=\"../../_/" + hashed_one("p.") + "\"";
  EXPECT_TRUE(has("a/one/index.html", "<a href=\"../two/#end\">two</a>"));
  EXPECT_TRUE(has("a/one/index.html", ", gone."));  // no link to nowhere
  EXPECT_TRUE(has("a/one/index.html", picture));
  EXPECT_TRUE(has("a/one/index.html", "width=\"40\" height=\"30\""));
  EXPECT_TRUE(has("a/two/index.html", picture));
  EXPECT_TRUE(has("a/two/index.html", "<a href=\"../one/\">One</a>"));
}

TEST_F(SiteTest, EveryRelativeUrlLeadsToAFile) {
  build();
  const std::regex url("(?:href|src)=\"([^\"]*)\"");
  int checked = 0;
  for (const auto& [path, html] : site()) {
    if (!path.ends_with("index.html")) continue;
    const fs::path folder = (root_ / "site" / path).parent_path();
    for (std::sregex_iterator it(html.begin(), html.end(), url), end; it != end; ++it) {
      std::string target = (*it)[1];
      if (target.starts_with("mailto:") || target.starts_with("data:")) continue;
      target = target.substr(0, target.find('#'));
      if (target.ends_with('/')) target += "index.html";
      EXPECT_TRUE(fs::is_regular_file(folder / target)) << path << ": " << target;
      ++checked;
    }
  }
  EXPECT_GT(checked, 50);
}

TEST_F(SiteTest, AnArticleStandsInItsColumn) {
  build();
  const auto file = ingest::parse_article_json(read("site/a/one/article.json"), "", diagnostics_);
  ASSERT_TRUE(file && file->context);
  const model::PageContext& context = *file->context;
  using model::Link;
  EXPECT_EQ(context.breadcrumb, (std::vector<Link>{{"Paper & Ink", "../../", "", false},
                                                   {"World", "../../c/world/", "", false}}));
  // All of World, with the column below it, newest first.
  EXPECT_EQ(context.headlines,
            (std::vector<Link>{{"Three", "../three/", "2026-01-03T00:00:00Z", false},
                               {"<Two>", "../two/", "2026-01-02T00:00:00Z", false},
                               {"One", "./", "2026-01-01T00:00:00Z", true}}));
  EXPECT_EQ(context.prev.title, "<Two>");
  EXPECT_EQ(context.next.title, "");
  std::string columns;
  for (const model::Column& column : context.columns) {
    columns += std::to_string(column.depth) + ' ' + column.url + (column.current ? "*\n" : "\n");
  }
  EXPECT_EQ(columns,
            "0 ../../c/world/*\n1 ../../c/world/oceans/\n0 ../../c/arts/\n"
            "1 ../../c/arts/letters/\n");
}

TEST_F(SiteTest, HeadlinesAreTenAtMost) {
  for (int i = 10; i < 30; ++i) {
    const std::string n = std::to_string(i);
    article("n" + n + ".md",
            "title: N" + n + "\nsection: Many\npublished: 2026-02-" + n + "T00:00:00Z");
  }
  build();
  const auto file = ingest::parse_article_json(read("site/a/n15/article.json"), "", diagnostics_);
  ASSERT_TRUE(file && file->context);
  ASSERT_EQ(file->context->headlines.size(), 10u);
  EXPECT_EQ(file->context->headlines[0].title, "N28");  // 2026 has no 29 February
}

TEST_F(SiteTest, AbsoluteUrlsOnlyWithABaseUrl) {
  build();
  for (const auto& [path, text] : site()) {
    EXPECT_EQ(text.find("rel=\"canonical\""), std::string::npos) << path;
    EXPECT_EQ(text.find("og:"), std::string::npos) << path;
  }
  build("https://example.org/news");
  EXPECT_TRUE(
      has("a/two/index.html", "<link rel=\"canonical\" href=\"https://example.org/news/a/two/\">"));
  EXPECT_TRUE(has("a/two/index.html", "content=\"https://example.org/news/_/" + hashed_one("p.")));
  EXPECT_TRUE(has("404.html", "href=\"/news/map/\""));
}

TEST_F(SiteTest, ModulesNameEachOtherByTheirHashes) {
  build();
  const std::string boot = hashed_one("boot."), core = hashed_one("core.");
  EXPECT_EQ(hashed("lectern.").size(), 2u);
  for (const std::string& name : hashed("lectern.")) {
    EXPECT_TRUE(name.ends_with(".wasm") ? has("_/" + name, "wasm")
                                        : has("_/" + name, "new URL(\"./lectern."));
  }
  EXPECT_TRUE(has("_/" + boot, "'./" + core + "'"));
  EXPECT_TRUE(has("a/one/index.html", "<script type=\"module\" src=\"../../_/" + boot +
                                          "\" data-files=\"../../_/" + core + "\" data-worker=\"../../sw.js\""));
}

TEST_F(SiteTest, RulesForHyphensAreThoseOfItsLanguages) {
  write("viewer/core.js", "import(\"./lectern.js\"); at(\"./hyphens-de-1996.js\"); at(\"./hyphens-en-gb.js\"); at(\"./hyphens-fr.js\");\n");
  for (const char* name : {"de-1996", "en-gb", "fr"}) write("viewer/hyphens-" + std::string(name) + ".js", "export default 1;\n");
  article("eins.md", "title: Eins\nlang: de-AT");
  build();
  EXPECT_EQ(hashed("hyphens-").size(), 2u);
  EXPECT_EQ(hashed("hyphens-de-1996.").size() + hashed("hyphens-en-gb.").size(), 2u);
}

TEST_F(SiteTest, NoScriptOrStyleInsideAPage) {
  article("evil.md", "title: \"</title><script>alert(1)</script>\"\nstandfirst: '\" onload=\"x'",
          "<script>alert(2)</script><p style=\"color:red\" onclick=\"x\">text</p>");
  build();
  const std::regex inner("<script(?! src=| type=\"module\" src=| defer src=| type=\"application/ld\\+json\">)|<style|<[^>]*\\s(style|on[a-z]+)=\"");
  for (const auto& [path, html] : site()) {
    if (!path.ends_with("index.html")) continue;
    EXPECT_FALSE(std::regex_search(html, inner)) << path;
  }
}

TEST_F(SiteTest, ASecondBuildTouchesNothing) {
  build();
  const auto before = site();
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
  for (const auto& [path, text] : before)
    fs::last_write_time(root_ / "site" / path, long_ago);
  const SiteResult again = build("", 4);
  EXPECT_EQ(again.written, 0);
  EXPECT_EQ(site(), before);
  for (const auto& [path, text] : before) {
    EXPECT_EQ(fs::last_write_time(root_ / "site" / path), long_ago) << path;
  }
}

TEST_F(SiteTest, AnIncrementalBuildGivesTheBytesOfACleanOne) {
  build("", 4);
  fs::remove(root_ / "content/three.md");
  article("one.md", "title: One more\nsection: [World]");
  write("content/media/p.png", png(41, 30));
  build("", 1);
  auto incremental = site();
  EXPECT_FALSE(exists("site/a/three"));
  fs::remove_all(root_ / "site");
  build("", 3);
  const auto clean = site();
  std::erase_if(incremental, [&](const auto& file) {
    return file.first.starts_with("_/") && !clean.contains(file.first);
  });
  EXPECT_EQ(incremental, clean);
}

TEST_F(SiteTest, HashedFilesStayForOneMoreBuild) {
  build();
  write("content/media/p.png", png(41, 30));
  build();
  EXPECT_EQ(hashed("p.").size(), 2u);  // hosts still hold the pages that name the first
  build();
  EXPECT_EQ(hashed("p.").size(), 2u);  // nothing changed
  write("content/media/p.png", png(42, 30));
  build();
  EXPECT_EQ(hashed("p.").size(), 2u);
}

TEST_F(SiteTest, AKilledBuildIsMended) {
  build();
  const auto before = site();
  write("site/a/one/index.html.lectern-part", "half");
  write("site/a/ghost/index.html", "of a build that was killed");
  write("site/.lectern-files", read("site/.lectern-files") + "a/ghost/index.html\n");
  write("site/.build.lectern-part", "");
  write("site/mine.txt", "not the publisher's");
  build();
  EXPECT_FALSE(exists("site/a/ghost"));
  EXPECT_EQ(read("site/mine.txt"), "not the publisher's");
  fs::remove(root_ / "site/mine.txt");
  EXPECT_EQ(site(), before);
}

TEST_F(SiteTest, AFileThatChangesWhileItIsPublishedIsOneSentence) {
  build();
  const std::string before = read("site/a/one/index.html");
  std::string problem;
  const auto viewer = load_viewer("viewer", problem);
  const auto content = load();
  ASSERT_TRUE(content && viewer);
  write("content/media/p.png", png(41, 30));
  EXPECT_EQ(build_site(*content, *viewer, {"site", "", 1}).problem,
            "content/media/p.png changed while it was being published");
  fs::remove(root_ / "content/media/p.png");
  EXPECT_EQ(build_site(*content, *viewer, {"site", "", 1}).problem,
            "content/media/p.png can't be read any more: No such file or directory");
  EXPECT_EQ(read("site/a/one/index.html"), before);
}

TEST_F(SiteTest, ForgedNotesRemoveNothingOutside) {
  build();
  write("precious", "x");
  write("site/.lectern-files",
        "../precious\n/etc/x\na/../../precious\n" + read("site/.lectern-files"));
  build();
  EXPECT_TRUE(exists("precious"));
}

TEST_F(SiteTest, AViewerThatIsNotWholeIsSaid) {
  std::string problem;
  fs::remove(root_ / "viewer/lectern.wasm");
  EXPECT_FALSE(load_viewer("viewer", problem));
  EXPECT_NE(problem.find("lectern.wasm can't be read in viewer"), std::string::npos) << problem;
  write("viewer/lectern.wasm", "wasm");
  write("viewer/lectern.js", "import './boot.js'; 'lectern.wasm'");
  EXPECT_FALSE(load_viewer("viewer", problem));
  EXPECT_EQ(problem, "the viewer's modules name each other in a circle, at boot.js");
  write("viewer/lectern.js", "/** @typedef {import('./boot.js').X} X */\n");  // only a type
  EXPECT_TRUE(load_viewer("viewer", problem));
}

TEST_F(SiteTest, ColumnsOfOneAddressAreKeptApart) {
  article("x.md", "title: X\nsection: A B");
  article("y.md", "title: Y\nsection: A-B");
  build();
  EXPECT_TRUE(has("c/a-b/index.html", ">X</a>"));
  EXPECT_TRUE(has("c/a-b-2/index.html", ">Y</a>"));
}

}  // namespace
}  // namespace lectern::publish
