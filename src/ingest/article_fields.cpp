// SPDX-License-Identifier: MIT
#include "ingest/article_fields.hpp"

#include <algorithm>
#include <utility>

#include "ingest/dates.hpp"

namespace lectern::ingest {
namespace {

using model::Article;

void read_date(const Value& object, std::string_view key, FieldReader& fields, std::string& out) {
  std::string text;
  if (!fields.line(object, key, text)) return;
  out = normal_date(text);
  if (!out.empty() || text.empty()) return;
  const char* why = begins_with_date_form(text) ? " is no day and time of the calendar"
                                                : " is no date of the form 2026-05-09T10:00:00Z";
  fields.warning(*object.find(key), quote(key) + " is left out: " + quote(text) + why,
                 Code::bad_date);
}

// One author, correction, …: calls `read` for a value alone or for each in a list.
template <typename Read>
void for_each(const Value& object, std::string_view key, Read read) {
  const Value* value = FieldReader::find(object, key);
  if (!value) return;
  if (value->type != ValueType::list) return read(*value);
  for (const Value& item : value->items)
    read(item);
}

void read_authors(const Value& object, FieldReader& fields, Article& article) {
  for_each(object, "authors", [&](const Value& value) {
    model::Author author;
    if (FieldReader::is_text(value)) {
      author.name = one_line(value.text);
    } else if (value.type == ValueType::object) {
      fields.line(value, "name", author.name);
      fields.link(value, "url", author.url);
    } else {
      fields.wrong(value, "each of \"authors\"", "text or an object with a \"name\"");
      return;
    }
    if (author.name.empty()) {
      fields.warning(value, "an author without a name is left out", Code::incomplete_entry);
    } else {
      article.authors.push_back(std::move(author));
    }
  });
}

void read_image(const Value& object, FieldReader& fields, Article& article) {
  const Value* value = FieldReader::find(object, "image");
  if (!value) return;
  model::Picture& image = article.image;
  image.place = fields.place(*value);
  if (FieldReader::is_text(*value)) {
    fields.image(object, "image", image.src);
    return;
  }
  if (value->type != ValueType::object) {
    fields.wrong(*value, "\"image\"", "an object with a \"src\", or text");
    return;
  }
  if (!FieldReader::find(*value, "src")) fields.error(*value, "the image has no \"src\"", Code::missing_field);
  fields.image(*value, "src", image.src);
  fields.line(*value, "alt", image.alt);
  fields.line(*value, "caption", image.caption);
  fields.line(*value, "credit", image.credit);
  fields.size(*value, "width", image.width);
  fields.size(*value, "height", image.height);
}

void read_related(const Value& object, FieldReader& fields, Article& article) {
  for_each(object, "related", [&](const Value& value) {
    model::Related related;
    related.place = fields.place(value);
    if (FieldReader::is_text(value)) {
      related.id = value.text;
    } else if (value.type == ValueType::object) {
      fields.text(value, "id", related.id);
      fields.line(value, "title", related.title);
      fields.link(value, "url", related.url);
    } else {
      fields.wrong(value, "each of \"related\"", "an id, or an object with \"title\" and \"url\"");
      return;
    }
    if (!related.id.empty() || (!related.title.empty() && !related.url.empty())) {
      article.related.push_back(std::move(related));
    } else {
      fields.warning(value, "a related story with neither an id nor a title and a URL is left out",
                     Code::incomplete_entry);
    }
  });
}

void read_texts(const Value& object, std::string_view key, FieldReader& fields,
                std::vector<std::string>& out) {
  for_each(object, key, [&](const Value& value) {
    if (!FieldReader::is_text(value)) {
      fields.wrong(value, "each of " + quote(key), "text");
      return;
    }
    std::string text = one_line(value.text);
    if (!text.empty()) out.push_back(std::move(text));
  });
}

// true, or the date. A date to come counts too: what is withdrawn must not depend on the clock. So does a
// text that is no date: better off the site than on it against someone's will.
void read_withdrawn(const Value& object, FieldReader& fields, Article& article) {
  const Value* value = FieldReader::find(object, "withdrawn");
  if (!value) return;
  if (FieldReader::is_text(*value)) {
    article.withdrawn_date = normal_date(value->text);
    if (!article.withdrawn_date.empty()) {
      article.withdrawn = true;
      return;
    }
  }
  if (value->type != ValueType::text) {
    fields.flag(object, "withdrawn", article.withdrawn);
  } else if (!value->text.empty()) {
    article.withdrawn = true;
    fields.warning(*value, "the article is withdrawn without a date: " + quote(value->text) +
                               " is no date of the form 2026-05-09T10:00:00Z",
                   Code::bad_date);
  }
}

void read_translations(const Value& object, FieldReader& fields, Article& article) {
  const Value* value = FieldReader::find(object, "translations");
  if (!value) return;
  if (value->type != ValueType::object) {
    fields.wrong(*value, "\"translations\"", "an object of languages and ids");
    return;
  }
  for (const Member& member : value->members) {
    std::string id;
    if (fields.text(*value, member.key, id) && !id.empty()) {
      article.translations.emplace_back(member.key, std::move(id));
      article.translation_places.push_back(fields.place(member.value));
    }
  }
}

void read_corrections(const Value& object, FieldReader& fields, Article& article) {
  for_each(object, "corrections", [&](const Value& value) {
    if (value.type != ValueType::object) {
      fields.wrong(value, "each of \"corrections\"", "an object with \"date\" and \"text\"");
      return;
    }
    model::Correction correction;
    read_date(value, "date", fields, correction.date);
    fields.line(value, "text", correction.text);
    if (!correction.text.empty()) article.corrections.push_back(std::move(correction));
  });
}

void read_direction(const Value& object, FieldReader& fields, Article& article) {
  std::string dir;
  if (!fields.line(object, "dir", dir) || dir.empty()) return;
  if (dir == "ltr" || dir == "rtl") {
    article.dir = dir;
  } else {
    fields.error(*object.find("dir"), "\"dir\" must be \"ltr\" or \"rtl\", not " + quote(dir));
  }
}

}  // namespace

bool read_language(const Value& object, FieldReader& fields, std::string& out) {
  std::string lang;
  if (!fields.line(object, "lang", lang) || lang.empty()) return false;
  for (const char c : lang) {
    const bool allowed =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    if (!allowed) {
      fields.warning(*object.find("lang"),
                     "\"lang\" is left out: " + quote(lang) + " is no language tag like \"en-GB\"",
                     Code::bad_language);
      return false;
    }
  }
  out = std::move(lang);
  return true;
}

bool read_section(const Value& value, std::string_view what, FieldReader& fields,
                  std::vector<std::string>& out) {
  if (FieldReader::is_text(value)) {
    for (std::string_view rest = value.text; !rest.empty();) {
      const size_t end = std::min(rest.find('/'), rest.size());
      std::string name = one_line(rest.substr(0, end));
      if (!name.empty()) out.push_back(std::move(name));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
  }
  if (value.type != ValueType::list) return fields.wrong(value, what, "text or a list of text");
  for (const Value& item : value.items) {
    if (!FieldReader::is_text(item)) {
      return fields.wrong(item, "each part of " + std::string(what), "text");
    }
    std::string name = one_line(item.text);
    if (!name.empty()) out.push_back(std::move(name));
  }
  return true;
}

void read_article_fields(const Value& object, FieldReader& fields, Article& article) {
  if (fields.line(object, "id", article.id)) article.id_place = fields.place(*object.find("id"));
  read_language(object, fields, article.lang);
  read_direction(object, fields, article);
  if (fields.line(object, "title", article.title)) {
    article.title_place = fields.place(*object.find("title"));
  }
  fields.line(object, "standfirst", article.standfirst);
  if (const Value* section = FieldReader::find(object, "section")) {
    read_section(*section, "\"section\"", fields, article.section);
  }
  read_authors(object, fields, article);
  read_date(object, "published", fields, article.published);
  read_date(object, "updated", fields, article.updated);
  if (!article.updated.empty()) article.updated_place = fields.place(*object.find("updated"));
  read_date(object, "expires", fields, article.expires);
  read_image(object, fields, article);
  read_related(object, fields, article);
  read_texts(object, "tags", fields, article.tags);
  fields.flag(object, "moods", article.moods);
  fields.flag(object, "draft", article.draft);
  read_withdrawn(object, fields, article);
  fields.link(object, "canonical", article.canonical);
  read_texts(object, "aliases", fields, article.aliases);
  read_translations(object, fields, article);
  read_corrections(object, fields, article);
}

}  // namespace lectern::ingest
