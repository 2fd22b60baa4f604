// SPDX-License-Identifier: MIT
#include "cli/showing.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include <sys/ioctl.h>
#include <unistd.h>

#include "base/excerpt.hpp"
#include "cli/files.hpp"
#include "ingest/json_writer.hpp"
#include "ingest/limits.hpp"
#include "publish/files.hpp"

namespace lectern::cli {
namespace {

// More are read by no one, and a terminal takes seconds for them.
constexpr size_t kMaxShown = 2000;

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

int terminal_width() {
  winsize size{};
  const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : Showing{}.columns;
}

std::string_view severity_of(const Diagnostic& diagnostic) {
  return diagnostic.severity == Severity::error ? "error" : "warning";
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
    out.text("severity", severity_of(diagnostic));
    out.text("code", name_of(diagnostic.code));
    out.text("message", diagnostic.sentence);
    out.end_object();
  }
  out.end_list();
  return out.take() + '\n';
}

// The file that the last problem was in, since they come by path.
class Sources {
 public:
  std::string excerpt(const Diagnostic& diagnostic, int columns) {
    if (diagnostic.place.line == 0) return "";
    if (diagnostic.path != path_) {
      path_ = diagnostic.path;
      std::string problem;
      auto text = publish::read_file(path_, ingest::kMaxFileBytes, problem);
      readable_ = text.has_value();
      lines_ = SourceLines(std::move(text).value_or(""));
    }
    return readable_ ? lines_.excerpt(diagnostic.place, columns) : "";
  }

 private:
  std::string path_;
  SourceLines lines_{""};
  bool readable_ = false;
};

// "error:" in red, "warning:" in yellow.
std::string coloured(std::string line, const Diagnostic& diagnostic) {
  const std::string word = std::string(severity_of(diagnostic)) + ':';
  const size_t at = line.size() - diagnostic.sentence.size() - 1 - word.size();
  line.insert(at + word.size(), "\x1b[0m");
  return line.insert(at, diagnostic.severity == Severity::error ? "\x1b[1;31m" : "\x1b[1;33m");
}

std::string to_text(const Diagnostics& diagnostics, const Showing& showing) {
  std::string out;
  Sources sources;
  const size_t count = std::min(diagnostics.size(), kMaxShown);
  for (size_t i = 0; i < count; ++i) {
    const std::string line = to_string(diagnostics[i]);
    out += (showing.colour ? coloured(line, diagnostics[i]) : line) + '\n';
    if (showing.excerpts) out += sources.excerpt(diagnostics[i], showing.columns);
  }
  if (const size_t more = diagnostics.size() - count; more > 0) {
    out += "lectern: there are " + std::to_string(more) + " more problems; --format json has all\n";
  }
  return out;
}

}  // namespace

bool choose_showing(const Arguments& arguments, Showing& showing, std::string& problem) {
  const std::string format = arguments.value("--format", "text");
  const std::string excerpts = arguments.value("--excerpts", "auto");
  if (format != "text" && format != "json") {
    problem = "--format must be text or json";
    return false;
  }
  if (excerpts != "auto" && excerpts != "always" && excerpts != "never") {
    problem = "--excerpts must be auto, always or never";
    return false;
  }
  const std::string_view force = variable("CLICOLOR_FORCE");
  const bool forced = !force.empty() && force != "0";
  const bool terminal = ::isatty(STDERR_FILENO) == 1;
  showing.json = format == "json";
  showing.excerpts = excerpts == "always" || (excerpts == "auto" && (terminal || forced));
  showing.colour =
      variable("NO_COLOR").empty() &&
      (forced || (terminal && variable("CLICOLOR") != "0" && variable("TERM") != "dumb"));
  showing.columns = terminal_width();
  return true;
}

ExitCode exit_code_of(const Diagnostics& diagnostics) {
  const bool unreadable =
      std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) {
        return d.severity == Severity::error && d.code == Code::unreadable;
      });
  return unreadable ? kNoAccess : has_error(diagnostics) ? kProblems : kFine;
}

bool show(Diagnostics diagnostics, const Showing& showing) {
  remove_notes(diagnostics);
  sort_by_place(diagnostics);
  if (showing.json) return write_output(to_json(diagnostics));
  const std::string text = to_text(diagnostics, showing);
  std::fwrite(text.data(), 1, text.size(), stderr);
  return true;
}

}  // namespace lectern::cli
