// SPDX-License-Identifier: MIT
// What an article's page shows of the publication around it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "publish/columns.hpp"
#include "publish/content.hpp"
#include "publish/name_pages.hpp"
#include "publish/related.hpp"

namespace lectern::publish {

// All that pages are built from; the content must outlive it.
struct Site {
  const Content& content;
  std::string base_url;  // absolute, without a final slash; "" when not known
  std::vector<ColumnPage> columns;
  std::unordered_map<std::string_view, std::size_t> story_by_id;
  // Of each story: the same in other languages, one of each, by language.
  std::vector<std::vector<std::size_t>> translations;
  std::vector<std::vector<RelatedStory>> related;  // of each story
  std::vector<std::size_t> all_stories;            // every index
  std::vector<NamePage> authors, tags;
  std::string search_path{};  // of the search index's root (publish/search_index)
};
// Cost: that of find_related; it works on `jobs` threads. Throws std::bad_alloc alone.
Site build_site_index(const Content& content, std::string base_url, int jobs,
                      BuildMemory* memory = nullptr);

// The article's own language, or the publication's.
std::string language_of(const Site& site, const model::Article& article);

// The context of content.stories[index], all URLs relative to its page. The story before it in its
// column is the next newer one, the one after it the next older. An article without a section
// stands in the column of all articles. Without the cuts of its text, which is not looked at. Cost: the number of columns, and the stories of its column.
model::PageContext build_context(const Site& site, std::size_t index);
// The same for the page that stands in other sites (publish/embed_page).
model::PageContext build_embed_context(const Site& site, std::size_t index);

}  // namespace lectern::publish
