// SPDX-License-Identifier: MIT
// An HTTP/1.1 server on loopback (Boost.Beast on Asio). It moves bytes; what to answer is
// another's.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "server/static_site.hpp"

namespace lectern::server {

// Called from several threads at once.
using Handler = std::function<Answer(const Request&)>;

class HttpServer {
 public:
  explicit HttpServer(Handler handler);
  ~HttpServer();

  // Listens on 127.0.0.1; port 0 takes any free one. False when it can't; `problem` says why.
  bool listen(std::uint16_t port, std::string& problem);
  std::uint16_t port() const;

  // From now on SIGINT and SIGTERM are a stop(); one that comes before run() is not lost.
  void stop_on_signals();

  // Serves until stop(). Requests have at most
  // 16 KiB of headers and 64 KiB of a body, connections 30 s for each request and each piece of an
  // answer, and there are at most 256 of them.
  void run();
  void stop();  // from any thread

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lectern::server
