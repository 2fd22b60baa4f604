// SPDX-License-Identifier: MIT
// `lectern serve`: shows a published site on this machine.
#include <atomic>
#include <exception>
#include <filesystem>
#include <thread>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/publishing.hpp"
#include "cli/showing.hpp"
#include "cli/watch.hpp"
#include "server/http_server.hpp"
#include "server/live_reload.hpp"
#include "server/static_site.hpp"

namespace lectern::cli {
namespace {

constexpr const char* kUsage =
    "usage: lectern serve SITE [--port N] [--watch CONTENT]\n"
    "Serves a published site on 127.0.0.1 until it is interrupted.\n"
    "  --port N          the port; 0 takes any free one (default: 8080, or the next free one)\n"
    "  --watch CONTENT   first publishes the content folder to SITE, and again whenever it "
    "changes;\n"
    "                    open pages reload. An article with an error is left out until it is mended.\n"
    "With --watch also, as for `lectern build`: --drafts, --future, --base-url URL, --viewer DIR,\n"
    "--excerpts WHEN.\n";

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

// Prints the address and serves until a signal. The exit code.
int serve(server::Handler handler, int port) {
  server::HttpServer server(std::move(handler));
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

int serve_and_watch(const Arguments& arguments, const std::string& folder, int port) {
  if (!time_now()) return kWrongUse;
  Plan plan;
  Showing showing;
  std::string problem;
  if (!choose_showing(arguments, showing, problem)) return fail(kWrongUse, problem);
  const ExitCode planned = make_plan(arguments, arguments.value("--watch"), folder, plan, problem);
  if (planned != kFine) return fail(planned, problem);
  Watch watch(std::move(plan), showing);
  if (!watch.publish()) return kNoAccess;

  const server::StaticSite site(folder);
  server::LiveReload reload(site);
  std::atomic<bool> stopped{false};
  std::thread watcher([&] {
    try {
      watch.run(stopped, [&reload] { reload.changed(); });
    } catch (const std::exception&) {  // must not leave a thread
      complain("serve: memory ran out, so the content is not watched any more");
    }
  });
  const int code =
      serve([&reload](const server::Request& request) { return reload.answer(request); }, port);
  stopped = true;
  watcher.join();
  return code;
}

}  // namespace

int run_serve(const Words& words) {
  const Arguments arguments = parse_arguments(words, {{"--port", true},
                                                      {"--watch", true},
                                                      {"--base-url", true},
                                                      {"--drafts"},
                                                      {"--future"},
                                                      {"--viewer", true},
                                                      {"--excerpts", true}});
  if (arguments.help) return write_output(kUsage) ? kFine : kNoAccess;
  if (!arguments.problem.empty()) return fail(kWrongUse, arguments.problem);
  if (arguments.names.size() != 1) return fail(kWrongUse, "it needs one site (--help says more)");
  const int port = arguments.has("--port") ? parse_number(arguments.value("--port"), 0, 65535) : -1;
  if (arguments.has("--port") && port < 0) {
    return fail(kWrongUse, "--port needs a number from 0 to 65535");
  }
  const std::string& folder = arguments.names[0];
  if (arguments.has("--watch")) return serve_and_watch(arguments, folder, port);
  for (const char* option : {"--base-url", "--drafts", "--future", "--viewer", "--excerpts"}) {
    if (arguments.has(option))
      return fail(kWrongUse, std::string(option) + " needs --watch CONTENT");
  }
  std::error_code failed;
  if (!std::filesystem::is_directory(folder, failed)) {
    return fail(kNoAccess, folder + " is not a folder");
  }
  const server::StaticSite site(folder);
  return serve([&site](const server::Request& request) { return site.answer(request); }, port);
}

}  // namespace lectern::cli
