// SPDX-License-Identifier: MIT
// The newest articles for feed readers, in the three formats that they know. Nothing in them is
// from the clock: a feed is as new as the newest change in it.
#pragma once

#include <string>
#include <vector>

#include "publish/feed_items.hpp"

namespace lectern::publish {

inline constexpr const char* kRssPath = "feed.xml";
inline constexpr const char* kAtomPath = "atom.xml";
inline constexpr const char* kJsonFeedPath = "feed.json";

// RSS 2.0 (rssboard.org/rss-specification) with content:encoded, dc:creator and atom:link.
std::string write_rss(const Site& site, const std::vector<FeedItem>& items);

// RFC 4287.
std::string write_atom(const Site& site, const std::vector<FeedItem>& items);

// JSON Feed 1.1 (jsonfeed.org/version/1.1).
std::string write_json_feed(const Site& site, const std::vector<FeedItem>& items);

}  // namespace lectern::publish
