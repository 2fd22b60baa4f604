// SPDX-License-Identifier: MIT
// `lectern check`: every problem of a content folder, or of one file.
#include <algorithm>
#include <filesystem>
#include <tuple>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "ingest/import/source_file.hpp"
#include "ingest/ingest.hpp"
#include "ingest/json_writer.hpp"
#include "publish/content.hpp"

namespace lectern::cli {
namespace {

constexpr const char* kUsage =
    "usage: lectern check CONTENT|FILE [--format text|json]\n"
    "Says every problem of a content folder or file as path:line:col: error|warning: sentence\n"
    "on standard error; with --format json as a JSON list on standard output.\n";

int fail(ExitCode code, const std::string& sentence) {
  complain("check: " + sentence);
  return code;
}

bool by_path_and_place(const Diagnostic& a, const Diagnostic& b) {
  return std::tie(a.path, a.place.line, a.place.column) <
         std::tie(b.path, b.place.line, b.place.column);
}

std::string to_json(const Diagnostics& diagnostics) {
  ingest::JsonWriter out;
  out.begin_list();
  for (const Diagnostic& diagnostic : diagnostics) {
    out.begin_object();
    out.text("path", diagnostic.path);
    out.key("line");
    out.number(diagnostic.place.line);
    out.key("column");
    out.number(diagnostic.place.column);
    out.text("severity", diagnostic.severity == Severity::error ? "error" : "warning");
    out.text("sentence", diagnostic.sentence);
    out.end_object();
  }
  out.end_list();
  return out.take();
}

// Gives false when it cannot be read.
bool check_file(const std::string& path, Diagnostics& diagnostics) {
  const auto text = read_input(path);
  if (!text) return false;
  if (std::filesystem::path(path).filename() == "publication.json") {
    ingest::parse_publication_json(*text, path, diagnostics);
    return true;
  }
  const auto format = ingest::source_format_of(path == "-" ? "-.json" : path, *text);
  const ingest::SourceFile file = ingest::parse_source(*text, path, format);
  diagnostics = file.diagnostics;
  for (const ingest::SourceArticle& made : file.articles)
    diagnostics.insert(diagnostics.end(), made.diagnostics.begin(), made.diagnostics.end());
  return true;
}

bool check_folder(const std::string& path, Diagnostics& diagnostics) {
  publish::LoadOptions options;
  options.future = true;  // what is published later has problems now
  const auto content = publish::load_content(path, options, diagnostics);
  if (content && content->publication.url.empty()) {
    diagnostics.push_back({Severity::warning,
                           path,
                           {},
                           "there is no base URL (\"url\" in publication.json or --base-url), so "
                           "canonical links, feeds and the sitemap are not written"});
  }
  return content.has_value();
}

}  // namespace

int run_check(const Words& words) {
  const Arguments arguments = parse_arguments(words, {{"--format", true}});
  if (arguments.help) return write_output(kUsage) ? kFine : kNoAccess;
  if (!arguments.problem.empty()) return fail(kWrongUse, arguments.problem);
  if (arguments.names.size() != 1) return fail(kWrongUse, "give one content folder or file");
  const std::string format = arguments.value("--format", "text");
  if (format != "text" && format != "json") {
    return fail(kWrongUse, "--format must be text or json");
  }

  const std::string& path = arguments.names[0];
  std::error_code failed;
  const bool folder = std::filesystem::is_directory(path, failed);
  Diagnostics diagnostics;
  const bool readable = folder ? check_folder(path, diagnostics) : check_file(path, diagnostics);
  std::stable_sort(diagnostics.begin(), diagnostics.end(), by_path_and_place);
  if (format == "text") {
    print(diagnostics);
  } else if (!write_output(to_json(diagnostics))) {
    return kNoAccess;
  }
  if (!readable) return kNoAccess;
  return has_error(diagnostics) ? kProblems : kFine;
}

}  // namespace lectern::cli
