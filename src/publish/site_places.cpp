// SPDX-License-Identifier: MIT
#include "publish/site_places.hpp"

#include <algorithm>
#include <utility>

#include "publish/addresses.hpp"
#include "publish/columns.hpp"
#include "publish/feeds.hpp"
#include "publish/index_pages.hpp"
#include "publish/list_pages.hpp"
#include "publish/name_pages.hpp"
#include "publish/redirects.hpp"
#include "publish/references.hpp"
#include "publish/sections.hpp"

namespace lectern::publish {
namespace {

std::string_view without_final_slash(std::string_view path) {
  return path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
}

}  // namespace

SitePlaces::SitePlaces(const Content& content)
    : base_(base_path(content.publication.url).substr(1)) {
  const auto add = [&](const std::string& site_path, const Story* story) {
    std::string key(without_final_slash(percent_decoded(site_path)));
    places_.try_emplace(std::move(key), SitePlace{story, site_path});
  };
  for (const char* own : {"", kMapPath, kAllPath}) add(own, nullptr);
  if (!content.publication.url.empty()) {
    for (const char* feed : {kRssPath, kAtomPath, kJsonFeedPath}) add(feed, nullptr);
  }
  const std::vector<ColumnPage> columns = build_columns(content);
  for (const ColumnPage& column : columns) add(column.site_path, nullptr);
  for (const auto& pages : {build_author_pages(content), build_tag_pages(content)}) {
    for (const NamePage& page : pages) add(page.site_path, nullptr);
  }
  for (const ColumnText& text : content.column_texts) {
    const int column = find_column(columns, text.section);
    const std::string folder = text.path.substr(0, text.path.size() - kColumnText.size());
    places_.try_emplace(std::string(without_final_slash(folder)),
                        SitePlace{nullptr, column < 0 ? "" : columns[static_cast<size_t>(column)].site_path});
  }
  for (const Story& story : content.stories) add(article_path(story.article.id), &story);
  for (const Story& story : content.stories) {
    if (!story.article.base.empty() && !story.article.canonical.empty()) {
      imported_.emplace(without_final_slash(story.article.canonical), &story);
    }
    for (const std::string& alias : story.article.aliases) {
      std::string problem;
      if (const auto path = redirect_path(alias, problem)) add(*path, &story);
    }
  }
}

std::optional<SitePlace> SitePlaces::find(std::string_view path) const {
  path = without_final_slash(path);
  if (path.ends_with("/index.html")) path.remove_suffix(std::string_view("/index.html").size());
  const auto found = places_.find(path);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

const Story* SitePlaces::imported(std::string_view url) const {
  const auto found = imported_.find(without_final_slash(url.substr(0, url.find('#'))));
  return found == imported_.end() ? nullptr : found->second;
}

std::optional<std::string_view> SitePlaces::inside(std::string_view path) const {
  if (!path.starts_with(without_final_slash(base_))) return std::nullopt;
  const std::string_view rest = path.substr(without_final_slash(base_).size());
  if (rest.empty() || base_.empty()) return rest;
  return rest.front() == '/' ? std::optional(rest.substr(1)) : std::nullopt;
}

}  // namespace lectern::publish
