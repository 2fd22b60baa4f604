// SPDX-License-Identifier: MIT
// Article JSON, version 1. The form of a body "blocks" is in ingest/blocks_json.hpp, that of "page"
// in ingest/page_context_json.hpp.
#include <utility>

#include "ingest/article_fields.hpp"
#include "ingest/blocks_json.hpp"
#include "ingest/clean_text.hpp"
#include "ingest/field_checks.hpp"
#include "ingest/ingest.hpp"
#include "ingest/json_reader.hpp"
#include "ingest/markdown.hpp"
#include "ingest/page_context_json.hpp"

namespace lectern::ingest {
namespace {

using model::Article;
using model::BodyFormat;

constexpr Place kStart{1, 1};

void check_version(const Value& object, FieldReader& fields) {
  const Value* version = object.find("lectern");
  if (!version) return;
  if (version->type != ValueType::number) {
    fields.wrong(*version, "\"lectern\"", "the number 1");
  } else if (version->number != 1) {
    fields.error(*version, "this is not version 1 of article JSON, the only one that can be read");
  }
}

// Markdown in a JSON string: its places are those behind the escapes.
model::Blocks read_markdown(std::string_view json, const Value& text, FieldReader& fields) {
  const size_t begin = text.offset + 1, end = end_of_json_string(json, text.offset) - 1;
  Place origin = fields.place(text);
  ++origin.column;
  const PlaceIndex places = PlaceIndex::of_json_string(json.substr(begin, end - begin), origin);
  return build_markdown(text.text, places, fields.report());
}

void read_body(std::string_view json, const Value& object, FieldReader& fields, Article& article) {
  const Value* body = object.find("body");
  if (!body) {
    fields.error(object, "the article has no \"body\"", Code::missing_field);
    return;
  }
  if (body->type != ValueType::object) {
    fields.wrong(*body, "\"body\"", "an object with \"format\" and \"text\"");
    return;
  }
  std::string format;
  if (!fields.text(*body, "format", format)) {
    if (!body->find("format")) fields.error(*body, "the body has no \"format\"", Code::missing_field);
    return;
  }
  if (format != "markdown" && format != "text" && format != "blocks") {
    fields.error(*body->find("format"),
                 "\"format\" must be markdown, text or blocks, not " + quote(format));
    return;
  }
  const bool blocks = format == "blocks";
  const std::string_view key = blocks ? "blocks" : "text";
  const Value* content = body->find(key);
  if (!content) {
    fields.error(*body, "the body has no " + quote(key), Code::missing_field);
  } else if (blocks && content->type != ValueType::list) {
    fields.wrong(*content, "\"blocks\"", "a list");
  } else if (!blocks && content->type != ValueType::text) {
    fields.wrong(*content, "\"text\"", "text");
  } else if (blocks) {
    article.format = BodyFormat::blocks;
    article.body = read_body_blocks(*content, body->find("footnotes"), fields);
  } else {
    article.format = format == "text" ? BodyFormat::text : BodyFormat::markdown;
    article.source = content->text;
    article.body =
        format == "text" ? parse_plain_text(content->text) : read_markdown(json, *content, fields);
  }
}

}  // namespace

std::optional<ArticleFile> parse_article_json(std::string_view text, const std::string& path,
                                              Diagnostics& diagnostics) {
  Report report(path, diagnostics);
  const CleanText clean(text, kStart, Severity::error, report);
  if (clean.text().empty()) {
    report.error({}, "the file is empty", Code::empty_file);
    return std::nullopt;
  }
  const PlaceIndex places(clean.text(), kStart);
  const std::optional<Value> root = read_json(clean.text(), places, report);
  if (!root) return std::nullopt;
  FieldReader fields(places, report);
  if (root->type != ValueType::object) {
    fields.wrong(*root, "an article", "an object");
    return std::nullopt;
  }
  ArticleFile file;
  check_version(*root, fields);
  read_article_fields(*root, fields, file.article);
  check_article_fields(*root, fields);
  const Value* title = root->find("title");
  if (file.article.title.empty() && (!title || title->type == ValueType::text)) {
    fields.error(title ? *title : *root, "the article has no \"title\"", Code::missing_field);
  }
  const Value* page = root->find("page");
  if (page && page->type == ValueType::object) file.context = read_page_context(*page);
  read_body(clean.text(), *root, fields, file.article);
  return file;
}

}  // namespace lectern::ingest
