// SPDX-License-Identifier: MIT
// Pages of authors and tags: which there are, where they stand, and what they list.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "publish/content.hpp"

namespace lectern::publish {

struct NamePage {
  std::string key;                   // the name as it is compared (fold_name)
  std::string name;                  // as its oldest story has it
  std::string site_path;             // "tag/harbour/"
  std::vector<std::size_t> stories;  // newest first
};

// By key. Of two names that would share an address the one with the oldest story has it, so that a
// new story moves no page; the others get a hash of their own behind it. An author has a page who
// has no address of their own in at least one story.
std::vector<NamePage> build_author_pages(const Content& content);
std::vector<NamePage> build_tag_pages(const Content& content);

// Null when there is none. Cost: logarithmic.
const NamePage* find_name_page(const std::vector<NamePage>& pages, std::string_view name);

}  // namespace lectern::publish
