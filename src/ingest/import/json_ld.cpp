// SPDX-License-Identifier: MIT
// schema.org's articles as JSON-LD. Almost every field may be text, an object or a list of both.
#include "ingest/import/feeds.hpp"

#include <algorithm>
#include <iterator>

namespace lectern::ingest {
namespace {

constexpr size_t kMaxVisited = 100000;

bool is_article_type(std::string_view type) {
  constexpr std::string_view kTypes[] = {"Article",
                                         "NewsArticle",
                                         "BlogPosting",
                                         "Report",
                                         "AnalysisNewsArticle",
                                         "OpinionNewsArticle",
                                         "ReportageNewsArticle",
                                         "ReviewNewsArticle",
                                         "BackgroundNewsArticle",
                                         "TechArticle",
                                         "ScholarlyArticle",
                                         "SocialMediaPosting",
                                         "LiveBlogPosting"};
  type.remove_prefix(type.rfind('/') + 1);
  if (type.starts_with("schema:")) type.remove_prefix(7);
  return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

bool is_article(const Value& object) {
  const Value* type = object.find("@type");
  if (!type) return false;
  if (type->type == ValueType::text) return is_article_type(type->text);
  return std::any_of(type->items.begin(), type->items.end(), [](const Value& each) {
    return each.type == ValueType::text && is_article_type(each.text);
  });
}

// The value, or each in a list.
template <typename Read>
void for_each(const Value* value, Read read) {
  if (!value) return;
  if (value->type != ValueType::list) return read(*value);
  for (const Value& each : value->items)
    read(each);
}

// The first that is text, or has text by that key.
std::string first_text(const Value& object, std::string_view key, std::string_view inner) {
  std::string out;
  for_each(FeedItem::find(object, key), [&](const Value& value) {
    if (out.empty()) out = name_in(value, inner);
  });
  return out;
}

void read_image(const Value& object, FeedItem& item) {
  const Value* value = FeedItem::find(object, "image");
  if (value && value->type == ValueType::list) {
    value = value->items.empty() ? nullptr : &value->items.front();
  }
  if (!value) return;
  model::Picture& image = item.article().image;
  if (value->type == ValueType::object) {
    if (!item.image(*value, "url")) item.image(*value, "contentUrl");
    item.line(*value, "caption", image.caption);
    item.line(*value, "creditText", image.credit);
  } else if (value->type == ValueType::text) {
    Value holder;
    holder.type = ValueType::object;
    holder.members.push_back({"image", value->offset, *value});
    item.image(holder, "image");
  } else {
    item.fields().wrong(*value, "\"image\"", "an address or an object with a \"url\"");
  }
}

}  // namespace

std::vector<const Value*> find_json_ld(const Value& root) {
  std::vector<const Value*> found, waiting{&root};
  for (size_t visited = 0; !waiting.empty() && visited < kMaxVisited; ++visited) {
    const Value& next = *waiting.back();
    waiting.pop_back();
    if (next.type == ValueType::list) {
      for (size_t i = next.items.size(); i-- > 0;)
        waiting.push_back(&next.items[i]);
    } else if (next.type == ValueType::object && is_article(next)) {
      found.push_back(&next);
    } else if (next.type == ValueType::object) {
      // Where others hold articles: a graph, a page, a list of items.
      for (const std::string_view key :
           {"blogPost", "item", "itemListElement", "hasPart", "mainEntity", "@graph"}) {
        if (const Value* inner = next.find(key)) waiting.push_back(inner);
      }
    }
  }
  return found;
}

void read_json_ld_fields(const Value& object, FeedItem& item) {
  model::Article& article = item.article();
  if (!item.html_line(object, "headline", article.title)) {
    item.html_line(object, "name", article.title);
  }
  item.html_line(object, "description", article.standfirst);
  item.date(object, "datePublished", article.published);
  item.date(object, "dateModified", article.updated);
  for_each(FeedItem::find(object, "author"), [&](const Value& author) {
    item.add_author(name_in(author, "name"), name_in(author, "url"));
  });
  if (const std::string section = first_text(object, "articleSection", "name"); !section.empty()) {
    article.section = {section};
  }
  for_each(FeedItem::find(object, "keywords"), [&](const Value& keywords) {
    std::string_view rest = keywords.type == ValueType::text ? keywords.text : std::string_view();
    if (keywords.type == ValueType::object) item.add_tag(name_in(keywords, "name"));
    while (!rest.empty()) {
      const size_t end = std::min(rest.find(','), rest.size());
      item.add_tag(std::string(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  });
  item.set_language(first_text(object, "inLanguage", "alternateName"));
  read_image(object, item);
  const Value* url = FeedItem::find(object, "url");
  const Value* page = FeedItem::find(object, "mainEntityOfPage");
  if (url && url->type == ValueType::text) {
    item.link(object, "url", article.canonical);
  } else if (page && page->type == ValueType::text) {
    item.link(object, "mainEntityOfPage", article.canonical);
  } else if (page && page->type == ValueType::object) {
    item.link(*page, "@id", article.canonical);
  }
}

Articles read_json_ld(const Feed& feed) {
  Articles out;
  for (const Value* object : find_json_ld(feed.root)) {
    FeedItem item(feed, *object);
    read_json_ld_fields(*object, item);
    if (!item.article().canonical.empty()) item.set_id(item.article().canonical);
    const Value* body = FeedItem::find(*object, "articleBody");
    if (body && body->type == ValueType::text) {
      // Said to be text; some write HTML.
      const bool html = body->text.find("</p>") != std::string::npos;
      html ? item.add_html(*body) : item.add_text(*body);
    } else if (body) {
      item.fields().wrong(*body, "\"articleBody\"", "text");
    } else {
      item.fields().warning(*object, "this article has no text, since it has no \"articleBody\"");
    }
    out.push_back(item.finish());
  }
  return out;
}

}  // namespace lectern::ingest
