// SPDX-License-Identifier: MIT
// `lectern check`: every problem of a content folder, or of one file.
#include <algorithm>
#include <filesystem>
#include <thread>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/publishing.hpp"
#include "cli/showing.hpp"
#include "ingest/import/source_file.hpp"
#include "ingest/ingest.hpp"
#include "publish/article_checks.hpp"
#include "publish/content.hpp"
#include "publish/theme.hpp"

namespace lectern::cli {
namespace {

constexpr const char* kUsage =
    "usage: lectern check CONTENT|FILE [options]\n"
    "Says every problem of a content folder or file as path:line:col: error|warning: sentence\n"
    "on standard error. The exit code is 1 when one of them is an error, 3 when something can't "
    "be\n"
    "read, else 0.\n"
    "  --strict          also what may well be meant so, as warnings: unknown keys, headings that\n"
    "                    stand twice, translations that don't name each other\n";

int fail(ExitCode code, const std::string& sentence) {
  complain("check: " + sentence);
  return code;
}

void notes_to_warnings(Diagnostics& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::note) diagnostic.severity = Severity::warning;
  }
}

// Gives false when it cannot be read.
bool check_file(const std::string& path, Diagnostics& diagnostics) {
  const auto text = read_input(path);
  if (!text) return false;
  if (std::filesystem::path(path).filename() == "publication.json") {
    publish::check_theme(ingest::parse_publication_json(*text, path, diagnostics), path, diagnostics);
    return true;
  }
  const auto format = ingest::source_format_of(path == "-" ? "-.json" : path, *text);
  const ingest::SourceFile file = ingest::parse_source(*text, path, format);
  diagnostics = file.diagnostics;
  for (const ingest::SourceArticle& made : file.articles) {
    diagnostics.insert(diagnostics.end(), made.diagnostics.begin(), made.diagnostics.end());
    publish::check_article(made.article, path, diagnostics);
  }
  return true;
}

bool check_folder(const std::string& path, std::int64_t now_s, Diagnostics& diagnostics) {
  publish::LoadOptions options;
  options.future = true;  // what is published later has problems now
  options.now_s = now_s;
  options.picture_cache = cache_folder("pictures");
  options.jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  const auto content = publish::load_content(path, options, diagnostics);
  if (content && content->publication.url.empty()) {
    diagnostics.push_back({Severity::warning,
                           path,
                           {},
                           "there is no base URL (\"url\" in publication.json or --base-url), so "
                           "canonical links, feeds and the sitemap are not written",
                           Code::no_base_url});
  }
  return content.has_value();
}

}  // namespace

int run_check(const Words& words) {
  const Arguments arguments =
      parse_arguments(words, {{"--format", true}, {"--excerpts", true}, {"--strict"}});
  if (arguments.help) {
    return write_output(std::string(kUsage) + kShowingHelp) ? kFine : kNoAccess;
  }
  if (!arguments.problem.empty()) return fail(kWrongUse, arguments.problem);
  if (arguments.names.size() != 1) return fail(kWrongUse, "give one content folder or file");
  Showing showing;
  std::string problem;
  if (!choose_showing(arguments, showing, problem)) return fail(kWrongUse, problem);

  const std::string& path = arguments.names[0];
  std::error_code failed;
  const bool folder = std::filesystem::is_directory(path, failed);
  Diagnostics diagnostics;
  const auto now = time_now();
  if (!now) return kWrongUse;
  const bool readable = folder ? check_folder(path, *now, diagnostics) : check_file(path, diagnostics);
  if (arguments.has("--strict")) notes_to_warnings(diagnostics);
  const ExitCode code = exit_code_of(diagnostics);
  if (!show(std::move(diagnostics), showing) || !readable) return kNoAccess;
  return code;
}

}  // namespace lectern::cli
