// SPDX-License-Identifier: MIT
// What `lectern build` and `lectern serve --watch` share: a content folder becomes a site.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "cli/arguments.hpp"
#include "publish/content.hpp"
#include "publish/site.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::cli {

struct Plan {
  std::string content;
  publish::SiteOptions site;
  publish::LoadOptions load;
  publish::ViewerFiles viewer;
  // Where the next build finds what this one remembers; "" for nowhere. And what else that depends on: this program and
  // what it was asked for.
  std::string memory_file;
  std::uint64_t memory_of = 0;
};

// Where something is kept for later builds: lectern/NAME in the user's cache folder (XDG_CACHE_HOME, else ~/.cache); ""
// for a user who has none.
std::string cache_folder(const std::string& name);

// From --base-url, --jobs, --compress, --drafts, --future and --viewer, where a command has them. When it can't
// be made: an exit code, and one sentence in `problem`.
ExitCode make_plan(const Arguments& arguments, const std::string& content, const std::string& site,
                   Plan& plan, std::string& problem);

// Reads the content as of now (cli/clock). Nothing when it can't be read.
std::optional<publish::Content> read_content(const Plan& plan, Diagnostics& diagnostics);

// Writes the site; the content's own address stands in for a base URL.
publish::SiteResult write_site(const Plan& plan, const publish::Content& content);

// "Published 3 articles to SITE (4 files changed); 2 drafts left out" and a line end.
std::string said_of(const Plan& plan, const publish::Content& content,
                    const publish::SiteResult& result);

}  // namespace lectern::cli
