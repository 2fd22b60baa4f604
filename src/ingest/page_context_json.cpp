// SPDX-License-Identifier: MIT
#include "ingest/page_context_json.hpp"

#include <utility>

#include "ingest/ingest.hpp"

namespace lectern::ingest {
namespace {

using model::Column;
using model::ImageInfo;
using model::Link;
using model::PageContext;

std::string text_of(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value && value->type == ValueType::text ? value->text : std::string();
}

bool flag_of(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value && value->type == ValueType::boolean && value->boolean;
}

int number_of(const Value& object, std::string_view key) {
  constexpr double kMost = 99999;
  const Value* value = object.find(key);
  const bool number = value && value->type == ValueType::number;
  return number && value->number >= 0 && value->number <= kMost ? static_cast<int>(value->number)
                                                                : 0;
}

Link link_of(const Value& object) {
  return {text_of(object, "title"), allowed_link(text_of(object, "url")),
          text_of(object, "published"), flag_of(object, "current"), text_of(object, "lang"),
          text_of(object, "reason")};
}

Link link_in(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value ? link_of(*value) : Link{};
}

// Calls `read` for each object in the list of that name.
template <typename Read>
void for_each(const Value& object, std::string_view key, Read read) {
  const Value* list = object.find(key);
  if (!list) return;
  for (const Value& item : list->items) {
    if (item.type == ValueType::object) read(item);
  }
}

std::vector<Link> links_in(const Value& object, std::string_view key) {
  std::vector<Link> links;
  for_each(object, key, [&](const Value& item) { links.push_back(link_of(item)); });
  return links;
}

std::vector<model::ImageSource> sources_in(const Value& image) {
  std::vector<model::ImageSource> sources;
  for_each(image, "sources", [&](const Value& item) {
    model::ImageSource source{allowed_image(text_of(item, "url")), number_of(item, "width")};
    if (!source.url.empty() && source.width > 0) sources.push_back(std::move(source));
  });
  return sources;
}

void read_columns(const Value& object, PageContext& context) {
  for_each(object, "columns", [&](const Value& item) {
    Column column;
    if (const Value* path = item.find("path")) {
      for (const Value& name : path->items)
        column.path.push_back(name.text);
    }
    if (column.path.empty()) return;
    column.url = allowed_link(text_of(item, "url"));
    column.depth = number_of(item, "depth");
    column.current = flag_of(item, "current");
    context.columns.push_back(std::move(column));
  });
}

// Offsets into a text; what is none is left out.
std::vector<size_t> offsets_in(const Value& object, std::string_view key) {
  constexpr double kMost = 1u << 31;
  std::vector<size_t> offsets;
  const Value* list = object.find(key);
  if (!list) return offsets;
  for (const Value& item : list->items) {
    if (item.type != ValueType::number || item.number < 0 || item.number >= kMost) continue;
    offsets.push_back(static_cast<size_t>(item.number));
  }
  return offsets;
}

void write_link(const Link& link, JsonWriter& out) {
  out.begin_object();
  out.text("title", link.title);
  out.text("url", link.url);
  out.some_text("published", link.published);
  out.some_flag("current", link.current);
  out.some_text("lang", link.lang);
  out.some_text("reason", link.reason);
  out.end_object();
}

void write_some_links(std::string_view key, const std::vector<Link>& links, JsonWriter& out) {
  if (links.empty()) return;
  out.key(key);
  out.begin_list();
  for (const Link& link : links)
    write_link(link, out);
  out.end_list();
}

void write_some_link(std::string_view key, const Link& link, JsonWriter& out) {
  if (link.title.empty()) return;
  out.key(key);
  write_link(link, out);
}

void write_columns(const PageContext& context, JsonWriter& out) {
  if (context.columns.empty()) return;
  out.key("columns");
  out.begin_list();
  for (const Column& column : context.columns) {
    out.begin_object();
    out.key("path");
    out.begin_list();
    for (const std::string& name : column.path)
      out.text(name);
    out.end_list();
    out.text("url", column.url);
    out.some_number("depth", column.depth);
    out.some_flag("current", column.current);
    out.end_object();
  }
  out.end_list();
}

void write_urls(const PageContext& context, JsonWriter& out) {
  if (context.urls.empty()) return;
  out.key("urls");
  out.begin_list();
  for (const auto& [source, url] : context.urls) {
    out.begin_object();
    out.text("source", source);
    out.text("url", url);
    out.end_object();
  }
  out.end_list();
}

void write_images(const PageContext& context, JsonWriter& out) {
  if (context.images.empty()) return;
  out.key("images");
  out.begin_list();
  for (const ImageInfo& image : context.images) {
    out.begin_object();
    out.text("src", image.src);
    out.text("url", image.url);
    out.some_number("width", image.width);
    out.some_number("height", image.height);
    if (!image.sources.empty()) {
      out.key("sources");
      out.begin_list();
      for (const model::ImageSource& source : image.sources) {
        out.begin_object();
        out.text("url", source.url);
        out.some_number("width", source.width);
        out.end_object();
      }
      out.end_list();
    }
    out.end_object();
  }
  out.end_list();
}

}  // namespace

PageContext read_page_context(const Value& object) {
  PageContext context;
  context.site_title = text_of(object, "siteTitle");
  context.site_lang = text_of(object, "siteLang");
  context.home_url = allowed_link(text_of(object, "homeUrl"));
  context.page_url = allowed_link(text_of(object, "pageUrl"));
  context.breadcrumb = links_in(object, "breadcrumb");
  context.related = links_in(object, "related");
  read_columns(object, context);
  context.headlines = links_in(object, "headlines");
  context.translations = links_in(object, "translations");
  context.prev = link_in(object, "prev");
  context.next = link_in(object, "next");
  context.authors = links_in(object, "authors");
  context.tags = links_in(object, "tags");
  context.draft = flag_of(object, "draft");
  context.future = flag_of(object, "future");
  context.own_masthead = flag_of(object, "ownMasthead");
  context.own_footer = flag_of(object, "ownFooter");
  for_each(object, "urls", [&](const Value& item) {
    context.urls.emplace_back(text_of(item, "source"), allowed_link(text_of(item, "url")));
  });
  for_each(object, "images", [&](const Value& item) {
    context.images.push_back({text_of(item, "src"), allowed_image(text_of(item, "url")),
                              number_of(item, "width"), number_of(item, "height"),
                              sources_in(item)});
  });
  context.cuts = offsets_in(object, "cuts");
  if (const Value* code = object.find("code")) {
    for (const Value& runs : code->items) context.code.push_back(runs.text);
  }
  return context;
}

void write_page_context(const PageContext& context, JsonWriter& out) {
  out.begin_object();
  out.text("siteTitle", context.site_title);
  out.some_text("siteLang", context.site_lang);
  out.some_text("homeUrl", context.home_url);
  out.some_text("pageUrl", context.page_url);
  write_some_links("breadcrumb", context.breadcrumb, out);
  write_some_links("related", context.related, out);
  write_columns(context, out);
  write_some_links("headlines", context.headlines, out);
  write_some_links("translations", context.translations, out);
  write_some_link("prev", context.prev, out);
  write_some_link("next", context.next, out);
  write_some_links("authors", context.authors, out);
  write_some_links("tags", context.tags, out);
  out.some_flag("draft", context.draft);
  out.some_flag("future", context.future);
  out.some_flag("ownMasthead", context.own_masthead);
  out.some_flag("ownFooter", context.own_footer);
  write_urls(context, out);
  write_images(context, out);
  if (!context.cuts.empty()) {
    out.key("cuts");
    out.begin_list();
    for (const size_t cut : context.cuts) out.number(static_cast<int>(cut));
    out.end_list();
  }
  if (!context.code.empty()) {
    out.key("code");
    out.begin_list();
    for (const std::string& runs : context.code) out.text(runs);
    out.end_list();
  }
  out.end_object();
}

}  // namespace lectern::ingest
