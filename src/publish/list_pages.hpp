// SPDX-License-Identifier: MIT
// Lists of articles over pages: columns, authors, tags, and all stories. Each article is on one of
// them at least, so that a reader (and a search engine) finds it by links alone.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "publish/page_context.hpp"

namespace lectern::publish {

inline constexpr const char* kAllPath = "all/";
inline constexpr std::size_t kStoriesOnPage = 30;

struct Listing {
  std::string title;
  std::string site_path;                    // of its first page
  const std::vector<std::size_t>& stories;  // newest first; the site's own
  int column = -1;                          // an index, for the list of a column
};

// All lists of the site, columns first.
std::vector<Listing> build_listings(const Site& site);

// At least one.
std::size_t page_count(const Listing& listing);

// "c/world/" for the first page, "c/world/2/" for the second.
std::string list_path(const Listing& listing, std::size_t page);

// "World", "World, page 2".
std::string list_title(const Site& site, const Listing& listing, std::size_t page);

// A page from 1 on, as the HTML inside its stage.
std::string write_list_page(const Site& site, const Listing& listing, std::size_t page);

}  // namespace lectern::publish
