// SPDX-License-Identifier: MIT
#include "ingest/import/feed_item.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "base/slug.hpp"
#include "base/utf8.hpp"
#include "ingest/dates.hpp"
#include "ingest/import/html_blocks.hpp"
#include "ingest/ingest.hpp"
#include "ingest/json_reader.hpp"
#include "ingest/limits.hpp"
#include "ingest/markdown.hpp"
#include "model/urls.hpp"

namespace lectern::ingest {
namespace {

// Who writes the same name twice has few of them; a million must not take an hour.
template <typename T>
bool is_among_first(const std::vector<T>& list, const T& value) {
  const auto end = list.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(list.size(), 100));
  return std::find(list.begin(), end, value) != end;
}

// An address that others can begin at.
bool is_web(std::string_view url) {
  const size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  return scheme > 0 && url.size() > scheme && url[scheme] != '/';
}

int levels_of(const model::Inlines& inlines) {
  int deepest = 0;
  for (const model::Inline& each : inlines)
    deepest = std::max(deepest, levels_of(each.children));
  return deepest + 2;
}

// How many lists and objects deep blocks stand in one another in article JSON.
int levels_of(const model::Blocks& blocks) {
  int deepest = 0;
  for (const model::Block& each : blocks) {
    deepest = std::max({deepest, levels_of(each.inlines), levels_of(each.children)});
  }
  return deepest + 2;
}

}  // namespace

FeedItem::FeedItem(const Feed& feed, const Value& item)
    : feed_(feed),
      item_(item),
      report_(feed.path, out_.diagnostics),
      fields_(feed.places, report_) {
  out_.article.format = model::BodyFormat::blocks;
}

const Value* FeedItem::find(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value && value->type != ValueType::null ? value : nullptr;
}

const Value* FeedItem::object(const Value& in, std::string_view key) {
  const Value* value = find(in, key);
  if (!value || value->type == ValueType::object) return value;
  fields_.wrong(*value, quote(key), "an object");
  return nullptr;
}

const Value* FeedItem::list(const Value& in, std::string_view key) {
  const Value* value = find(in, key);
  if (!value || value->type == ValueType::list) return value;
  fields_.wrong(*value, quote(key), "a list");
  return nullptr;
}

bool FeedItem::line(const Value& in, std::string_view key, std::string& out) {
  return find(in, key) && fields_.line(in, key, out) && !out.empty();
}

bool FeedItem::html_line(const Value& in, std::string_view key, std::string& out) {
  std::string html;
  if (!find(in, key) || !fields_.text(in, key, html)) return false;
  out = line_of_html(html);
  return !out.empty();
}

bool FeedItem::date(const Value& in, std::string_view key, std::string& out) {
  std::string text;
  if (!line(in, key, text)) return false;
  const std::string date = normal_date(text);
  if (date.empty()) {
    fields_.warning(*find(in, key), quote(key) + " is left out: " + quote(text) +
                                        " is no date of the form 2026-05-09T10:00:00Z");
    return false;
  }
  out = date;
  return true;
}

bool FeedItem::link(const Value& in, std::string_view key, std::string& out) {
  return find(in, key) && fields_.link(in, key, out);
}

bool FeedItem::image(const Value& in, std::string_view key) {
  model::Picture& image = article().image;
  if (!find(in, key) || !fields_.image(in, key, image.src)) return false;
  image.place = fields_.place(*find(in, key));
  return true;
}

// Of a text between quotes: behind its escapes.
PlaceIndex FeedItem::places_of(const Value& text) const {
  const size_t begin = text.offset + 1, end = end_of_json_string(feed_.json, text.offset) - 1;
  Place origin = feed_.places.at(text.offset);
  ++origin.column;
  return PlaceIndex::of_json_string(feed_.json.substr(begin, end - begin), origin);
}

void FeedItem::add(model::Blocks blocks) {
  std::move(blocks.begin(), blocks.end(), std::back_inserter(article().body));
}

void FeedItem::add_html(const Value& text) {
  const PlaceIndex places = places_of(text);
  add(blocks_of_html(text.text, {places, report_}));
}

void FeedItem::add_markdown(const Value& text) {
  // No footnotes: only a body's end may have notes.
  std::string source = text.text;
  for (size_t i = source.find("[^"); i != std::string::npos; i = source.find("[^", i + 3))
    source.insert(i, 1, '\\');
  const PlaceIndex places = places_of(text);
  model::Blocks blocks = build_markdown(source, places, report_);
  // The article's object and its body are two more.
  if (levels_of(blocks) + 2 <= kMaxJsonDepth) return add(std::move(blocks));
  fields_.warning(text, "this Markdown is nested too deep and is shown as plain text");
  add_text(text);
}

void FeedItem::add_text(const Value& text) {
  model::Blocks blocks = parse_plain_text(text.text);
  for (model::Block& block : blocks)
    block.place = fields_.place(text);
  add(std::move(blocks));
}

void FeedItem::add_author(std::string name, std::string url) {
  name = one_line(name);
  if (name.empty()) return;
  model::Author author{std::move(name), allowed_link(url)};
  auto& authors = article().authors;
  if (!is_among_first(authors, author)) {
    authors.push_back(std::move(author));
  }
}

void FeedItem::add_tag(std::string tag) {
  tag = one_line(tag);
  auto& tags = article().tags;
  if (!tag.empty() && !is_among_first(tags, tag)) tags.push_back(std::move(tag));
}

void FeedItem::set_id(std::string_view name) {
  const std::string part =
      name.find('/') == std::string_view::npos ? std::string(name) : last_part(name);
  if (part.find_first_not_of(" .-_/") != std::string::npos) article().id = slug(part);
}

void FeedItem::set_language(std::string_view tag) {
  std::string lang = one_line(tag);
  std::replace(lang.begin(), lang.end(), '_', '-');
  const bool right = std::all_of(lang.begin(), lang.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (right) article().lang = std::move(lang);
}

SourceArticle FeedItem::finish() {
  model::Article& made = article();
  set_base(made, home_);
  made.title_place = made.id_place = fields_.place(item_);
  if (made.title.empty()) made.title = first_words(made.body);
  if (made.title.empty()) fields_.error(item_, "this entry has neither a title nor a text");
  if (made.id.empty()) made.id = slug(made.title);
  return std::move(out_);
}

std::string name_in(const Value& value, std::string_view key) {
  if (value.type == ValueType::text) return one_line(value.text);
  const Value* name = value.type == ValueType::object ? value.find(key) : nullptr;
  return name && name->type == ValueType::text ? one_line(name->text) : "";
}

std::string first_words(const model::Blocks& body) {
  constexpr int kLongest = 80;
  for (const model::Block& block : body) {
    std::string words = one_line(model::words_of(block.inlines) + block.text);
    if (words.empty()) words = first_words(block.children);
    if (words.empty()) continue;
    int length = 0;
    size_t cut = 0;
    for (size_t i = 0; i < words.size() && length < kLongest; ++length) {
      if (words[i] == ' ') cut = i;
      i += static_cast<size_t>(decode_utf8(words, i).bytes);
      if (i >= words.size()) return words;
    }
    return words.substr(0, cut) + "…";
  }
  return "";
}

std::string last_part(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
    url.remove_prefix(std::min(url.find('/'), url.size()));
  }
  while (url.ends_with('/'))
    url.remove_suffix(1);
  std::string_view part = url.substr(url.rfind('/') + 1);
  for (const std::string_view ending : {".html", ".htm", ".php"}) {
    if (part.ends_with(ending)) part.remove_suffix(ending.size());
  }
  if (part != "index") return std::string(part);
  const size_t slash = url.rfind('/');
  url = url.substr(0, slash == std::string_view::npos ? 0 : slash);
  return std::string(url.substr(url.rfind('/') + 1));
}

void set_base(model::Article& article, std::string_view home, std::string_view base_element) {
  std::string& own = article.canonical;
  if (!own.empty() && is_web(home)) own = model::resolve_url(home, own);
  if (!is_web(own)) own.clear();
  std::string begin = own.empty() && is_web(home) ? std::string(home) : own;
  if (is_web(base_element)) {
    begin = base_element;
  } else if (!base_element.empty() && !begin.empty()) {
    begin = model::resolve_url(begin, base_element);
  }
  if (!is_web(begin)) return;
  for (model::Author& author : article.authors) {
    if (!author.url.empty()) author.url = model::resolve_url(begin, author.url);
  }
  article.base = std::move(begin);
}

void make_ids_differ(std::vector<SourceArticle>& articles) {
  std::set<std::string> taken;
  std::map<std::string, int> next;
  for (SourceArticle& each : articles) {
    std::string& id = each.article.id;
    const std::string first = id;
    while (!taken.insert(id).second)
      id = first + '-' + std::to_string(++next.try_emplace(first, 1).first->second);
  }
}

}  // namespace lectern::ingest
