// SPDX-License-Identifier: MIT
// `lectern serve`: shows a published site on this machine.
#include <filesystem>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "server/http_server.hpp"
#include "server/static_site.hpp"

namespace lectern::cli {
namespace {

constexpr const char* kUsage =
    "usage: lectern serve SITE [--port N]\n"
    "Serves a published site on 127.0.0.1 until it is interrupted.\n"
    "  --port N   the port; 0 takes any free one (default: 8080, or the next free one)\n";

constexpr int kFirstPort = 8080;
constexpr int kPortsToTry = 200;

int fail(ExitCode code, const std::string& sentence) {
  complain("serve: " + sentence);
  return code;
}

bool listen_somewhere(server::HttpServer& server, std::string& problem) {
  for (int port = kFirstPort; port < kFirstPort + kPortsToTry; ++port) {
    if (server.listen(static_cast<std::uint16_t>(port), problem)) return true;
  }
  return false;
}

}  // namespace

int run_serve(const Words& words) {
  const Arguments arguments = parse_arguments(words, {{"--port", true}});
  if (arguments.help) return write_output(kUsage) ? kFine : kNoAccess;
  if (!arguments.problem.empty()) return fail(kWrongUse, arguments.problem);
  if (arguments.names.size() != 1) return fail(kWrongUse, "it needs one site (--help says more)");
  const int port = arguments.has("--port") ? parse_number(arguments.value("--port"), 0, 65535) : -1;
  if (arguments.has("--port") && port < 0) {
    return fail(kWrongUse, "--port needs a number from 0 to 65535");
  }
  const std::string& folder = arguments.names[0];
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed)) {
    return fail(kNoAccess, folder + " is not a folder");
  }

  const server::StaticSite site(folder);
  server::HttpServer server(
      [&site](const server::Request& request) { return site.answer(request); });
  std::string problem;
  const bool listens = port < 0 ? listen_somewhere(server, problem)
                                : server.listen(static_cast<std::uint16_t>(port), problem);
  if (!listens) {
    return fail(kNoAccess, (port < 0 ? "no port from 8080 to 8279 is free: "
                                     : "port " + std::to_string(port) + " can't be had: ") +
                               problem);
  }
  server.stop_on_signals();
  const std::string where = "http://127.0.0.1:" + std::to_string(server.port()) + '/';
  if (!write_output("Lectern: " + where + '\n')) return kNoAccess;
  server.run();
  return kFine;
}

}  // namespace lectern::cli
