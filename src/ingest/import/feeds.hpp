// SPDX-License-Identifier: MIT
// The known feeds, a reader a file. Each gives what it can read; an entry of a wrong type is an
// error with its place and leaves the others as they are.
#pragma once

#include <vector>

#include "ingest/import/feed_item.hpp"

namespace lectern::ingest {

using Articles = std::vector<SourceArticle>;

Articles read_json_feed(const Feed& feed);   // jsonfeed.org/version/1 and 1.1
Articles read_wordpress(const Feed& feed);   // developer.wordpress.org/rest-api/reference/posts
Articles read_ghost(const Feed& feed);       // the export of Ghost's settings, versions 2 to 5
Articles read_json_ld(const Feed& feed);     // schema.org/Article
Articles read_apple_news(const Feed& feed);  // developer.apple.com/documentation/applenews

// The entries of schema.org in a tree that are articles, at most a thousand deep and wide together
// with what is around them.
std::vector<const Value*> find_json_ld(const Value& root);
// What one of them says, all but its text.
void read_json_ld_fields(const Value& object, FeedItem& item);

// Calls `read` for each entry of a list that is an object; says which are none.
template <typename Read>
void for_each_object(const Feed& feed, const Value& list, std::string_view what, Read read) {
  for (const Value& entry : list.items) {
    if (entry.type == ValueType::object) {
      read(entry);
    } else {
      FieldReader(feed.places, feed.report).wrong(entry, what, "an object");
    }
  }
}

}  // namespace lectern::ingest
