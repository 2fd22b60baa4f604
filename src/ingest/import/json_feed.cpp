// SPDX-License-Identifier: MIT
// JSON Feed 1.0 (one "author") and 1.1 ("authors", "language").
#include "ingest/import/feeds.hpp"

namespace lectern::ingest {
namespace {

void read_authors(const Value& in, FeedItem& item) {
  if (const Value* authors = item.list(in, "authors")) {
    for (const Value& author : authors->items)
      item.add_author(name_in(author, "name"), name_in(author, "url"));
  }
  const Value* author = FeedItem::find(in, "author");
  if (author && item.article().authors.empty()) {
    item.add_author(name_in(*author, "name"), name_in(*author, "url"));
  }
}

// What the feed says for all of its items, so that it is looked for once.
Value common_of(const Value& root) {
  Value out;
  out.type = ValueType::object;
  for (const std::string_view key : {"authors", "author", "language", "home_page_url", "feed_url"}) {
    if (const Value* value = FeedItem::find(root, key)) {
      out.members.push_back({std::string(key), value->offset, *value});
    }
  }
  return out;
}

SourceArticle read_item(const Feed& feed, const Value& common, const Value& entry) {
  FeedItem item(feed, entry);
  model::Article& article = item.article();
  item.line(entry, "title", article.title);
  item.line(entry, "summary", article.standfirst);
  item.date(entry, "date_published", article.published);
  item.date(entry, "date_modified", article.updated);
  if (!item.image(entry, "image")) item.image(entry, "banner_image");
  item.link(entry, "url", article.canonical);
  for (const std::string_view key : {"feed_url", "home_page_url"}) {
    if (const Value* home = common.find(key)) item.set_home(name_in(*home, ""));
  }
  read_authors(entry, item);
  if (article.authors.empty()) read_authors(common, item);
  if (const Value* tags = item.list(entry, "tags")) {
    for (const Value& tag : tags->items)
      item.add_tag(name_in(tag, "name"));
  }
  std::string lang;
  if (item.line(entry, "language", lang) || item.line(common, "language", lang)) {
    item.set_language(lang);
  }
  const Value* html = FeedItem::find(entry, "content_html");
  const Value* text = FeedItem::find(entry, "content_text");
  if (html && html->type == ValueType::text) {
    item.add_html(*html);
  } else if (text && text->type == ValueType::text) {
    item.add_text(*text);
  } else if (html || text) {
    item.fields().wrong(html ? *html : *text, html ? "\"content_html\"" : "\"content_text\"",
                        "text");
  } else {
    item.fields().warning(entry, "this item has no text, neither content_html nor content_text");
  }
  // An id that is a number names nothing: the address does.
  if (!article.canonical.empty()) item.set_id(article.canonical);
  const Value* own = FeedItem::find(entry, "id");
  if (article.id.empty() && own && own->type == ValueType::text) item.set_id(own->text);
  return item.finish();
}

}  // namespace

Articles read_json_feed(const Feed& feed) {
  Articles out;
  FieldReader fields(feed.places, feed.report);
  const Value common = common_of(feed.root);
  const Value* items = feed.root.find("items");
  if (!items) {
    fields.error(feed.root, "the feed has no \"items\"");
  } else if (items->type != ValueType::list) {
    fields.wrong(*items, "\"items\"", "a list");
  } else {
    for_each_object(feed, *items, "an item",
                    [&](const Value& entry) { out.push_back(read_item(feed, common, entry)); });
  }
  return out;
}

}  // namespace lectern::ingest
