// SPDX-License-Identifier: MIT
#include "moods/sites.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/slug.hpp"
#include "ingest/clean_text.hpp"
#include "ingest/field_reader.hpp"
#include "ingest/json_reader.hpp"

namespace lectern::moods {
namespace fs = std::filesystem;
namespace {

using ingest::Value;
using ingest::ValueType;

constexpr std::size_t kMaxSiteName = 253;  // of a host name (RFC 1035)
constexpr std::size_t kMaxSitesBytes = 64u << 20;
constexpr std::int64_t kLookEveryMs = 500;

std::int64_t now_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::optional<std::string> read_file(const fs::path& path) {
  std::error_code failed;
  if (!fs::is_regular_file(path, failed) || fs::file_size(path, failed) > kMaxSitesBytes)
    return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.good() && !in.eof()) return std::nullopt;
  return text;
}

// Scheme, host and port alone, as browsers send it: what could never be equal is said at once.
bool is_origin(std::string_view origin) {
  const std::size_t scheme = origin.starts_with("https://") ? 8 : origin.starts_with("http://") ? 7 : 0;
  const std::string_view rest = origin.substr(scheme);
  return scheme > 0 && !rest.empty() && rest.find_first_of("/?#@ *") == std::string_view::npos;
}

class SitesReader {
 public:
  SitesReader(const ingest::PlaceIndex& places, ingest::Report& report) : fields_(places, report) {}

  SiteMap read(const Value& root) {
    SiteMap sites;
    if (root.type != ValueType::object) fields_.wrong(root, "the file", "an object of sites");
    for (const ingest::Member& member : root.members) {
      if (!is_site_name(member.key)) {
        fields_.error(member.value, ingest::quote(member.key) +
                                        " is no name of a site: a host name in small letters, or "
                                        "local");
      } else if (member.value.type != ValueType::object) {
        fields_.wrong(member.value, "a site", "an object");
      } else {
        sites.emplace(member.key, site(member.value));
      }
    }
    return sites;
  }

 private:
  Site site(const Value& object) {
    Site site;
    if (!object.find("origins")) fields_.error(object, "a site needs \"origins\"");
    each(object, "origins", [&](const Value& value) {
      if (is_origin(value.text)) return site.origins.push_back(value.text);
      fields_.error(value, ingest::quote(value.text) +
                               " is no origin: a scheme, a host and maybe a port, such as "
                               "https://news.example");
    });
    if (object.find("articles")) site.articles.emplace();
    each(object, "articles", [&](const Value& value) { id(value, *site.articles); });
    each(object, "withdrawn", [&](const Value& value) { id(value, site.withdrawn); });
    return site;
  }

  void id(const Value& value, std::set<std::string>& to) {
    if (is_article_id(value.text)) to.insert(value.text);
    else fields_.error(value, ingest::quote(value.text) + " is no id of an article");
  }

  template <typename Take>
  void each(const Value& object, std::string_view key, Take take) {
    const Value* list = object.find(key);
    if (!list) return;
    const std::string what = '"' + std::string(key) + '"';
    if (list->type != ValueType::list) {
      fields_.wrong(*list, what, "a list");
      return;
    }
    for (const Value& value : list->items) {
      if (value.type == ValueType::text) take(value);
      else fields_.wrong(value, "each of " + what, "text");
    }
  }

  ingest::FieldReader fields_;
};

bool is_listed(const std::vector<std::string>& list, std::string_view origin) {
  return std::find(list.begin(), list.end(), origin) != list.end();
}

}  // namespace

bool is_site_name(std::string_view name) {
  return !name.empty() && name.size() <= kMaxSiteName &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
                  c == '_' || static_cast<unsigned char>(c) >= 0x80;
         });
}

bool is_article_id(std::string_view id) {
  constexpr std::size_t kMaxId = 80;  // a slug has no more
  return !id.empty() && id.size() <= kMaxId && slug(id) == id;
}

std::optional<SiteMap> read_sites(std::string_view text, const std::string& path,
                                  std::string& problem) {
  constexpr Place kStart{1, 1};
  Diagnostics diagnostics;
  ingest::Report report(path, diagnostics);
  const ingest::CleanText clean(text, kStart, Severity::error, report);
  const ingest::PlaceIndex places(clean.text(), kStart);
  SiteMap sites;
  if (const auto root = ingest::read_json(clean.text(), places, report)) {
    sites = SitesReader(places, report).read(*root);
  }
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!problem.empty()) problem += '\n';
    problem += to_string(diagnostic);
  }
  if (has_error(diagnostics)) return std::nullopt;
  return sites;
}

bool SiteFile::load(std::string& problem) {
  std::error_code failed;
  const auto time = fs::last_write_time(file_, failed);
  const auto text = read_file(file_);
  if (failed || !text) {
    problem = file_.string() + " can't be read";
    return false;
  }
  auto sites = read_sites(*text, file_.string(), problem);
  const std::lock_guard lock(mutex_);
  time_ = time;
  if (!sites) return false;
  sites_ = std::make_shared<const SiteMap>(std::move(*sites));
  return true;
}

std::shared_ptr<const SiteMap> SiteFile::now() const {
  {
    const std::lock_guard lock(mutex_);
    const std::int64_t ms = now_ms();
    if (ms < next_look_) return sites_;
    next_look_ = ms + kLookEveryMs;
    std::error_code failed;
    const auto time = fs::last_write_time(file_, failed);
    if (failed || time == time_) return sites_;
  }
  std::string problem;
  const bool loaded = const_cast<SiteFile*>(this)->load(problem);
  const std::lock_guard lock(mutex_);
  if (!loaded) problem_ = problem;
  return sites_;
}

std::string SiteFile::take_problem() const {
  const std::lock_guard lock(mutex_);
  return std::exchange(problem_, "");
}

bool SiteFile::has(const std::string& site) const {
  return now()->contains(site);
}

bool SiteFile::allows(const std::string& site, std::string_view origin, std::string_view) const {
  const auto sites = now();
  const auto found = sites->find(site);
  return found != sites->end() && is_listed(found->second.origins, origin);
}

Known SiteFile::knows(const std::string& site, const std::string& article) const {
  const auto sites = now();
  const auto found = sites->find(site);
  if (found == sites->end()) return Known::no;
  if (found->second.withdrawn.contains(article)) return Known::withdrawn;
  return !found->second.articles || found->second.articles->contains(article) ? Known::yes
                                                                              : Known::no;
}

bool SiteFolder::has(const std::string&) const {
  return true;
}

bool SiteFolder::allows(const std::string&, std::string_view origin, std::string_view host) const {
  return !host.empty() && origin == "http://" + std::string(host);
}

Known SiteFolder::knows(const std::string&, const std::string& article) const {
  std::error_code failed;
  if (fs::is_regular_file(folder_ / "a" / article / "index.html", failed)) return Known::yes;
  const auto text = read_file(folder_ / "withdrawn.json");
  if (!text) return Known::no;
  Diagnostics ignored;
  ingest::Report report("", ignored);
  const ingest::PlaceIndex places(*text, {});
  const auto root = ingest::read_json(*text, places, report);
  const Value* list = root ? root->find("withdrawn") : nullptr;
  if (!list) return Known::no;
  return std::any_of(list->items.begin(), list->items.end(),
                     [&](const Value& value) {
                       const Value* id = value.find("id");
                       return id && id->text == article;
                     })
             ? Known::withdrawn
             : Known::no;
}

}  // namespace lectern::moods
