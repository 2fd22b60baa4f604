// SPDX-License-Identifier: MIT
#include "server/http_client.hpp"

#include <chrono>
#include <cstdint>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace lectern::server {
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace {

using tcp = boost::asio::ip::tcp;

constexpr auto kPatience = std::chrono::seconds(10);
constexpr std::uint64_t kMaxBody = std::uint64_t{64} << 20;

// Each step begins the next; what went wrong stays in `error`.
class Exchange {
 public:
  Exchange(const std::string& host, const std::string& port, const std::string& target)
      : host_(host), port_(port) {
    request_.method(http::verb::get);
    request_.target(target);
    request_.version(11);
    request_.set(http::field::host, port == "80" ? host : host + ':' + port);
    request_.set(http::field::user_agent, "lectern-doctor");
    request_.set(http::field::connection, "close");
    parser_.body_limit(kMaxBody);
  }

  beast::error_code run() {
    stream_.expires_after(kPatience);
    resolver_.async_resolve(host_, port_, [this](beast::error_code error, const auto& found) {
      if ((error_ = error)) return;
      stream_.async_connect(found, [this](beast::error_code failed, const tcp::endpoint&) {
        if (!(error_ = failed)) write();
      });
    });
    context_.run_for(kPatience);
    return context_.stopped() ? error_ : beast::error_code(beast::error::timeout);
  }
  const http::response<http::string_body>& response() const { return parser_.get(); }

 private:
  void write() {
    http::async_write(stream_, request_, [this](beast::error_code error, std::size_t) {
      if ((error_ = error)) return;
      http::async_read(stream_, buffer_, parser_,
                       [this](beast::error_code failed, std::size_t) { error_ = failed; });
    });
  }

  boost::asio::io_context context_;
  tcp::resolver resolver_{context_};
  beast::tcp_stream stream_{context_};
  beast::flat_buffer buffer_;
  http::request<http::empty_body> request_;
  http::response_parser<http::string_body> parser_;
  beast::error_code error_;
  const std::string host_, port_;
};

}  // namespace

std::optional<Response> http_get(const std::string& host, const std::string& port,
                                 const std::string& target, std::string& problem) {
  Exchange exchange(host, port, target);
  if (const beast::error_code error = exchange.run()) {
    problem = error.message();
    return std::nullopt;
  }
  Response out;
  out.status = static_cast<int>(exchange.response().result_int());
  for (const auto& field : exchange.response()) {
    out.headers.emplace_back(std::string(field.name_string()), std::string(field.value()));
  }
  out.body = exchange.response().body();
  return out;
}

}  // namespace lectern::server
