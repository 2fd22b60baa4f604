// SPDX-License-Identifier: MIT
// What stands in the head of a page beyond what the template has for all: for search engines, link
// previews and the viewer.
#pragma once

#include <string>

#include "publish/page_context.hpp"

namespace lectern::publish {

struct PageAbout {
  std::string title;        // the page's own
  std::string description;  // "" for none
  std::string site_path;
};

// The page's title with the publication's behind it, as text.
std::string full_title(const Site& site, const std::string& title);

// <meta> and <link> lines. Absolute URLs stand there only with a base URL.
std::string write_head(const Site& site, const PageAbout& about);

// The same for an article: also its own canonical URL, picture and dates, and the link to
// article.json, which the browser fetches early and the viewer reads. Search engines are asked to pass
// over a story that is not published yet. `image` is the lead picture's
// URL relative to the page, "" for none.
std::string write_article_head(const Site& site, const model::Article& article, bool unpublished,
                               const std::string& image);

}  // namespace lectern::publish
