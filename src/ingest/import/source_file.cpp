// SPDX-License-Identifier: MIT
#include "ingest/import/source_file.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "ingest/clean_text.hpp"
#include "ingest/import/feeds.hpp"
#include "ingest/import/html_page.hpp"
#include "ingest/ingest.hpp"
#include "ingest/json_reader.hpp"

namespace lectern::ingest {
namespace {

constexpr Place kStart{1, 1};

struct FormatName {
  SourceFormat format;
  std::string_view name;
};
constexpr FormatName kNames[] = {
    {SourceFormat::markdown, "markdown"},   {SourceFormat::article, "article"},
    {SourceFormat::html, "html"},           {SourceFormat::json_feed, "jsonfeed"},
    {SourceFormat::wordpress, "wordpress"}, {SourceFormat::ghost, "ghost"},
    {SourceFormat::json_ld, "jsonld"},      {SourceFormat::apple_news, "applenews"},
};

std::string ending_of(std::string_view path) {
  std::string out(path.substr(std::min(path.rfind('.'), path.size())));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

bool is_post(const Value& value) {
  const Value* title = value.find("title");
  const Value* content = value.find("content");
  return (title && title->find("rendered")) || (content && content->find("rendered"));
}

bool says_schema_org(const Value& value) {
  const Value* context = value.find("@context");
  if (!context) return false;
  const auto names_it = [](const Value& each) {
    const Value* vocabulary = each.find("@vocab");
    return each.text.find("schema.org") != std::string::npos ||
           (vocabulary && vocabulary->text.find("schema.org") != std::string::npos);
  };
  return names_it(*context) || std::any_of(context->items.begin(), context->items.end(), names_it);
}

SourceFormat format_of_tree(const Value& root) {
  const Value* first = root.type == ValueType::list && !root.items.empty() ? &root.items[0] : &root;
  if (const Value* version = first->find("version");
      version && version->text.find("jsonfeed.org/version/") != std::string::npos) {
    return SourceFormat::json_feed;
  }
  if (root.find("db")) return SourceFormat::ghost;
  if (const Value* data = root.find("data"); data && data->find("posts"))
    return SourceFormat::ghost;
  if (is_post(*first)) return SourceFormat::wordpress;
  if (says_schema_org(*first)) return SourceFormat::json_ld;
  if (root.find("components") && (root.find("identifier") || root.find("documentStyle"))) {
    return SourceFormat::apple_news;
  }
  return SourceFormat::article;
}

// Only what has one of these can be a feed: a long article need not be read twice.
bool may_be_feed(std::string_view text) {
  constexpr std::string_view kMarks[] = {"jsonfeed.org", "\"db\"",     "\"posts\"",
                                         "\"rendered\"", "schema.org", "\"components\""};
  // An escaped slash is one too.
  return std::any_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
  });
}

SourceFile parse_feed(std::string_view text, const std::string& path, SourceFormat format) {
  SourceFile file;
  Report report(path, file.diagnostics);
  const CleanText clean(text, kStart, Severity::error, report);
  const PlaceIndex places(clean.text(), kStart);
  const auto root = read_json(clean.text(), places, report);
  if (!root) return file;
  const bool list_too = format == SourceFormat::wordpress || format == SourceFormat::json_ld;
  if (root->type != ValueType::object && !(list_too && root->type == ValueType::list)) {
    FieldReader(places, report).wrong(*root, "a feed", "an object");
    return file;
  }
  const Feed feed{clean.text(), *root, places, path, report};
  switch (format) {
    case SourceFormat::json_feed:
      file.articles = read_json_feed(feed);
      break;
    case SourceFormat::wordpress:
      file.articles = read_wordpress(feed);
      break;
    case SourceFormat::ghost:
      file.articles = read_ghost(feed);
      break;
    case SourceFormat::json_ld:
      file.articles = read_json_ld(feed);
      break;
    default:
      file.articles = read_apple_news(feed);
  }
  if (file.articles.empty() && file.diagnostics.empty()) {
    report.warning(kStart, "there is no article in this feed");
  }
  make_ids_differ(file.articles);
  return file;
}

}  // namespace

std::optional<SourceFormat> source_format_named(std::string_view name) {
  for (const FormatName& each : kNames) {
    if (each.name == name) return each.format;
  }
  return std::nullopt;
}

SourceFormat source_format_of(const std::string& path, std::string_view text) {
  const std::string ending = ending_of(path);
  if (ending == ".html" || ending == ".htm") return SourceFormat::html;
  if (ending != ".json") return SourceFormat::markdown;
  if (!may_be_feed(text)) return SourceFormat::article;
  Diagnostics unused;
  Report quiet(path, unused);
  const CleanText clean(text, kStart, Severity::error, quiet);
  const PlaceIndex places(clean.text(), kStart);
  const auto root = read_json(clean.text(), places, quiet);
  return root ? format_of_tree(*root) : SourceFormat::article;
}

SourceFile parse_source(std::string_view text, const std::string& path, SourceFormat format) {
  if (format == SourceFormat::html) return parse_html_page(text, path);
  if (format != SourceFormat::markdown && format != SourceFormat::article) {
    return parse_feed(text, path, format);
  }
  SourceFile file;
  SourceArticle made;
  std::optional<model::Article> article;
  if (format == SourceFormat::markdown) {
    article = parse_markdown_file(text, path, made.diagnostics);
  } else if (auto read = parse_article_json(text, path, made.diagnostics)) {
    article = std::move(read->article);
  }
  if (!article) {
    file.diagnostics = std::move(made.diagnostics);
    return file;
  }
  made.article = std::move(*article);
  file.articles.push_back(std::move(made));
  return file;
}

}  // namespace lectern::ingest
