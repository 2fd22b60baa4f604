// SPDX-License-Identifier: MIT
#include "publish/json_ld.hpp"

#include "ingest/json_writer.hpp"
#include "publish/addresses.hpp"
#include "publish/page_head.hpp"
#include "publish/summary.hpp"

namespace lectern::publish {
namespace {

using ingest::JsonWriter;

void write_texts(std::string_view key, const std::vector<std::string>& texts, JsonWriter& out) {
  if (texts.empty()) return;
  out.key(key);
  out.begin_list();
  for (const std::string& text : texts)
    out.text(text);
  out.end_list();
}

// <, > and & stand in JSON's strings alone, where they can be written as escapes.
std::string without_markup(std::string_view json) {
  std::string out;
  for (const char c : json) {
    switch (c) {
      case '<':
        out += "\\u003c";
        break;
      case '>':
        out += "\\u003e";
        break;
      case '&':
        out += "\\u0026";
        break;
      default:
        out += c;
    }
  }
  return out;
}

class Writer {
 public:
  Writer(const Site& site, const model::Article& article) : site_(site), article_(article) {}

  std::string write() {
    out_.begin_object();
    out_.text("@context", "https://schema.org");
    out_.text("@type", "NewsArticle");
    out_.text("headline", article_.title);
    out_.some_text("description", summary_of(article_));
    out_.some_text("datePublished", article_.published);
    out_.some_text("dateModified",
                   article_.updated.empty() ? article_.published : article_.updated);
    authors();
    image();
    write_texts("articleSection", article_.section, out_);
    write_texts("keywords", article_.tags, out_);
    out_.text("inLanguage", language_of(site_, article_));
    publisher();
    const std::string url = canonical_url(site_, article_);
    if (!url.empty()) {
      typed("mainEntityOfPage", "WebPage");
      out_.text("@id", url);
      out_.end_object();
    }
    corrections();
    out_.end_object();
    return out_.take();
  }

 private:
  void typed(std::string_view key, std::string_view type) {
    out_.key(key);
    typed(type);
  }
  void typed(std::string_view type) {
    out_.begin_object();
    out_.text("@type", type);
  }

  void authors() {
    if (article_.authors.empty()) return;
    out_.key("author");
    out_.begin_list();
    for (const model::Author& author : article_.authors) {
      typed("Person");
      out_.text("name", author.name);
      out_.some_text("url", absolute_on_page(site_, article_.id, author.url));
      out_.end_object();
    }
    out_.end_list();
  }

  void image() {
    const std::string url = absolute_on_page(site_, article_.id, article_.image.src);
    if (url.empty()) return;
    typed("image", "ImageObject");
    out_.text("url", url);
    if (article_.image.width > 0 && article_.image.height > 0) {
      out_.some_number("width", article_.image.width);
      out_.some_number("height", article_.image.height);
    }
    out_.some_text("caption", article_.image.caption);
    out_.some_text("creditText", article_.image.credit);
    out_.end_object();
  }

  void publisher() {
    typed("publisher", "Organization");
    out_.text("name", site_.content.publication.title);
    if (!site_.base_url.empty()) out_.text("url", absolute_url(site_.base_url, ""));
    out_.end_object();
  }

  void corrections() {
    if (article_.corrections.empty()) return;
    out_.key("correction");
    out_.begin_list();
    for (const model::Correction& correction : article_.corrections) {
      typed("CorrectionComment");
      out_.text("text", correction.text);
      out_.some_text("datePublished", correction.date);
      out_.end_object();
    }
    out_.end_list();
  }

  const Site& site_;
  const model::Article& article_;
  JsonWriter out_;
};

}  // namespace

std::string write_json_ld(const Site& site, const model::Article& article) {
  return "<script type=\"application/ld+json\">\n" + without_markup(Writer(site, article).write()) +
         "</script>\n";
}

}  // namespace lectern::publish
