// SPDX-License-Identifier: MIT
// What the publisher writes for reading without a network: sw.js with its list, offline.html, and what
// publication.json says of both.
#include <nlohmann/json.hpp>

#include "base/sha256.hpp"
#include "publish/addresses.hpp"
#include "publish/service_worker.hpp"
#include "publish/site_check.hpp"
#include "publish_fixture.hpp"

namespace lectern::publish {
namespace {

class OfflineTest : public PublishTest {
 protected:
  void SetUp() override {
    PublishTest::SetUp();
    write_viewer();
    write("content/publication.json", R"({"title": "Paper"})");
    article("one.md", "title: One\nsection: [World]");
  }
  // The list that stands before the worker's code.
  nlohmann::json listed() const {
    const std::string text = read("site/sw.js");
    const size_t begin = text.find('{'), end = text.find("};\n");
    return nlohmann::json::parse(text.substr(begin, end + 1 - begin));
  }
};

TEST_F(OfflineTest, EachFileOfTheViewerIsListedWithItsHash) {
  build();
  const nlohmann::json site = listed();
  EXPECT_EQ(site["base"], "/");
  EXPECT_EQ(site["files"].size(), 9u);  // style, boot, core, lectern.js and .wasm, kept, look, room.json, find.json
  for (const auto& [path, integrity] : site["files"].items()) {
    EXPECT_TRUE(path.starts_with("_/")) << path;
    EXPECT_EQ(integrity, integrity_of(read("site/" + path))) << path;
  }
}

TEST_F(OfflineTest, TheWorkerStandsAtTheRootAndNamesItsModulesInTheirFolder) {
  build();
  const std::string worker = read("site/sw.js");
  EXPECT_NE(worker.find("import { home } from \"./_/kept."), std::string::npos) << worker;
}

TEST_F(OfflineTest, AnotherFileIsAnotherVersionAndTheSameAreTheSame) {
  build();
  const std::string before = read("site/sw.js");
  build();
  EXPECT_EQ(read("site/sw.js"), before);
  article("two.md", "title: Two");
  build();
  EXPECT_EQ(read("site/sw.js"), before) << "articles are no part of it";
  write("viewer/core.js", "import(\"./lectern.js\"); // changed\n");
  build();
  EXPECT_NE(listed()["version"], nlohmann::json::parse(before.substr(13, before.find("};\n") - 12))["version"]);
}

TEST_F(OfflineTest, TheOfflinePageIsWholeAndLeadsToTheBasePath) {
  build("https://paper.example/sub");
  const std::string page = read("site/offline.html");
  EXPECT_NE(page.find("<style>"), std::string::npos);
  const size_t look = page.find("<script src=\"/sub/_/look.");  // the reader's settings; it is read as well without
  EXPECT_NE(look, std::string::npos);
  EXPECT_EQ(page.find("<script"), look);
  EXPECT_EQ(page.find("<script", look + 1), std::string::npos);
  EXPECT_EQ(page.find("<link rel=\"stylesheet\""), std::string::npos);
  EXPECT_NE(page.find("href=\"/sub/\""), std::string::npos) << page;
  EXPECT_NE(page.find("href=\"/sub/saved/\""), std::string::npos) << page;
  EXPECT_EQ(listed()["base"], "/sub/");
}

TEST_F(OfflineTest, APublicationCanTakeTheWorkerAway) {
  write("content/publication.json", R"({"title": "Paper", "offline": false})");
  build();
  EXPECT_EQ(read("site/sw.js"), "self.off = 1;\n");
  EXPECT_EQ(read("site/a/one/index.html").find("data-worker"), std::string::npos);
}

TEST_F(OfflineTest, TheMoodServiceIsNamedOnEachPage) {
  write("content/publication.json",
        R"({"url": "https://paper.example:8443/x", "moods": {"service": "https://moods.example/api"}})");
  build();
  EXPECT_NE(read("site/a/one/index.html")
                .find(" data-moods=\"https://moods.example/api/\" data-moods-site=\"paper.example\""),
            std::string::npos);
  write("content/publication.json", R"({"moods": {"service": "/", "site": "mine"}})");
  build();
  EXPECT_NE(read("site/a/one/index.html").find(" data-moods=\"/\" data-moods-site=\"mine\""),
            std::string::npos);
}

TEST_F(OfflineTest, AMoodServiceOfAnotherKindIsAnError) {
  for (const char* service : {"ftp://x", "javascript:alert(1)", "moods", "https://a/?b"}) {
    write("content/publication.json", R"({"moods": {"service": ")" + std::string(service) + "\"}}");
    load();
    EXPECT_NE(said().find("must be the address of a mood service"), std::string::npos) << service;
  }
}

TEST_F(OfflineTest, DoctorFindsWhatAVersionLacks) {
  build();
  const auto problems = [&] {
    diagnostics_.clear();
    check_site({"site/"}, [&](const std::string& path) -> std::optional<Fetched> {
      const std::string file = "site/" + file_of(path);
      if (!exists(file)) return Fetched{404, {}, ""};
      const std::string type = file.ends_with(".html")   ? "text/html"
                               : file.ends_with(".js")   ? "text/javascript"
                               : file.ends_with(".css")  ? "text/css"
                               : file.ends_with(".wasm") ? "application/wasm"
                                                         : "application/json";
      Fetched answer{200, {{"content-type", type}, {"access-control-allow-origin", "*"}}, read(file)};
      if (path.find("embed/") == path.npos) answer.headers["x-frame-options"] = "SAMEORIGIN";
      return answer;
    }, diagnostics_);
    return said();
  };
  EXPECT_EQ(problems(), "");
  const auto files = files_of_worker(read("site/sw.js"));
  EXPECT_EQ(files.size(), 10u);
  // The one that no page names.
  const auto kept = std::find_if(files.begin(), files.end(), [](const std::string& it) { return it.find("kept.") != it.npos; });
  ASSERT_NE(kept, files.end());
  std::filesystem::remove(root_ / "site" / *kept);
  EXPECT_NE(problems().find("\"site/sw.js\" needs it"), std::string::npos) << problems();
  std::filesystem::remove(root_ / "site/sw.js");
  EXPECT_NE(problems().find("nothing can be read without a network"), std::string::npos);
}

}  // namespace
}  // namespace lectern::publish
