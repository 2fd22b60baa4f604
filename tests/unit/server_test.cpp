// SPDX-License-Identifier: MIT
// What the static server answers, as a function of the request.
#include <chrono>

#include "base/sha256.hpp"
#include "server/conditions.hpp"
#include "server/media_type.hpp"
#include "server_fixture.hpp"

namespace lectern::server {
namespace {

TEST(MediaTypes, OfTheSitesFiles) {
  EXPECT_EQ(media_type("x.HASH.wasm"), "application/wasm");
  EXPECT_EQ(media_type("boot.js"), "text/javascript; charset=utf-8");
  EXPECT_EQ(media_type("INDEX.HTML"), "text/html; charset=utf-8");
  EXPECT_EQ(media_type("article.json"), "application/json");
  EXPECT_EQ(media_type("x.webmanifest"), "application/manifest+json");
  EXPECT_EQ(media_type("LICENSE"), "application/octet-stream");
}

TEST(Ranges, AsRfc9110Says) {
  const struct {
    const char* range;
    RangeKind kind;
    std::uint64_t first, length;
  } kRows[] = {
      {"bytes=0-3", RangeKind::part, 0, 4},
      {"bytes=5-", RangeKind::part, 5, 5},
      {"bytes=-3", RangeKind::part, 7, 3},
      {"bytes=-99", RangeKind::part, 0, 10},
      {"BYTES = 2-99999999999999999999", RangeKind::part, 2, 8},
      {"bytes=10-", RangeKind::unsatisfiable, 0, 0},
      {"bytes=-0", RangeKind::unsatisfiable, 0, 0},
      {"bytes=0-1,3-4", RangeKind::whole, 0, 10},
      {"bytes=3-1", RangeKind::whole, 0, 10},
      {"bytes=a-b", RangeKind::whole, 0, 10},
      {"bytes=-", RangeKind::whole, 0, 10},
      {"lines=0-1", RangeKind::whole, 0, 10},
      {"", RangeKind::whole, 0, 10},
  };
  for (const auto& row : kRows) {
    const ByteRange range = parse_range(row.range, 10);
    EXPECT_EQ(static_cast<int>(range.kind), static_cast<int>(row.kind)) << row.range;
    EXPECT_EQ(range.first, row.first) << row.range;
    EXPECT_EQ(range.length, row.length) << row.range;
  }
}

TEST(Conditions, TagsAndCodings) {
  EXPECT_TRUE(matches_etag("\"a\", W/\"b\"", "\"b\""));
  EXPECT_TRUE(matches_etag("*", "\"b\""));
  EXPECT_FALSE(matches_etag("\"a\",,", "\"b\""));
  EXPECT_TRUE(accepts("gzip, deflate, br", "br"));
  EXPECT_TRUE(accepts("br;q=0.1", "br"));
  EXPECT_FALSE(accepts("br;q=0, gzip", "br"));
  EXPECT_FALSE(accepts("brotli", "br"));
}

TEST(Sha256, OfFips180) {
  EXPECT_EQ(csp_hash("abc"), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
  EXPECT_EQ(csp_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  EXPECT_EQ(csp_hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "'sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE='");
}

TEST_F(StaticSiteTest, FoldersAreTheirIndex) {
  EXPECT_EQ(get("/").file.filename(), "index.html");
  EXPECT_EQ(get("/a/one/?view=html").status, 200);
  EXPECT_EQ(get("http://127.0.0.1:8080/a/one/").status, 200);
  const Answer redirect = get("/a/one?view=html");
  EXPECT_EQ(redirect.status, 301);
  EXPECT_EQ(header(redirect, "Location"), "/a/one/?view=html");
}

TEST_F(StaticSiteTest, NothingOutsideIsShown) {
  for (const char* target :
       {"/../secret.txt", "/%2e%2e/secret.txt", "/a/..%2f..%2fsecret.txt", "/..%5csecret.txt",
        "/out.txt", "/up/secret.txt", "/up", "//secret.txt", "/a//one/", "/.lectern-files",
        "/./index.html", "/index.html/", "/a/", "/none", "*", ""}) {
    const Answer answer = get(target);
    EXPECT_EQ(answer.status, 404) << target;
    EXPECT_EQ(answer.file.filename(), "404.html") << target;
  }
  for (const char* target : {"/%00", "/a%0d%0aX: y", "/%", "/%2", "/%zz"}) {
    EXPECT_EQ(get(target).status, 400) << target;
  }
}

TEST_F(StaticSiteTest, ThePageFor404MayHaveItsStyle) {
  EXPECT_NE(header(get("/none"), "Content-Security-Policy").find(csp_hash("p{}")),
            std::string::npos);
  EXPECT_EQ(header(get("/"), "Content-Security-Policy"),
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
            "img-src 'self' https: data:; media-src 'self' https:; object-src 'none'; base-uri 'none'; "
            "require-trusted-types-for 'script'");
}

TEST_F(StaticSiteTest, HashedFilesAreKeptForEver) {
  EXPECT_EQ(header(get("/_/boot.0123456789.js"), "Cache-Control"),
            "public, max-age=31536000, immutable");
  EXPECT_EQ(header(get("/"), "Cache-Control"), "no-cache");
  EXPECT_EQ(header(get("/_/none.js"), "Cache-Control"), "no-cache");
}

TEST_F(StaticSiteTest, AnUnchangedFileIsNotSentAgain) {
  Request request;
  request.if_none_match = header(get("/"), "ETag");
  ASSERT_FALSE(request.if_none_match.empty());
  EXPECT_EQ(get("/", request).status, 304);
  write("site/index.html", "another front");
  EXPECT_EQ(get("/", request).status, 200);
}

TEST_F(StaticSiteTest, APartOfAFile) {
  Request request;
  request.range = "bytes=2-4";
  Answer answer = get("/_/boot.0123456789.js", request);
  EXPECT_EQ(answer.status, 206);
  EXPECT_EQ(answer.first, 2u);
  EXPECT_EQ(answer.length, 3u);
  EXPECT_EQ(header(answer, "Content-Range"), "bytes 2-4/10");
  request.if_range = "\"older\"";
  EXPECT_EQ(get("/_/boot.0123456789.js", request).status, 200);
  request = {};
  request.range = "bytes=10-";
  answer = get("/_/boot.0123456789.js", request);
  EXPECT_EQ(answer.status, 416);
  EXPECT_EQ(header(answer, "Content-Range"), "bytes */10");
}

TEST_F(StaticSiteTest, PackedNeighboursForThoseWhoTakeThem) {
  write("site/index.html.br", "packed");
  Request request;
  request.accept_encoding = "gzip, br";
  const Answer packed = get("/", request);
  EXPECT_EQ(packed.file.filename(), "index.html.br");
  EXPECT_EQ(header(packed, "Content-Encoding"), "br");
  EXPECT_EQ(header(packed, "Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(header(get("/"), "Vary"), "Accept-Encoding");
  EXPECT_NE(header(get("/"), "ETag"), header(packed, "ETag"));
  const fs::path beside = root_ / "site/index.html.br";
  // A build writes the file after what is packed of it.
  fs::last_write_time(beside, fs::last_write_time(root_ / "site/index.html") - std::chrono::seconds(2));
  EXPECT_EQ(get("/", request).file.filename(), "index.html.br");
  fs::last_write_time(beside, fs::file_time_type::clock::now() - std::chrono::hours(1));
  EXPECT_EQ(get("/", request).file.filename(), "index.html");  // it is of an older page
}

TEST_F(StaticSiteTest, OtherMethodsAreRefused) {
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "get"}) {
    Request request;
    request.method = method;
    EXPECT_EQ(get("/", request).status, 405) << method;
  }
}

}  // namespace
}  // namespace lectern::server
