// SPDX-License-Identifier: MIT
// What search engines are told of the site (sitemaps.org/protocol.html). Only with a base URL.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "publish/page_context.hpp"
#include "publish/viewer_files.hpp"

namespace lectern::publish {

inline constexpr const char* kSitemapPath = "sitemap.xml";
inline constexpr const char* kNewsSitemapPath = "sitemap-news.xml";
inline constexpr std::size_t kSitemapUrls = 50000;  // the protocol allows no more in a file

// sitemap.xml; with more than `most` pages sitemap-1.xml … and sitemap.xml as their index. In it
// are all pages but the articles that name another place as their own (`canonical`), with the time
// of their last change: of a list, that of the newest change in it.
std::vector<SiteFile> write_sitemaps(const Site& site, std::size_t most = kSitemapUrls);

// The articles of 48 hours for Google News (developers.google.com/search/docs/crawling-indexing/
// sitemaps/news-sitemap). They count back from the date of the newest article that is published,
// not from the clock, so that equal input gives equal bytes; with --future that may be one of a day
// to come.
// "" when no article has a date: a sitemap can't be empty.
std::string write_news_sitemap(const Site& site);

// robots.txt: everything is allowed, and the sitemaps that there are.
std::string write_robots(const std::vector<std::string>& sitemap_urls);

}  // namespace lectern::publish
