// SPDX-License-Identifier: MIT
// `lectern build`: reads and checks a content folder, then publishes it.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <thread>
#include <utility>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/showing.hpp"
#include "publish/addresses.hpp"
#include "publish/content.hpp"
#include "publish/site.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::cli {
namespace fs = std::filesystem;
namespace {

constexpr const char* kUsage =
    "usage: lectern build CONTENT -o SITE [options]\n"
    "Publishes the content folder as a static site.\n"
    "  -o SITE           the folder to write\n"
    "  --base-url URL    where the site will stand, for canonical addresses\n"
    "  --jobs N          threads (default: as many as the machine has)\n"
    "  --drafts          publish drafts too\n"
    "  --future          publish articles dated in the future too\n"
    "  --strict          publish nothing when an article has an error\n"
    "  --viewer DIR      the built viewer (default: ../viewer beside the command)\n";

int fail(ExitCode code, const std::string& sentence) {
  complain("build: " + sentence);
  return code;
}

// build/native/lectern has its viewer in build/viewer.
std::string default_viewer() {
  std::error_code failed;
  const fs::path self = fs::read_symlink("/proc/self/exe", failed);
  return failed ? "build/viewer" : (self.parent_path().parent_path() / "viewer").string();
}

bool is_same_or_inside(const fs::path& path, const fs::path& folder) {
  std::error_code failed;
  const fs::path inner = fs::weakly_canonical(path, failed);
  const fs::path outer = fs::weakly_canonical(folder, failed);
  const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return end == outer.end();
}

std::string without_final_slashes(std::string url) {
  while (url.ends_with('/'))
    url.pop_back();
  return url;
}

void say_left_out(const publish::Content& content) {
  if (!content.left_out.empty()) {
    constexpr size_t kMaxNamed = 20;
    std::string sentence = "build: left out because of errors:";
    const size_t named = std::min(content.left_out.size(), kMaxNamed);
    for (size_t i = 0; i < named; ++i)
      sentence += ' ' + content.left_out[i];
    const size_t more = content.left_out.size() - named;
    complain(more > 0 ? sentence + " and " + std::to_string(more) + " more" : sentence);
  }
  if (content.later > 0) {
    complain("build: " + std::to_string(content.later) +
             (content.later == 1 ? " article is" : " articles are") +
             " dated in the future and left out; --future publishes them");
  }
}

}  // namespace

int run_build(const Words& words) {
  const Arguments arguments = parse_arguments(words, {{"-o", true},
                                                      {"--base-url", true},
                                                      {"--jobs", true},
                                                      {"--drafts"},
                                                      {"--future"},
                                                      {"--strict"},
                                                      {"--viewer", true},
                                                      {"--format", true},
                                                      {"--excerpts", true}});
  if (arguments.help) {
    return write_output(std::string(kUsage) + kShowingHelp) ? kFine : kNoAccess;
  }
  if (!arguments.problem.empty()) return fail(kWrongUse, arguments.problem);
  if (arguments.names.size() != 1 || arguments.value("-o").empty()) {
    return fail(kWrongUse, "it needs one content folder and -o SITE (--help says more)");
  }
  const std::string folder = arguments.names[0];
  publish::SiteOptions options;
  options.folder = without_final_slashes(arguments.value("-o"));
  if (options.folder.empty() || is_same_or_inside(folder, options.folder)) {
    return fail(kWrongUse, "the site can't be written to " + arguments.value("-o") +
                               ", which holds the content");
  }
  options.jobs = arguments.has("--jobs")
                     ? parse_number(arguments.value("--jobs"), 1, 1024)
                     : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  if (options.jobs < 0) return fail(kWrongUse, "--jobs needs a number from 1 to 1024");
  options.base_url = without_final_slashes(arguments.value("--base-url"));
  if (arguments.has("--base-url") && !publish::is_base_url(options.base_url)) {
    return fail(kWrongUse, "--base-url needs an address such as https://example.org/news");
  }

  Showing showing;
  std::string problem;
  if (!choose_showing(arguments, showing, problem)) return fail(kWrongUse, problem);
  const auto viewer = publish::load_viewer(arguments.value("--viewer", default_viewer()), problem);
  if (!viewer) return fail(kNoAccess, problem);

  Diagnostics diagnostics;
  publish::LoadOptions load;
  load.drafts = arguments.has("--drafts");
  load.future = arguments.has("--future");
  load.now_s = static_cast<std::int64_t>(std::time(nullptr));
  load.except_folder = options.folder;
  const auto content = publish::load_content(folder, load, diagnostics);
  const bool wrong = has_error(diagnostics);
  if (!show(std::move(diagnostics), showing)) return kNoAccess;
  if (!content) return kNoAccess;
  if (arguments.has("--strict") && wrong) {
    return fail(kProblems, "nothing was published, since --strict allows no errors");
  }
  say_left_out(*content);
  if (options.base_url.empty()) options.base_url = content->publication.url;
  const publish::SiteResult result = publish::build_site(*content, *viewer, options);
  if (!result.problem.empty()) return fail(kNoAccess, result.problem);
  const std::string said = "Published " + std::to_string(result.pages) +
                           (result.pages == 1 ? " article" : " articles") + " to " +
                           options.folder + " (" + std::to_string(result.written) +
                           (result.written == 1 ? " file" : " files") + " changed)\n";
  if (showing.json) {
    std::fputs(said.c_str(), stderr);  // standard output is one JSON document
  } else if (!write_output(said)) {
    return kNoAccess;
  }
  return wrong ? kProblems : kFine;
}

}  // namespace lectern::cli
