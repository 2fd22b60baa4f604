// SPDX-License-Identifier: MIT
#include "publish/name_pages.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/fold.hpp"
#include "base/hash.hpp"
#include "base/slug.hpp"
#include "publish/addresses.hpp"
#include "publish/words.hpp"

namespace lectern::publish {
namespace {

class Collector {
 public:
  // Stories come newest first, so the last form of a name is that of the oldest.
  void add(const std::string& name, std::size_t story) {
    std::string key = fold_name(name);
    NamePage& page = pages_[key];
    page.key = std::move(key);
    page.name = name;
    if (page.stories.empty() || page.stories.back() != story) page.stories.push_back(story);
  }

  std::vector<NamePage> take(const std::string& folder) {
    std::vector<NamePage> pages;
    for (auto& [key, page] : pages_)
      pages.push_back(std::move(page));
    std::vector<NamePage*> oldest_first;
    for (NamePage& page : pages)
      oldest_first.push_back(&page);
    std::stable_sort(
        oldest_first.begin(), oldest_first.end(),
        [](const NamePage* a, const NamePage* b) { return a->stories.back() > b->stories.back(); });
    std::set<std::string> taken;
    for (NamePage* page : oldest_first) {
      std::string part = slug(page->name);
      if (!taken.insert(folded(part)).second) part += '-' + short_hash(page->key);
      taken.insert(folded(part));
      page->site_path = folder + encode_part(part) + '/';
    }
    return pages;
  }

 private:
  std::map<std::string, NamePage> pages_;
};

}  // namespace

std::vector<NamePage> build_author_pages(const Content& content) {
  std::set<std::string> without_address;
  for (const Story& story : content.stories) {
    for (const model::Author& author : story.article.authors) {
      if (author.url.empty()) without_address.insert(fold_name(author.name));
    }
  }
  Collector authors;
  for (std::size_t i = 0; i < content.stories.size(); ++i) {
    for (const model::Author& author : content.stories[i].article.authors) {
      if (without_address.contains(fold_name(author.name))) authors.add(author.name, i);
    }
  }
  return authors.take("author/");
}

std::vector<NamePage> build_tag_pages(const Content& content) {
  Collector tags;
  for (std::size_t i = 0; i < content.stories.size(); ++i) {
    for (const std::string& tag : content.stories[i].article.tags)
      tags.add(tag, i);
  }
  return tags.take("tag/");
}

const NamePage* find_name_page(const std::vector<NamePage>& pages, std::string_view name) {
  const std::string key = fold_name(name);
  const auto found = std::lower_bound(
      pages.begin(), pages.end(), key,
      [](const NamePage& page, const std::string& wanted) { return page.key < wanted; });
  return found == pages.end() || found->key != key ? nullptr : &*found;
}

}  // namespace lectern::publish
