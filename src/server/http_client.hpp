// SPDX-License-Identifier: MIT
// One HTTP/1.1 request and its answer, for `lectern doctor`. No TLS, no redirects, no cookies.
#pragma once

#include <optional>
#include <string>

#include "server/messages.hpp"

namespace lectern::server {

struct Response {
  int status = 0;
  Headers headers;  // names as they came
  std::string body;
};

// GET of a target ("/a/one/") with ten seconds for all of it and at most 64 MiB of a body. Nothing,
// and one sentence in `problem`, when no whole answer came.
std::optional<Response> http_get(const std::string& host, const std::string& port,
                                 const std::string& target, std::string& problem);

}  // namespace lectern::server
