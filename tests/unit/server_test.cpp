// SPDX-License-Identifier: MIT
// The static server: what it answers, and that it does so over a real connection.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "server/conditions.hpp"
#include "server/http_server.hpp"
#include "server/media_type.hpp"
#include "server/sha256.hpp"
#include "server/static_site.hpp"

namespace lectern::server {
namespace {

namespace fs = std::filesystem;

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

class StaticSiteTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("lectern-server-" + std::to_string(::getpid()));
    fs::remove_all(root_);
    write("secret.txt", "secret");
    write("site/index.html", "front");
    write("site/a/one/index.html", "one");
    write("site/_/boot.0123456789.js", "0123456789");
    write("site/.lectern-files", "notes");
    write("site/404.html", "<style>p{}</style>not here");
    fs::create_symlink(root_ / "secret.txt", root_ / "site/out.txt");
    fs::create_symlink(root_, root_ / "site/up");
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& path, const std::string& text) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << text;
  }
  Answer get(const std::string& target, Request request = {}) {
    request.target = target;
    if (request.method.empty()) request.method = "GET";
    return StaticSite(root_ / "site").answer(request);
  }
  static std::string header(const Answer& answer, const std::string& name) {
    for (const auto& [key, value] : answer.headers) {
      if (key == name) return value;
    }
    return "";
  }

  fs::path root_;
};

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
            "img-src 'self' https: data:; object-src 'none'; base-uri 'none'; "
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
  fs::last_write_time(root_ / "site/index.html.br", fs::file_time_type::clock::now() - std::chrono::hours(1));
  EXPECT_EQ(get("/", request).file.filename(), "index.html");  // it is of an older page
}

TEST_F(StaticSiteTest, OtherMethodsAreRefused) {
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "get"}) {
    Request request;
    request.method = method;
    EXPECT_EQ(get("/", request).status, 405) << method;
  }
}

// A client made of a bare socket: sends the text, gives everything until the server closes.
std::string exchange(std::uint16_t port, const std::string& text) {
  const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string got;
  if (::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
    ::send(fd, text.data(), text.size(), MSG_NOSIGNAL);
    char buffer[65536];
    for (ssize_t size = 0; (size = ::recv(fd, buffer, sizeof buffer, 0)) > 0;) {
      got.append(buffer, static_cast<size_t>(size));
    }
  }
  ::close(fd);
  return got;
}

class HttpServerTest : public StaticSiteTest {
 protected:
  void SetUp() override {
    StaticSiteTest::SetUp();
    site_ = std::make_unique<StaticSite>(root_ / "site");
    server_ = std::make_unique<HttpServer>([this](const Request& r) { return site_->answer(r); });
    std::string problem;
    ASSERT_TRUE(server_->listen(0, problem)) << problem;
    thread_ = std::thread([this] { server_->run(); });
  }
  void TearDown() override {
    server_->stop();
    thread_.join();
    StaticSiteTest::TearDown();
  }
  std::string send(const std::string& text) const { return exchange(server_->port(), text); }
  static std::string body(const std::string& answer) {
    const size_t end = answer.rfind("\r\n\r\n");
    return end == std::string::npos ? "" : answer.substr(end + 4);
  }

  std::unique_ptr<StaticSite> site_;
  std::unique_ptr<HttpServer> server_;
  std::thread thread_;
};

constexpr const char* kClose = "Host: x\r\nConnection: close\r\n\r\n";

TEST_F(HttpServerTest, SendsAFileOfAnySize) {
  std::string large;
  for (int i = 0; large.size() < 1'000'000; ++i) large += std::to_string(i) + ' ';
  write("site/large.txt", large);
  const std::string answer = send(std::string("GET /large.txt HTTP/1.1\r\n") + kClose);
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_TRUE(body(answer) == large);
  const std::string part =
      send(std::string("GET /large.txt HTTP/1.1\r\nRange: bytes=500000-500009\r\n") + kClose);
  EXPECT_EQ(body(part), large.substr(500000, 10));
}

TEST_F(HttpServerTest, KeepsAConnection) {
  const std::string answer = send(
      "HEAD / HTTP/1.1\r\nHost: x\r\n\r\n"
      "GET /a/one/ HTTP/1.1\r\nHost: x\r\n\r\n" +
      std::string("GET /none HTTP/1.1\r\n") + kClose);
  EXPECT_NE(answer.find("Content-Length: 5\r\n\r\nHTTP/1.1 200 OK"), std::string::npos) << answer;
  EXPECT_NE(answer.find("\r\n\r\noneHTTP/1.1 404 Not Found"), std::string::npos) << answer;
}

TEST_F(HttpServerTest, RefusesWhatIsNoRequestOrTooLarge) {
  EXPECT_TRUE(send("hello\r\n\r\n").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(send("GET / HTTP/1.1\r\nX: " + std::string(20000, 'x') + "\r\n\r\n")
                  .starts_with("HTTP/1.1 431 "));
  EXPECT_TRUE(send("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n")
                  .starts_with("HTTP/1.1 413 "));
}

TEST_F(HttpServerTest, ServesManyAtOnce) {
  // One client that says nothing must not keep the others waiting.
  const int silent = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(server_->port());
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ASSERT_EQ(::connect(silent, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  std::vector<std::string> answers(20);
  std::vector<std::thread> clients;
  for (std::string& answer : answers) {
    clients.emplace_back([&] { answer = send(std::string("GET / HTTP/1.1\r\n") + kClose); });
  }
  for (std::thread& client : clients) client.join();
  for (const std::string& answer : answers) EXPECT_EQ(body(answer), "front");
  ::close(silent);
}

TEST_F(HttpServerTest, APortIsOneServers) {
  HttpServer second([](const Request&) { return Answer(); });
  std::string problem;
  EXPECT_FALSE(second.listen(server_->port(), problem));
  EXPECT_EQ(problem, "Address already in use");
}

}  // namespace
}  // namespace lectern::server
