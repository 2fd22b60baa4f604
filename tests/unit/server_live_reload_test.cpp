// SPDX-License-Identifier: MIT
// The site that shows itself anew: what is added to its pages, and what is not.
#include <optional>

#include "server/live_reload.hpp"
#include "server_fixture.hpp"

namespace lectern::server {
namespace {

class LiveReloadTest : public StaticSiteTest {
 protected:
  void SetUp() override {
    StaticSiteTest::SetUp();
    write("site/a/one/index.html", "<body>one</body>\n");
    site_.emplace(root_ / "site");
    reload_.emplace(*site_);
  }
  Answer ask(const std::string& target, Request request = {}) {
    request.target = target;
    request.method = "GET";
    return reload_->answer(request);
  }
  std::string version() { return ask("/.lectern/version").text; }

  std::optional<StaticSite> site_;
  std::optional<LiveReload> reload_;
};

TEST_F(LiveReloadTest, APageHasTheScriptAndTheSitesPolicy) {
  const Answer page = ask("/a/one/");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.text,
            "<body>one<script src=\"/.lectern/reload.js?" + version() + "\"></script>\n</body>\n");
  EXPECT_TRUE(page.file.empty());
  EXPECT_EQ(header(page, "ETag"), "");
  EXPECT_EQ(header(page, "Cache-Control"), "no-store");
  EXPECT_NE(header(page, "Content-Security-Policy").find("script-src 'self'"), std::string::npos);
}

TEST_F(LiveReloadTest, APageIsNeverTheOneBefore) {
  Request request;
  request.if_none_match = header(get("/a/one/"), "ETag");
  EXPECT_EQ(get("/a/one/", request).status, 304);
  EXPECT_EQ(ask("/a/one/", request).status, 200);
}

TEST_F(LiveReloadTest, OtherFilesStayAsTheyAre) {
  const Answer script = ask("/_/boot.0123456789.js");
  EXPECT_FALSE(script.file.empty());
  EXPECT_EQ(script.length, 10u);
  EXPECT_EQ(ask("/nothing").status, 404);
  EXPECT_NE(ask("/nothing").text.find("reload.js"), std::string::npos);
  EXPECT_EQ(ask("/.lectern-files").status, 404);
}

TEST_F(LiveReloadTest, AChangeIsAnotherVersion) {
  const std::string before = version();
  EXPECT_EQ(version(), before);
  reload_->changed();
  EXPECT_NE(version(), before);
  EXPECT_NE(LiveReload(*site_).answer({"GET", "/.lectern/version", "", "", "", ""}).text, before);
  EXPECT_EQ(header(ask("/.lectern/reload.js"), "Content-Type"), "text/javascript; charset=utf-8");
}

}  // namespace
}  // namespace lectern::server
