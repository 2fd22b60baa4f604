// SPDX-License-Identifier: MIT
#include "publish/translations.hpp"

#include <map>
#include <numeric>
#include <string>

#include "ingest/report.hpp"

namespace lectern::publish {
namespace {

using ByLanguage = std::map<std::string, size_t>;

class Groups {
 public:
  explicit Groups(size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), size_t{0});
  }
  size_t find(size_t i) {
    while (parent_[i] != i)
      i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  // The newest, whose index is the least, stands for all.
  void join(size_t a, size_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<size_t> parent_;
};

}  // namespace

std::vector<std::vector<std::size_t>> find_translations(const Site& site) {
  const std::vector<Story>& stories = site.content.stories;
  const auto each_named = [&](size_t i, auto&& act) {
    for (const auto& [lang, id] : stories[i].article.translations) {
      const auto found = site.story_by_id.find(id);
      if (found != site.story_by_id.end() && found->second != i) act(found->second);
    }
  };
  Groups groups(stories.size());
  for (size_t i = 0; i < stories.size(); ++i)
    each_named(i, [&](size_t other) { groups.join(i, other); });
  std::map<size_t, ByLanguage> languages;  // of each group
  for (size_t i = 0; i < stories.size(); ++i)
    languages[groups.find(i)].emplace(language_of(site, stories[i].article), i);

  std::vector<std::vector<size_t>> all(stories.size());
  for (size_t i = 0; i < stories.size(); ++i) {
    const ByLanguage& group = languages[groups.find(i)];
    const std::string own = language_of(site, stories[i].article);
    if (group.size() < 2) continue;
    ByLanguage named;
    each_named(
        i, [&](size_t other) { named.emplace(language_of(site, stories[other].article), other); });
    for (const auto& [lang, story] : group) {
      if (lang == own) continue;
      const auto chosen = named.find(lang);
      all[i].push_back(chosen == named.end() ? story : chosen->second);
    }
  }
  return all;
}

std::string translation_fault(const Content& content, const Story& from, const std::string& lang,
                              const Story& to) {
  const auto language = [&](const Story& story) {
    return story.article.lang.empty() ? content.publication.lang : story.article.lang;
  };
  const auto main_part = [](const std::string& tag) { return tag.substr(0, tag.find('-')); };
  const std::string own = language(to);
  if (own == language(from)) {
    return " is in the language of this article, " + ingest::quote(own) +
           ", so the pages don't name each other; its \"lang\" may be missing";
  }
  return main_part(own) == main_part(lang)
             ? ""
             : " is in " + ingest::quote(own) + ", not " + ingest::quote(lang);
}

}  // namespace lectern::publish
