// SPDX-License-Identifier: MIT
// WordPress's REST API: one post or a list. With ?_embed it carries authors, pictures and the names
// of categories and tags too.
#include "ingest/import/feeds.hpp"

#include "ingest/import/html_blocks.hpp"

namespace lectern::ingest {
namespace {

// {"rendered": "…"}, or text alone as from some exports.
bool rendered_line(FeedItem& item, const Value& in, std::string_view key, std::string& out) {
  const Value* value = FeedItem::find(in, key);
  if (!value) return false;
  if (value->type == ValueType::object) return item.html_line(*value, "rendered", out);
  return item.html_line(in, key, out);
}

// "gmt" has no offset, which means UTC; the local time without it is better than nothing.
void read_date(FeedItem& item, const Value& in, std::string_view gmt, std::string_view local,
               std::string& out) {
  if (!item.date(in, gmt, out)) item.date(in, local, out);
}

void read_terms(FeedItem& item, const Value& lists) {
  for (const Value& list : lists.items) {
    for (const Value& term : list.items) {
      const std::string name = line_of_html(name_in(term, "name"));
      const bool category = name_in(term, "taxonomy") == "category";
      auto& section = item.article().section;
      if (category && section.empty() && name_in(term, "slug") != "uncategorized") {
        if (!name.empty()) section.push_back(name);
      } else if (!category || name_in(term, "slug") != "uncategorized") {
        item.add_tag(name);
      }
    }
  }
}

void read_picture(FeedItem& item, const Value& media) {
  if (!item.image(media, "source_url")) return;
  model::Picture& image = item.article().image;
  item.line(media, "alt_text", image.alt);
  rendered_line(item, media, "caption", image.caption);
  if (const Value* details = item.object(media, "media_details")) {
    item.fields().size(*details, "width", image.width);
    item.fields().size(*details, "height", image.height);
  }
}

void read_embedded(FeedItem& item, const Value& embedded) {
  if (const Value* authors = item.list(embedded, "author")) {
    for (const Value& author : authors->items)
      item.add_author(line_of_html(name_in(author, "name")), name_in(author, "link"));
  }
  if (const Value* media = item.list(embedded, "wp:featuredmedia")) {
    if (!media->items.empty() && media->items[0].type == ValueType::object) {
      read_picture(item, media->items[0]);
    }
  }
  if (const Value* terms = item.list(embedded, "wp:term")) read_terms(item, *terms);
}

SourceArticle read_post(const Feed& feed, const Value& post) {
  FeedItem item(feed, post);
  model::Article& article = item.article();
  rendered_line(item, post, "title", article.title);
  rendered_line(item, post, "excerpt", article.standfirst);
  read_date(item, post, "date_gmt", "date", article.published);
  read_date(item, post, "modified_gmt", "modified", article.updated);
  item.link(post, "link", article.canonical);
  std::string text;
  if (item.line(post, "slug", text)) item.set_id(text);
  if (item.line(post, "status", text)) article.draft = text != "publish";
  if (const Value* embedded = item.object(post, "_embedded")) read_embedded(item, *embedded);
  const Value* content = FeedItem::find(post, "content");
  if (content && content->type == ValueType::object) content = FeedItem::find(*content, "rendered");
  if (content && content->type == ValueType::text) {
    item.add_html(*content);
  } else if (content) {
    item.fields().wrong(*content, "the post's content", "text");
  } else {
    item.fields().warning(post, "this post has no \"content\" with a \"rendered\" text");
  }
  return item.finish();
}

}  // namespace

Articles read_wordpress(const Feed& feed) {
  Articles out;
  if (feed.root.type == ValueType::object) {
    out.push_back(read_post(feed, feed.root));
  } else {
    for_each_object(feed, feed.root, "a post",
                    [&](const Value& post) { out.push_back(read_post(feed, post)); });
  }
  return out;
}

}  // namespace lectern::ingest
