// SPDX-License-Identifier: MIT
// The newest articles as feeds carry them, whole, with absolute addresses; feeds.hpp writes them
// down in its three formats. Only with a base URL.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "publish/page_context.hpp"

namespace lectern::publish {

inline constexpr std::size_t kFeedItems = 50;

struct FeedItem {
  std::string url;
  std::string title;
  std::string lang;
  std::string summary;
  std::string html;   // lead picture, body, corrections
  std::string image;  // "" for none
  std::vector<model::Author> authors;
  std::vector<std::string> categories;      // the section's names, then the tags, each once
  std::optional<std::int64_t> published_s;  // since 1970
  std::optional<std::int64_t> updated_s;    // when it last changed: published_s unless it says more
};

// Newest first, at most kFeedItems; those without a date come last.
std::vector<FeedItem> build_feed_items(const Site& site);

// When the newest change of these was; nothing when none has a date.
std::optional<std::int64_t> last_change(const std::vector<FeedItem>& items);

}  // namespace lectern::publish
