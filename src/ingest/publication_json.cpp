// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string_view>
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

// The site's name at its service is the host that the publication stands at, unless it is given.
void read_moods(const Value& object, FieldReader& fields, model::Publication& publication) {
  const Value* moods = object.find("moods");
  if (!moods) return;
  if (moods->type != ValueType::object) {
    fields.wrong(*moods, "\"moods\"", "an object");
    return;
  }
  const std::string& url = publication.url;
  const size_t host = url.find("//") + 2;  // a URL that is not empty has passed read_site_url
  publication.moods_site =
      url.empty() ? "local" : url.substr(host, url.find_first_of(":/", host) - host);
  std::string site;
  if (fields.line(*moods, "site", site) && !site.empty()) publication.moods_site = std::move(site);
  std::string service;
  if (!fields.line(*moods, "service", service) || service.empty()) return;
  const bool web = service.compare(0, 8, "https://") == 0 ||
                   service.compare(0, 7, "http://") == 0 || service.front() == '/';
  if (!web || allowed_link(service).empty() || service.find_first_of("?#") != std::string::npos) {
    fields.error(*moods->find("service"),
                 "\"service\" must be the address of a mood service, https://… or /…, not " +
                     quote(service),
                 Code::bad_url);
    return;
  }
  while (!service.empty() && service.back() == '/')
    service.pop_back();
  publication.moods_service = service + '/';
}

// "https://example.org", "https://*.example.org:8443": a source of the policy's frame-ancestors without a path,
// so that it can be compared with an origin.
bool is_frame_source(std::string_view text) {
  const size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  std::string_view host = text.substr(scheme);
  if (host.starts_with("*.")) host.remove_prefix(2);
  const size_t colon = host.find(':');
  if (colon != std::string_view::npos) {
    const std::string_view port = host.substr(colon + 1);
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != port.npos) return false;
    host = host.substr(0, colon);
  }
  return scheme > 0 && !host.empty() &&
         std::all_of(host.begin(), host.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
         });
}

// A list that can't be read must not let everyone in: it is an error, and nobody is in it.
void read_embed(const Value& object, FieldReader& fields, model::Publication& publication) {
  const Value* embed = object.find("embed");
  if (!embed) return;
  const Value* allow = embed->find("allow");
  if (embed->type != ValueType::object || allow) publication.embed_allow.emplace();
  if (embed->type != ValueType::object) {
    fields.wrong(*embed, "\"embed\"", "an object");
    return;
  }
  if (!allow) return;
  if (allow->type != ValueType::list) {
    fields.wrong(*allow, "\"allow\"", "a list");
    return;
  }
  for (const Value& item : allow->items) {
    if (item.type != ValueType::text) {
      fields.wrong(item, "each of \"allow\"", "text");
    } else if (!is_frame_source(item.text)) {
      fields.error(item,
                   "each of \"allow\" must be an origin such as https://example.org or "
                   "https://*.example.org, not " + quote(item.text),
                   Code::bad_url);
    } else {
      publication.embed_allow->push_back(item.text);
    }
  }
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
  read_moods(*root, fields, publication);
  fields.flag(*root, "offline", publication.offline);
  read_embed(*root, fields, publication);
  read_theme(*root, fields, publication);
  check_publication_fields(*root, fields);
  return publication;
}

}  // namespace lectern::ingest
