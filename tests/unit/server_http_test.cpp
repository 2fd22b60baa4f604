// SPDX-License-Identifier: MIT
// The server over real connections on loopback.
#include "server/http_server.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>

#include <memory>
#include <thread>
#include <vector>

#include "server_fixture.hpp"

namespace lectern::server {
namespace {

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
    server_ = std::make_unique<HttpServer>(at_once([this](const Request& r) { return site_->answer(r); }));
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
  for (int i = 0; large.size() < 1'000'000; ++i)
    large += std::to_string(i) + ' ';
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
  EXPECT_TRUE(
      send("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n").starts_with("HTTP/1.1 413 "));
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
  for (std::thread& client : clients)
    client.join();
  for (const std::string& answer : answers)
    EXPECT_EQ(body(answer), "front");
  ::close(silent);
}

TEST_F(HttpServerTest, APortIsOneServers) {
  HttpServer second(at_once([](const Request&) { return Answer(); }));
  std::string problem;
  EXPECT_FALSE(second.listen(server_->port(), problem));
  EXPECT_EQ(problem, "Address already in use");
}

}  // namespace
}  // namespace lectern::server
