// SPDX-License-Identifier: MIT
// A site that shows itself anew in the browser after it was published again, for `lectern serve
// --watch`. Each HTML page gets a script that asks for the site's version three times a second and
// reloads the page when it is another. Both have addresses that begin with a dot, which no site
// has; the script is a file of the site's own origin, so the pages' policy allows it.
#pragma once

#include <atomic>
#include <string>

#include "server/static_site.hpp"

namespace lectern::server {

class LiveReload {
 public:
  // `site` must outlive this.
  explicit LiveReload(const StaticSite& site);

  // As StaticSite::answer, but that nothing is kept by the browser. From several threads.
  Answer answer(Request request) const;

  // The site is another now. From any thread.
  void changed() { ++count_; }

 private:
  std::string version() const;

  const StaticSite& site_;
  const std::string started_;  // so that pages of a server before this one reload too
  std::atomic<int> count_{0};
};

}  // namespace lectern::server
