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
#include "cli/listening.hpp"
#include "cli/mood_service.hpp"
#include "cli/publishing.hpp"
#include "cli/showing.hpp"
#include "cli/watch.hpp"
#include "server/live_reload.hpp"
#include "server/static_site.hpp"

namespace lectern::cli {
namespace {

constexpr const char* kUsage =
    "usage: lectern serve SITE [--port N] [--watch CONTENT] [--moods DATABASE]\n"
    "Serves a published site on 127.0.0.1 until it is interrupted.\n"
    "  --port N          the port; 0 takes any free one (default: 8080, or the next free one)\n"
    "  --watch CONTENT   first publishes the content folder to SITE, and again whenever it "
    "changes;\n"
    "                    open pages reload. An article with an error is left out until it is mended.\n"
    "  --moods DATABASE  also counts the readers' moods (sqlite:PATH or postgresql://…)\n"
    "With --watch also, as for `lectern build`: --drafts, --future, --base-url URL, --viewer DIR,\n"
    "--excerpts WHEN.\n";

int fail(ExitCode code, const std::string& sentence) {
  complain("serve: " + sentence);
  return code;
}

// Serves the handler's answers, and the moods beside them where --moods names a database.
int serve(const Arguments& arguments, const std::string& folder, server::Handler handler,
          int port) {
  if (!arguments.has("--moods")) {
    server::HttpServer server(std::move(handler));
    return listen_and_serve(server, "serve", "127.0.0.1", port);
  }
  const moods::SiteFolder site(folder);
  MoodService service(site, false, false);
  std::string problem;
  if (!service.open(arguments.value("--moods"), problem)) return fail(kNoAccess, problem);
  return service.serve("serve", "127.0.0.1", port, std::move(handler));
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
  const int code = serve(
      arguments, folder,
      server::at_once([&reload](const server::Request& r) { return reload.answer(r); }), port);
  stopped = true;
  watcher.join();
  return code;
}

}  // namespace

int run_serve(const Words& words) {
  const Arguments arguments = parse_arguments(words, {{"--port", true},
                                                      {"--watch", true},
                                                      {"--moods", true},
                                                      {"--base-url", true},
                                                      {"--drafts"},
                                                      {"--future"},
                                                      {"--viewer", true},
                                                      {"--excerpts", true}});
  if (arguments.help) return write_output(kUsage) ? kFine : kNoAccess;
  if (!arguments.problem.empty()) return fail(kWrongUse, arguments.problem);
  if (arguments.names.size() != 1) return fail(kWrongUse, "it needs one site (--help says more)");
  const int port = port_of(arguments);
  if (port == -2) return fail(kWrongUse, "--port needs a number from 0 to 65535");
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
  return serve(arguments, folder,
               server::at_once([&site](const server::Request& r) { return site.answer(r); }), port);
}

}  // namespace lectern::cli
