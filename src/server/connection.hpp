// SPDX-License-Identifier: MIT
// One client's connection: reads a request, sends the answer, and again while the client keeps it
// open. It lives as long as one of its operations is under way. All of it runs on its socket's
// strand.
#pragma once

#include <fstream>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "server/http_server.hpp"
#include "server/open_connections.hpp"

namespace lectern::server {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  // What is given by reference outlives this.
  Connection(boost::asio::ip::tcp::socket socket, const Handler& handler,
             const ServerOptions& options, OpenConnections& open);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void start();

  // The server stops: the connection ends now if it waits for a request, else with its answer.
  void wind_up();

 private:
  using Body = boost::beast::http::buffer_body;

  void read();
  void on_read(boost::beast::error_code error);
  void refuse(int status);
  void send(Answer answer, bool head, unsigned version, bool keep_alive);
  void write_header();
  void write_body();
  void finish();
  void drain();
  bool fill();

  boost::beast::tcp_stream stream_;
  const Handler& handler_;
  const ServerOptions& options_;
  OpenConnections& open_;
  std::string peer_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  std::optional<boost::beast::http::response<Body>> response_;
  std::optional<boost::beast::http::response_serializer<Body>> serializer_;
  Answer answer_;
  std::ifstream file_;
  std::uint64_t left_ = 0;  // bytes of the file still to be read
  std::size_t drained_ = 0;
  bool reading_ = false;  // a request
  std::string chunk_;     // of the file, or of what is thrown away
};

}  // namespace lectern::server
