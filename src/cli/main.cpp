// SPDX-License-Identifier: MIT
// The `lectern` command: finds the command's function by name. What a command takes is its own
// business; what all of them share is here.
#include <algorithm>
#include <csignal>
#include <exception>
#include <iterator>
#include <string>

#include "cli/commands.hpp"
#include "cli/files.hpp"

namespace lectern::cli {
namespace {

struct Command {
  const char* name;
  int (*run)(const Words&);
  const char* purpose;
};

constexpr Command kCommands[] = {
    {"build", run_build, "publish a content folder as a static site"},
    {"check", run_check, "say every problem of a content folder"},
    {"doctor", run_doctor, "say what is wrong with a published site"},
    {"moods", run_moods, "count the readers' moods for one or more sites"},
    {"render", run_render, "write one article as HTML, text or JSON"},
    {"serve", run_serve, "serve a published site for trying it out"},
};

std::string usage() {
  std::string out = "usage: lectern COMMAND …\n\n";
  for (const Command& command : kCommands) {
    std::string name = command.name;
    name.resize(8, ' ');
    out += "  " + name + command.purpose + '\n';
  }
  return out + "\n`lectern COMMAND --help` says more; `lectern --version` says which this is.\n";
}

int answer(const std::string& text) {
  return write_output(text) ? kFine : kNoAccess;
}

int run(const Words& words) {
  // Before a "--" alone, "--version" is never a file or a value.
  const auto options_end = std::find(words.begin(), words.end(), "--");
  if (std::find(words.begin(), options_end, "--version") != options_end) {
    return answer("lectern " LECTERN_VERSION "\n");
  }
  if (words.empty()) {
    complain("a command is missing; `lectern --help` lists them");
    return kWrongUse;
  }
  const std::string& name = words.front();
  if (name == "--help" || name == "-h" || name == "help") return answer(usage());
  const auto command = std::find_if(std::begin(kCommands), std::end(kCommands),
                                    [&](const Command& c) { return name == c.name; });
  if (command == std::end(kCommands)) {
    complain("there is no command " + name + "; `lectern --help` lists them");
    return kWrongUse;
  }
  return command->run(Words(words.begin() + 1, words.end()));
}

}  // namespace
}  // namespace lectern::cli

int main(int count, char** words) {
  // A file that may not grow any more is an error like any other, not an end.
  std::signal(SIGXFSZ, SIG_IGN);
  // Nothing of ours throws; memory can run out, and the standard library says so by throwing.
  try {
    return lectern::cli::run({words + std::min(count, 1), words + count});
  } catch (const std::exception&) {
    lectern::cli::complain("memory ran out");
    return lectern::cli::kNoAccess;
  }
}
