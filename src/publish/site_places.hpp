// SPDX-License-Identifier: MIT
// What an address from a site's root ("/old/place.html", "/c/world/") leads to on the site that is
// published, beside the files of the content folder (publish/references).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "publish/content.hpp"

namespace lectern::publish {

struct SitePlace {
  const Story* story = nullptr;  // an article, by its own address or one of its aliases
  std::string path;              // else the site path of a page that lists
};

class SitePlaces {
 public:
  // Those of a content that is read; it must outlive this. Cost: n log n in its articles.
  explicit SitePlaces(const Content& content);

  // `path` has no slash at its start and no percent-encoding. Nothing when the site has no such page.
  std::optional<SitePlace> find(std::string_view path) const;

  // The article from elsewhere that first stood at this absolute URL; null when there is none.
  const Story* imported(std::string_view url) const;

  // Without the base URL's own path, which may stand before it; nothing for an address on the same
  // host that lies outside of the site.
  std::optional<std::string_view> inside(std::string_view path) const;

 private:
  std::string base_;  // the path of the base URL: "" or "news/"
  std::map<std::string, SitePlace, std::less<>> places_;  // by the path, without a final slash
  std::map<std::string, const Story*, std::less<>> imported_;  // by canonical address, likewise
};

}  // namespace lectern::publish
