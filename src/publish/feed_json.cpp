// SPDX-License-Identifier: MIT
#include "ingest/json_writer.hpp"
#include "publish/addresses.hpp"
#include "publish/feeds.hpp"
#include "publish/timestamp.hpp"

namespace lectern::publish {
namespace {

using ingest::JsonWriter;

void write_authors(const FeedItem& item, JsonWriter& out) {
  if (item.authors.empty()) return;
  out.key("authors");
  out.begin_list();
  for (const model::Author& author : item.authors) {
    out.begin_object();
    out.text("name", author.name);
    out.some_text("url", author.url);
    out.end_object();
  }
  out.end_list();
}

void write_item(const FeedItem& item, JsonWriter& out) {
  out.begin_object();
  out.text("id", item.url);
  out.text("url", item.url);
  out.text("title", item.title);
  out.text("content_html", item.html);
  out.some_text("summary", item.summary);
  out.some_text("image", item.image);
  if (item.published_s) out.text("date_published", write_timestamp(*item.published_s));
  if (item.updated_s) out.text("date_modified", write_timestamp(*item.updated_s));
  write_authors(item, out);
  if (!item.categories.empty()) {
    out.key("tags");
    out.begin_list();
    for (const std::string& category : item.categories)
      out.text(category);
    out.end_list();
  }
  out.text("language", item.lang);
  out.end_object();
}

}  // namespace

std::string write_json_feed(const Site& site, const std::vector<FeedItem>& items) {
  JsonWriter out;
  out.begin_object();
  out.text("version", "https://jsonfeed.org/version/1.1");
  out.text("title", site.content.publication.title);
  out.text("home_page_url", absolute_url(site.base_url, ""));
  out.text("feed_url", absolute_url(site.base_url, kJsonFeedPath));
  out.text("language", site.content.publication.lang);
  out.key("items");
  out.begin_list();
  for (const FeedItem& item : items)
    write_item(item, out);
  out.end_list();
  out.end_object();
  return out.take();
}

}  // namespace lectern::publish
