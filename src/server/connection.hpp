// SPDX-License-Identifier: MIT
// One client's connection: reads a request, sends the answer, and again while the client keeps it
// open. It lives as long as one of its operations is under way. All of it runs on its worker's
// thread.
#pragma once

#include <cstdint>
#include <fstream>
#include <memory>
#include <optional>
#include <string>

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/worker.hpp"

namespace lectern::server {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  // The worker outlives this.
  Connection(Socket socket, Worker& worker);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // The next request.
  void read();

  // The server stops: the connection ends now if it waits for a request, else with its answer.
  void wind_up();
  // Ends when what it waits for has taken too long.
  void check_deadline(Worker::Time now);

 private:
  void read_more();
  void parse();
  void handle();
  void refuse(int status);
  void send(Answer answer);
  void write();
  bool fill();
  void finish();
  void drain();
  void wait_for_client();
  void close();

  Socket socket_;
  Worker& worker_;
  std::string peer_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  std::optional<Worker::Time> deadline_;
  bool reading_ = false;  // a request
  bool head_ = false, keep_alive_ = false;
  unsigned version_ = 11;
  std::string out_;  // what is being sent
  std::ifstream file_;
  std::uint64_t left_ = 0;  // bytes of the file still to be sent
  std::size_t drained_ = 0;
};

}  // namespace lectern::server
