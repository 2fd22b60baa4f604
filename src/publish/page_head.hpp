// SPDX-License-Identifier: MIT
// What stands in the head of a page beyond what the template has for all: for search engines, link
// previews and the viewer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "publish/page_context.hpp"

namespace lectern::publish {

struct PageAbout {
  std::string title;        // the page's own
  std::string description;  // "" for none
  std::string site_path;
};

// The page's title with the publication's behind it, as text.
std::string full_title(const Site& site, const std::string& title);

// Where an article is to be found: the place that it names itself, else its page; "" when there is
// neither that nor a base URL.
std::string canonical_url(const Site& site, const model::Article& article);

// An absolute URL of one on an article's page; "" for one that is relative without a base URL, and
// for what is no address on the web.
std::string absolute_on_page(const Site& site, const std::string& id, const std::string& url);

// 0x1f2a37 as "#1f2a37".
std::string hex_color(std::uint32_t rgb);

// <meta> and <link> lines. Absolute URLs stand there only with a base URL: canonical, Open Graph,
// the cards of Twitter, and the links to the feeds.
std::string write_head(const Site& site, const PageAbout& about);

// The same for an article: also its picture, dates, authors and translations, its data for search
// engines (json_ld), and the link to article.json, which the viewer reads. Search engines are asked to pass over
// a story that is not published yet. The article has the URLs of its page, which apply_urls gave it from the
// context.
std::string write_article_head(const Site& site, const model::Article& article,
                               const model::PageContext& context);

}  // namespace lectern::publish
