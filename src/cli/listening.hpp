// SPDX-License-Identifier: MIT
// How a command becomes a server: the port that it takes, and the line that tells its address.
#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "server/http_server.hpp"

namespace lectern::cli {

// The value of --port: -1 when it was not given, -2 when it is none.
int port_of(const Arguments& arguments);

// Listens, prints "Lectern: http://…/" when requests are answered, and serves until a signal. Port
// -1 takes 8080 or the next free one. The exit code; `name` is the command's.
int listen_and_serve(server::HttpServer& server, const std::string& name,
                     const std::string& address, int port);

}  // namespace lectern::cli
