// SPDX-License-Identifier: MIT
// `lectern build`: reads and checks a content folder, then publishes it.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/publishing.hpp"
#include "cli/showing.hpp"
#include "publish/memory_file.hpp"

namespace lectern::cli {
namespace {

constexpr const char* kUsage =
    "usage: lectern build CONTENT -o SITE [options]\n"
    "Publishes the content folder as a static site.\n"
    "  -o SITE           the folder to write\n"
    "  --base-url URL    where the site will stand, for canonical addresses, feeds and sitemaps\n"
    "  --jobs N          threads (default: as many as the machine has)\n"
    "  --compress        write .br and .gz beside text and WebAssembly, for hosts that send them\n"
    "  --drafts          publish drafts too, marked as such\n"
    "  --future          publish articles dated in the future too, marked as such\n"
    "  --strict          publish nothing when an article has an error\n"
    "  --viewer DIR      the built viewer (default: ../viewer beside the command)\n";

constexpr const char* kClockHelp =
    "The future begins when the build does, or at the second since 1970 that the variable\n"
    "SOURCE_DATE_EPOCH names: with it, a build can be repeated.\n";

int fail(ExitCode code, const std::string& sentence) {
  complain("build: " + sentence);
  return code;
}

void say_errors(const publish::Content& content) {
  if (content.left_out.empty()) return;
  constexpr size_t kMaxNamed = 20;
  std::string sentence = "build: left out because of errors:";
  const size_t named = std::min(content.left_out.size(), kMaxNamed);
  for (size_t i = 0; i < named; ++i)
    sentence += ' ' + content.left_out[i];
  const size_t more = content.left_out.size() - named;
  complain(more > 0 ? sentence + " and " + std::to_string(more) + " more" : sentence);
}

}  // namespace

int run_build(const Words& words) {
  const Arguments arguments = parse_arguments(words, {{"-o", true},
                                                      {"--base-url", true},
                                                      {"--jobs", true},
                                                      {"--compress"},
                                                      {"--drafts"},
                                                      {"--future"},
                                                      {"--strict"},
                                                      {"--viewer", true},
                                                      {"--format", true},
                                                      {"--excerpts", true}});
  if (arguments.help) {
    return write_output(std::string(kUsage) + kShowingHelp + kClockHelp) ? kFine : kNoAccess;
  }
  if (!arguments.problem.empty()) return fail(kWrongUse, arguments.problem);
  if (arguments.names.size() != 1 || arguments.value("-o").empty()) {
    return fail(kWrongUse, "it needs one content folder and -o SITE (--help says more)");
  }
  if (!time_now()) return kWrongUse;
  Plan plan;
  Showing showing;
  std::string problem;
  if (!choose_showing(arguments, showing, problem)) return fail(kWrongUse, problem);
  const ExitCode planned =
      make_plan(arguments, arguments.names[0], arguments.value("-o"), plan, problem);
  if (planned != kFine) return fail(planned, problem);

  publish::BuildMemory memory;
  if (!plan.memory_file.empty()) memory = publish::load_memory(plan.memory_file, plan.memory_of);
  plan.load.memory = plan.site.memory = &memory;
  Diagnostics diagnostics;
  const auto content = read_content(plan, diagnostics);
  const ExitCode code = exit_code_of(diagnostics);
  if (!show(std::move(diagnostics), showing) || !content) return kNoAccess;
  if (arguments.has("--strict") && code != kFine) {
    return fail(code, "nothing was published, since --strict allows no errors");
  }
  say_errors(*content);
  const publish::SiteResult result = write_site(plan, *content);
  if (!plan.memory_file.empty()) publish::save_memory(plan.memory_file, plan.memory_of, memory);
  if (!result.problem.empty()) return fail(kNoAccess, result.problem);
  const std::string said = said_of(plan, *content, result);
  if (showing.json) {
    std::fputs(said.c_str(), stderr);  // standard output is one JSON document
  } else if (!write_output(said)) {
    return kNoAccess;
  }
  // What the system takes back at once would else be given back piece by piece, which takes longer than a small change.
  std::fflush(nullptr);
  std::_Exit(code);
}

}  // namespace lectern::cli
