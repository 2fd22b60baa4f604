// SPDX-License-Identifier: MIT
#include "ingest/blocks_json.hpp"
#include "ingest/ingest.hpp"
#include "ingest/json_writer.hpp"
#include "ingest/page_context_json.hpp"

namespace lectern::ingest {
namespace {

using model::Article;

void write_some_texts(std::string_view key, const std::vector<std::string>& texts,
                      JsonWriter& out) {
  if (texts.empty()) return;
  out.key(key);
  out.begin_list();
  for (const std::string& text : texts)
    out.text(text);
  out.end_list();
}

void write_authors(const Article& article, JsonWriter& out) {
  if (article.authors.empty()) return;
  out.key("authors");
  out.begin_list();
  for (const model::Author& author : article.authors) {
    out.begin_object();
    out.text("name", author.name);
    out.some_text("url", author.url);
    out.end_object();
  }
  out.end_list();
}

void write_image(const model::Picture& image, JsonWriter& out) {
  if (image.src.empty()) return;
  out.key("image");
  out.begin_object();
  out.text("src", image.src);
  out.some_text("alt", image.alt);
  out.some_number("width", image.width);
  out.some_number("height", image.height);
  out.some_text("caption", image.caption);
  out.some_text("credit", image.credit);
  out.end_object();
}

void write_body(const Article& article, JsonWriter& out) {
  out.key("body");
  out.begin_object();
  if (article.format == model::BodyFormat::blocks) {
    out.text("format", "blocks");
    write_body_blocks(article.body, out);
  } else {
    const bool markdown = article.format == model::BodyFormat::markdown;
    out.text("format", markdown ? "markdown" : "text");
    out.text("text", article.source);
  }
  out.end_object();
}

void write_related(const Article& article, JsonWriter& out) {
  if (article.related.empty()) return;
  out.key("related");
  out.begin_list();
  for (const model::Related& related : article.related) {
    if (related.title.empty() && related.url.empty()) {
      out.text(related.id);
      continue;
    }
    out.begin_object();
    out.some_text("id", related.id);
    out.some_text("title", related.title);
    out.some_text("url", related.url);
    out.end_object();
  }
  out.end_list();
}

void write_translations(const Article& article, JsonWriter& out) {
  if (article.translations.empty()) return;
  out.key("translations");
  out.begin_object();
  for (const auto& [lang, id] : article.translations)
    out.text(lang, id);
  out.end_object();
}

void write_corrections(const Article& article, JsonWriter& out) {
  if (article.corrections.empty()) return;
  out.key("corrections");
  out.begin_list();
  for (const model::Correction& correction : article.corrections) {
    out.begin_object();
    out.some_text("date", correction.date);
    out.text("text", correction.text);
    out.end_object();
  }
  out.end_list();
}

}  // namespace

std::string write_article_json(const Article& article, const model::PageContext* context) {
  JsonWriter out;
  out.begin_object();
  out.key("lectern");
  out.number(1);
  out.some_text("id", article.id);
  out.some_text("lang", article.lang);
  out.some_text("dir", article.dir);
  out.text("title", article.title);
  out.some_text("standfirst", article.standfirst);
  write_some_texts("section", article.section, out);
  write_authors(article, out);
  out.some_text("published", article.published);
  out.some_text("updated", article.updated);
  out.some_text("expires", article.expires);
  write_image(article.image, out);
  write_body(article, out);
  write_related(article, out);
  write_some_texts("tags", article.tags, out);
  out.key("moods");
  out.flag(article.moods);
  out.some_flag("draft", article.draft);
  if (article.withdrawn_date.empty()) {
    out.some_flag("withdrawn", article.withdrawn);
  } else {
    out.text("withdrawn", article.withdrawn_date);
  }
  out.some_text("canonical", article.canonical);
  write_some_texts("aliases", article.aliases, out);
  write_translations(article, out);
  write_corrections(article, out);
  if (context) {
    out.key("page");
    write_page_context(*context, out);
  }
  out.end_object();
  return out.take();
}

}  // namespace lectern::ingest
