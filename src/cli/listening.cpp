// SPDX-License-Identifier: MIT
#include "cli/listening.hpp"

#include <cstdint>

#include "cli/files.hpp"

namespace lectern::cli {
namespace {

constexpr int kFirstPort = 8080;
constexpr int kPortsToTry = 200;

bool listen_somewhere(server::HttpServer& server, std::string& problem) {
  for (int port = kFirstPort; port < kFirstPort + kPortsToTry; ++port) {
    if (server.listen(static_cast<std::uint16_t>(port), problem)) return true;
  }
  return false;
}

}  // namespace

int port_of(const Arguments& arguments) {
  if (!arguments.has("--port")) return -1;
  const int port = parse_number(arguments.value("--port"), 0, 65535);
  return port < 0 ? -2 : port;
}

int listen_and_serve(server::HttpServer& server, const std::string& name,
                     const std::string& address, int port) {
  std::string problem;
  const bool listens = port < 0 ? listen_somewhere(server, problem)
                                : server.listen(static_cast<std::uint16_t>(port), problem);
  if (!listens) {
    complain(name + ": " +
             (port < 0 ? "no port from 8080 to 8279 is free: "
                       : "port " + std::to_string(port) + " can't be had: ") +
             problem);
    return kNoAccess;
  }
  server.stop_on_signals();
  const std::string host = address.find(':') == std::string::npos ? address : '[' + address + ']';
  const std::string where = "http://" + host + ':' + std::to_string(server.port()) + '/';
  if (!write_output("Lectern: " + where + '\n')) return kNoAccess;
  server.run();
  return kFine;
}

}  // namespace lectern::cli
