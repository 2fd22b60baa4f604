// SPDX-License-Identifier: MIT
// Pages that lead on: an article's `aliases` are paths that it stood at before, on this site or
// under an older system, and links to them live on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "publish/page_context.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::publish {

struct Redirect {
  std::string path;  // on the site
  std::size_t story = 0;
};

// Where the page for an alias stands: "2019/old.html" for "/2019/old.html", "old/path/" for
// "old/path". Nothing when it is no path on a static site or leads out of it; `problem` then ends a
// sentence.
std::optional<std::string> redirect_path(std::string_view alias, std::string& problem);

// Those of all articles, newest first. A warning for each alias that can't be one, or whose place
// is that of a page, of a file that the site may have, or of an alias before it; it is left out.
// `shown` is the content folder as diagnostics name it. Cost: linear in articles and
// aliases.
std::vector<Redirect> plan_redirects(const Content& content, const std::string& shown,
                                     Diagnostics& diagnostics);

// A page without styles or scripts that the browser leaves at once, with a link for whom it does
// not.
SiteFile write_redirect(const Site& site, const Redirect& redirect);

}  // namespace lectern::publish
