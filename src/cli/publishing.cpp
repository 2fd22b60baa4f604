// SPDX-License-Identifier: MIT
#include "cli/publishing.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "cli/clock.hpp"
#include "publish/addresses.hpp"
#include "publish/files.hpp"

namespace lectern::cli {
namespace fs = std::filesystem;
namespace {

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

// "; 2 drafts and 1 with a future date left out"
std::string left_out(const publish::Content& content) {
  std::vector<std::string> parts;
  if (content.drafts > 0)
    parts.push_back(std::to_string(content.drafts) + (content.drafts == 1 ? " draft" : " drafts"));
  if (content.later > 0) parts.push_back(std::to_string(content.later) + " with a future date");
  if (content.expired > 0) parts.push_back(std::to_string(content.expired) + " expired");
  std::string out;
  for (size_t i = 0; i < parts.size(); ++i)
    out += (i == 0 ? "; " : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  return out.empty() ? out : out + " left out";
}

// One memory for each site and content; made by this program alone, since it holds what this program makes of a text.
void plan_memory(Plan& plan) {
  std::error_code failed;
  std::string problem;
  const std::string folder = cache_folder("builds");
  const auto program = publish::read_file("/proc/self/exe", std::size_t{1} << 30, problem);
  if (folder.empty() || !program) return;
  // Absolute first: of a site that is not there yet, weakly_canonical leaves a relative path as it is.
  const auto place_of = [&](const std::string& path) {
    return fs::weakly_canonical(fs::absolute(path, failed), failed).string() + '\n';
  };
  const std::string places = place_of(plan.content) + place_of(plan.site.folder);
  plan.memory_file = folder + '/' + short_hash(places);
  plan.memory_of = hash_quickly(*program, hash_bytes(places + plan.content + (plan.site.compress ? "\ncompress" : "\n") +
                                                     (plan.load.drafts ? "\ndrafts" : "\n")));
}

}  // namespace

std::string cache_folder(const std::string& name) {
  const char* given = std::getenv("XDG_CACHE_HOME");
  if (given && *given == '/') return std::string(given) + "/lectern/" + name;
  const char* home = std::getenv("HOME");
  return home && *home == '/' ? std::string(home) + "/.cache/lectern/" + name : "";
}

ExitCode make_plan(const Arguments& arguments, const std::string& content, const std::string& site,
                   Plan& plan, std::string& problem) {
  plan.content = content;
  plan.site.folder = without_final_slashes(site);
  if (plan.site.folder.empty() || is_same_or_inside(content, plan.site.folder)) {
    problem = "the site can't be written to " + site + ", which holds the content";
    return kWrongUse;
  }
  plan.site.compress = arguments.has("--compress");
  plan.site.jobs = arguments.has("--jobs")
                       ? parse_number(arguments.value("--jobs"), 1, 1024)
                       : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  if (plan.site.jobs < 0) {
    problem = "--jobs needs a number from 1 to 1024";
    return kWrongUse;
  }
  plan.site.base_url = without_final_slashes(arguments.value("--base-url"));
  if (arguments.has("--base-url") && !publish::is_base_url(plan.site.base_url)) {
    problem = "--base-url needs an address such as https://example.org/news";
    return kWrongUse;
  }
  plan.load.jobs = plan.site.jobs;
  plan.load.drafts = arguments.has("--drafts");
  plan.load.future = arguments.has("--future");
  plan.load.except_folder = plan.site.folder;
  plan.load.picture_cache = cache_folder("pictures");
  plan_memory(plan);
  auto viewer = publish::load_viewer(arguments.value("--viewer", default_viewer()), problem);
  if (!viewer) return kNoAccess;
  plan.viewer = std::move(*viewer);
  return kFine;
}

std::optional<publish::Content> read_content(const Plan& plan, Diagnostics& diagnostics) {
  publish::LoadOptions load = plan.load;
  const auto now = time_now();
  if (!now) return std::nullopt;
  load.now_s = *now;
  return publish::load_content(plan.content, load, diagnostics);
}

publish::SiteResult write_site(const Plan& plan, const publish::Content& content) {
  publish::SiteOptions site = plan.site;
  if (site.base_url.empty()) site.base_url = content.publication.url;
  return publish::build_site(content, plan.viewer, site);
}

std::string said_of(const Plan& plan, const publish::Content& content,
                    const publish::SiteResult& result) {
  return "Published " + std::to_string(result.pages) +
         (result.pages == 1 ? " article" : " articles") + " to " + plan.site.folder + " (" +
         std::to_string(result.written) + (result.written == 1 ? " file" : " files") + " changed)" +
         left_out(content) + '\n';
}

}  // namespace lectern::cli
