// SPDX-License-Identifier: MIT
// The lists of keys are those that article_fields.cpp, article_json.cpp and publication_json.cpp
// read, and those of CONTRACT.md that are read elsewhere.
#include "ingest/field_checks.hpp"

#include <algorithm>
#include <span>

#include "base/language_tag.hpp"
#include "base/nearest.hpp"

namespace lectern::ingest {
namespace {

using Keys = std::span<const std::string_view>;

constexpr std::string_view kArticle[] = {
    "lectern",      "id",          "lang",    "dir",       "title",   "standfirst",
    "section",      "authors",     "updated", "image",     "related", "tags",
    "published",    "moods",       "draft",   "body",      "page",    "canonical",
    "translations", "corrections", "aliases", "withdrawn", "expires",
};
constexpr std::string_view kAuthor[] = {"name", "url"};
constexpr std::string_view kImage[] = {"src", "alt", "width", "height", "caption", "credit"};
constexpr std::string_view kRelated[] = {"id", "title", "url"};
constexpr std::string_view kCorrection[] = {"date", "text"};
constexpr std::string_view kBody[] = {"format", "text", "blocks", "footnotes"};
constexpr std::string_view kEmbed[] = {"allow"};
constexpr std::string_view kPublication[] = {"title", "url",   "lang", "sections",
                                             "theme", "moods", "embed", "offline"};
constexpr std::string_view kMoods[] = {"service", "site"};

// More of them in one object is no article, and each costs a search.
constexpr int kMaxUnknown = 100;

void check_keys(const Value& object, Keys known, FieldReader& fields) {
  int unknown = 0;
  for (const Member& member : object.members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    if (++unknown > kMaxUnknown) return;
    const Place place = fields.places().at(member.key_offset);
    const std::string sentence = "unknown key " + quote(member.key) + ": ";
    const std::string_view meant = nearest(member.key, known);
    if (meant.empty()) {
      fields.report().note(place, sentence + "nothing reads it", Code::unknown_key);
    } else {
      fields.report().warning(place, sentence + "did you mean " + quote(meant) + '?',
                              Code::unknown_key);
    }
  }
}

// An object, or each object of a list.
void check_keys_of(const Value& parent, std::string_view key, Keys known, FieldReader& fields) {
  const Value* value = parent.find(key);
  if (!value) return;
  check_keys(*value, known, fields);
  for (const Value& item : value->items)
    check_keys(item, known, fields);
}

// read_language has said so already when other characters stand in it.
bool has_tag_characters(std::string_view tag) {
  return std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

void check_tag(std::string_view tag, Place place, FieldReader& fields) {
  const std::string fault = language_fault(tag);
  if (!fault.empty()) fields.report().warning(place, quote(tag) + ' ' + fault, Code::bad_language);
}

void check_language(const Value& object, FieldReader& fields) {
  const Value* lang = FieldReader::find(object, "lang");
  if (!lang || !FieldReader::is_text(*lang)) return;
  const std::string tag = one_line(lang->text);
  if (!tag.empty() && has_tag_characters(tag)) check_tag(tag, fields.place(*lang), fields);
}

void check_translations(const Value& object, FieldReader& fields) {
  const Value* translations = FieldReader::find(object, "translations");
  if (!translations) return;
  int count = 0;
  for (const Member& member : translations->members) {
    if (++count > kMaxUnknown) return;
    check_tag(member.key, fields.places().at(member.key_offset), fields);
  }
}

}  // namespace

void check_article_fields(const Value& article, FieldReader& fields) {
  check_keys(article, kArticle, fields);
  check_keys_of(article, "authors", kAuthor, fields);
  check_keys_of(article, "image", kImage, fields);
  check_keys_of(article, "related", kRelated, fields);
  check_keys_of(article, "corrections", kCorrection, fields);
  check_keys_of(article, "body", kBody, fields);
  check_language(article, fields);
  check_translations(article, fields);
}

void check_publication_fields(const Value& publication, FieldReader& fields) {
  check_keys(publication, kPublication, fields);
  check_keys_of(publication, "embed", kEmbed, fields);
  check_keys_of(publication, "moods", kMoods, fields);
  check_language(publication, fields);
}

}  // namespace lectern::ingest
