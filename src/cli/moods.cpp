// SPDX-License-Identifier: MIT
// `lectern moods`: the mood service, and what its keeper can do with what it has kept.
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/listening.hpp"
#include "cli/mood_service.hpp"
#include "moods/sites.hpp"
#include "moods/token.hpp"

namespace lectern::cli {
namespace {

constexpr const char* kUsage =
    "usage: lectern moods --db DATABASE --sites FILE [--port N] [--bind ADDRESS]\n"
    "                     [--behind-proxy] [--limits off]\n"
    "       lectern moods export --db DATABASE --site SITE | --token TOKEN\n"
    "       lectern moods erase  --db DATABASE --site SITE | --token TOKEN\n"
    "Counts the readers' moods until it is interrupted; writes out or erases those of a site, or of\n"
    "one device's token (\"-\" reads it from standard input).\n"
    "  --db DATABASE     sqlite:PATH or postgresql://…\n"
    "  --sites FILE      {\"SITE\": {\"origins\": [\"https://…\"], \"articles\": [\"ID\", …],\n"
    "                    \"withdrawn\": [\"ID\", …]}}; read again when it changes\n"
    "  --port N          the port; 0 takes any free one (default: 8080, or the next free one)\n"
    "  --bind ADDRESS    the address to listen on (default: 127.0.0.1)\n"
    "  --behind-proxy    the last address in X-Forwarded-For is the reader's\n"
    "  --limits off      no rates are limited, for tests under load\n"
    "Requests are logged on standard error, a line of JSON each.\n";

int fail(ExitCode code, const std::string& sentence) {
  complain("moods: " + sentence);
  return code;
}

int serve(const Arguments& arguments) {
  if (!arguments.has("--db") || !arguments.has("--sites")) {
    return fail(kWrongUse, "it needs --db and --sites (--help says more)");
  }
  const int port = port_of(arguments);
  if (port == -2) return fail(kWrongUse, "--port needs a number from 0 to 65535");
  if (arguments.has("--limits") && arguments.value("--limits") != "off") {
    return fail(kWrongUse, "--limits takes only off");
  }
  moods::SiteFile sites(arguments.value("--sites"));
  std::string problem;
  if (!sites.load(problem)) {
    std::fprintf(stderr, "%s\n", problem.c_str());
    return std::filesystem::exists(arguments.value("--sites")) ? kProblems : kNoAccess;
  }
  MoodService service(sites, !arguments.has("--limits"), arguments.has("--behind-proxy"));
  if (!service.open(arguments.value("--db"), problem)) return fail(kNoAccess, problem);
  return service.serve("moods", arguments.value("--bind", "127.0.0.1"), port);
}

// The one database of `export` and `erase`, and what of it.
int choose(const Arguments& arguments, std::unique_ptr<moods::Database>& database,
           moods::Selection& selection) {
  if (!arguments.has("--db") || arguments.has("--site") == arguments.has("--token")) {
    return fail(kWrongUse, "it needs --db and one of --site and --token (--help says more)");
  }
  const std::string address = arguments.value("--db");
  std::error_code failed;
  if (address.starts_with("sqlite:") && !std::filesystem::exists(address.substr(7), failed)) {
    return fail(kNoAccess, address.substr(7) + " is not there");
  }
  std::string token = arguments.value("--token");
  if (token == "-") {
    const auto input = read_input("-");
    if (!input) return kNoAccess;
    token = input->substr(0, input->find_first_of("\r\n"));
  }
  if (arguments.has("--token") && !moods::is_token(token)) {
    return fail(kWrongUse, "that is no token");
  }
  std::string problem;
  moods::Secret secret;
  const auto kind = moods::open_database(address, problem);
  if (kind) database = kind->open(problem);
  if (!database || !database->secret(secret, problem)) return fail(kNoAccess, problem);
  selection.site = arguments.value("--site");
  if (arguments.has("--token")) selection.reader = moods::reader_of(token, secret);
  return kFine;
}

int write_out(const Arguments& arguments) {
  std::unique_ptr<moods::Database> database;
  moods::Selection selection;
  if (const int code = choose(arguments, database, selection)) return code;
  std::string problem;
  bool written = true;
  const bool read = database->list(
      selection,
      [&written](const std::string& site, const std::string& article, const moods::Reader& reader,
                 const moods::Own& own) {
        const std::string mood =
            own.mood ? '"' + std::string(model::kMoods[static_cast<size_t>(*own.mood)].key) + '"'
                     : "null";
        const std::string line = R"({"site":")" + site + R"(","article":")" + article +
                                 R"(","reader":")" + moods::to_hex(reader) + R"(","mood":)" + mood +
                                 R"(,"seq":)" + std::to_string(own.seq) + "}\n";
        return written = std::fwrite(line.data(), 1, line.size(), stdout) == line.size();
      },
      problem);
  if (!read) return fail(kNoAccess, problem);
  return written && write_output("") ? kFine : kNoAccess;
}

int erase(const Arguments& arguments) {
  std::unique_ptr<moods::Database> database;
  moods::Selection selection;
  if (const int code = choose(arguments, database, selection)) return code;
  std::string problem;
  std::int64_t rows = 0;
  if (!database->erase(selection, rows, problem)) return fail(kNoAccess, problem);
  return write_output("erased: " + std::to_string(rows) + '\n') ? kFine : kNoAccess;
}

}  // namespace

int run_moods(const Words& words) {
  const Arguments arguments = parse_arguments(words, {{"--db", true},
                                                      {"--sites", true},
                                                      {"--port", true},
                                                      {"--bind", true},
                                                      {"--limits", true},
                                                      {"--behind-proxy"},
                                                      {"--site", true},
                                                      {"--token", true}});
  if (arguments.help) return write_output(kUsage) ? kFine : kNoAccess;
  if (!arguments.problem.empty()) return fail(kWrongUse, arguments.problem);
  if (arguments.names.empty()) return serve(arguments);
  if (arguments.names.size() == 1 && arguments.names[0] == "export") return write_out(arguments);
  if (arguments.names.size() == 1 && arguments.names[0] == "erase") return erase(arguments);
  return fail(kWrongUse, "it knows export and erase (--help says more)");
}

}  // namespace lectern::cli
