// SPDX-License-Identifier: MIT
// One thread of the server with the connections that are its own. Nothing of a connection is touched
// by another thread, so nothing is locked. One coarse timer looks after all their deadlines.
#pragma once

#include <atomic>
#include <chrono>
#include <unordered_set>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include "server/http_server.hpp"

namespace lectern::server {

class Connection;

using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp,
                                                boost::asio::io_context::executor_type>;

class Worker {
 public:
  using Time = std::chrono::steady_clock::time_point;

  Worker(const Handler& handler, const ServerOptions& options);

  boost::asio::io_context& context() { return context_; }
  const Handler& handler() const { return handler_; }
  const ServerOptions& options() const { return options_; }
  int count() const { return count_; }

  // Until stop() and the last connection's end.
  void run();

  // From any thread. take() reads requests from a new connection.
  void take(Socket socket);
  void stop();

  // On this worker's thread: connections come, go, and ask.
  void add(Connection* connection);
  void remove(Connection* connection);
  bool stopping() const { return stopping_; }
  static Time now() { return std::chrono::steady_clock::now(); }

 private:
  void look_round();

  const Handler& handler_;
  const ServerOptions& options_;
  std::unordered_set<Connection*> connections_;  // they live in the context, which goes before this
  std::atomic<int> count_{0};
  bool stopping_ = false;
  Time deadline_;  // when stopping
  boost::asio::io_context context_{1};
  boost::asio::steady_timer timer_{context_};
};

}  // namespace lectern::server
