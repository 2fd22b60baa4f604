// SPDX-License-Identifier: MIT
// One client's connection: reads a request, sends the answer, and again while the client keeps it
// open. It lives as long as one of its operations is under way.
#pragma once

#include <array>
#include <atomic>
#include <fstream>
#include <memory>
#include <optional>

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "server/http_server.hpp"

namespace lectern::server {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  // `open` counts the connections; it and the handler outlive this.
  Connection(boost::asio::ip::tcp::socket socket, const Handler& handler, std::atomic<int>& open);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void start();

 private:
  using Body = boost::beast::http::buffer_body;

  void read();
  void on_read(boost::beast::error_code error);
  void refuse(boost::beast::http::status status, const char* sentence);
  void send(Answer answer, bool head, unsigned version, bool keep_alive);
  void write_header(bool head);
  void write_body();
  void finish();
  void drain();
  bool fill();

  boost::beast::tcp_stream stream_;
  const Handler& handler_;
  std::atomic<int>& open_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  std::optional<boost::beast::http::response<Body>> response_;
  std::optional<boost::beast::http::response_serializer<Body>> serializer_;
  Answer answer_;
  std::ifstream file_;
  std::uint64_t left_ = 0;  // bytes of the body still to be read
  std::size_t drained_ = 0;
  std::array<char, 65536> chunk_{};
};

}  // namespace lectern::server
