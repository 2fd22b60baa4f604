// SPDX-License-Identifier: MIT
// A request as whoever answers it sees it, and the answer: no sockets here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace lectern::server {

using Headers = std::vector<std::pair<std::string, std::string>>;

// Header fields are "" when they were not sent.
struct Request {
  std::string method;
  std::string target;  // as it stands in the request line
  std::string if_none_match;
  std::string if_range;
  std::string range;
  std::string accept_encoding;
  std::string authorization;
  std::string content_type;
  std::string forwarded_for;  // X-Forwarded-For, which anybody can write
  std::string host;
  std::string origin;
  std::string body;
  std::string peer;  // the address at the other end of the connection, without its port
  // Runs what it is given on the connection's own thread, from any thread, maybe before it returns.
  std::function<void(std::function<void()>)> run;
};

// The body is `text`, or bytes [first, first + length) of `file` when that is not empty. For HEAD
// it is the one of GET, which the sender leaves away.
struct Answer {
  int status = 200;
  Headers headers;  // without Content-Length
  std::string text;
  std::filesystem::path file;
  std::uint64_t first = 0;
  std::uint64_t length = 0;
};

// Called once for each request, from any thread, at once or later.
using Respond = std::function<void(Answer)>;

// Called from several threads at once. The request lives until it returns.
using Handler = std::function<void(const Request&, Respond)>;

// A handler that knows its answer at once.
template <typename Function>
Handler at_once(Function answer) {
  return [answer](const Request& request, const Respond& respond) { respond(answer(request)); };
}

}  // namespace lectern::server
