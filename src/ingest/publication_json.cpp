// SPDX-License-Identifier: MIT
#include <utility>

#include "base/number.hpp"
#include "ingest/article_fields.hpp"
#include "ingest/clean_text.hpp"
#include "ingest/field_checks.hpp"
#include "ingest/ingest.hpp"
#include "ingest/json_reader.hpp"

namespace lectern::ingest {
namespace {

constexpr Place kStart{1, 1};

void read_sections(const Value& object, FieldReader& fields, model::Publication& publication) {
  const Value* sections = object.find("sections");
  if (!sections) return;
  if (sections->type != ValueType::list) {
    fields.wrong(*sections, "\"sections\"", "a list");
    return;
  }
  for (const Value& item : sections->items) {
    model::SectionPath path;
    if (!read_section(item, "each of \"sections\"", fields, path)) continue;
    if (!path.empty()) publication.sections.push_back(std::move(path));
  }
}

// What tokens there are, and which values they can have, publish/theme knows.
void read_theme(const Value& object, FieldReader& fields, model::Publication& publication) {
  const Value* theme = object.find("theme");
  if (!theme) return;
  if (theme->type != ValueType::object) {
    fields.wrong(*theme, "\"theme\"", "an object of tokens");
    return;
  }
  constexpr size_t kMost = 1000;  // there are not as many tokens
  for (const Member& member : theme->members) {
    if (publication.theme.size() == kMost) return;
    const Value& value = member.value;
    std::string text;
    if (value.type == ValueType::number) {
      text = decimal(value.number, 6);
    } else if (value.type == ValueType::text) {
      text = one_line(value.text);
    } else {
      fields.wrong(value, "the token " + quote(member.key), "a text or a number");
      continue;
    }
    publication.theme.push_back(
        {member.key, std::move(text), fields.places().at(member.key_offset), fields.place(value)});
  }
}

// The address of the whole site: absolute, since feeds and canonical links are made of it.
void read_site_url(const Value& object, FieldReader& fields, model::Publication& publication) {
  std::string url;
  if (!fields.line(object, "url", url) || url.empty()) return;
  const bool absolute = url.compare(0, 8, "https://") == 0 || url.compare(0, 7, "http://") == 0;
  if (!absolute || allowed_link(url).empty()) {
    fields.error(*object.find("url"),
                 "\"url\" must begin with https:// or http://, not be " + quote(url),
                 Code::bad_url);
    return;
  }
  while (url.back() == '/')
    url.pop_back();
  publication.url = std::move(url);
}

}  // namespace

model::Publication parse_publication_json(std::string_view text, const std::string& path,
                                          Diagnostics& diagnostics) {
  Report report(path, diagnostics);
  model::Publication publication;
  const CleanText clean(text, kStart, Severity::error, report);
  if (clean.text().empty()) {
    report.error({}, "the file is empty", Code::empty_file);
    return publication;
  }
  const PlaceIndex places(clean.text(), kStart);
  const std::optional<Value> root = read_json(clean.text(), places, report);
  if (!root) return publication;
  FieldReader fields(places, report);
  if (root->type != ValueType::object) {
    fields.wrong(*root, "a publication", "an object");
    return publication;
  }
  std::string title, lang;
  if (fields.line(*root, "title", title) && !title.empty()) publication.title = std::move(title);
  read_site_url(*root, fields, publication);
  if (read_language(*root, fields, lang)) publication.lang = std::move(lang);
  read_sections(*root, fields, publication);
  read_theme(*root, fields, publication);
  check_publication_fields(*root, fields);
  return publication;
}

}  // namespace lectern::ingest
