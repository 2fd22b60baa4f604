// SPDX-License-Identifier: MIT
// An HTTP/1.1 server (Boost.Beast on Asio). It moves bytes; what to answer is another's.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "server/messages.hpp"

namespace lectern::server {

struct ServerOptions {
  std::string address = "127.0.0.1";  // IPv4 or IPv6
  int threads = 4;                    // a slow disk holds up the connections of one
  int max_connections = 256;          // further ones are closed unanswered
  std::uint32_t max_header_bytes = 16 * 1024;
  std::uint64_t max_body_bytes = 64 * 1024;
  // For one request to come in, and for one piece of an answer to go out.
  std::chrono::seconds patience{30};
  // After stop(): for the requests that are under way to be answered.
  std::chrono::seconds grace{1};
  // What a request gets that can't be handed on: 400, 413 or 431. By default a sentence as text.
  std::function<Answer(int status)> refuse;
};

class HttpServer {
 public:
  explicit HttpServer(Handler handler, ServerOptions options = {});
  ~HttpServer();

  // Listens; port 0 takes any free one. False when it can't; `problem` says why.
  bool listen(std::uint16_t port, std::string& problem);
  std::uint16_t port() const;

  // From now on SIGINT and SIGTERM are a stop(); one that comes before run() is not lost.
  void stop_on_signals();

  // Serves until stop().
  void run();

  // Takes no more connections, closes those that wait for a request, and ends run() when the others
  // have their answers, or the grace is over. From any thread.
  void stop();

  int open_connections() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// As many files and sockets as the system lets this process open. How many that is.
std::uint64_t raise_file_limit();

}  // namespace lectern::server
