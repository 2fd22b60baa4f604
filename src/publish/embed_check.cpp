// SPDX-License-Identifier: MIT
#include "publish/embed_check.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/sha256.hpp"
#include "ingest/report.hpp"
#include "publish/addresses.hpp"

namespace lectern::publish {
namespace {

using ingest::quote;

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; (at = text.find_first_not_of(" \t\r\n", at)) != text.npos;) {
    const size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string header_of(const Fetched& page, const std::string& name) {
  const auto found = page.headers.find(name);
  return found == page.headers.end() ? "" : found->second;
}

// What a directive of one of the policies says, without its name; nothing when none has it.
std::optional<std::string> directive_of(std::string_view policies, std::string_view name) {
  while (!policies.empty()) {
    const size_t end = std::min(policies.find_first_of(";,"), policies.size());
    const auto words = words_of(policies.substr(0, end));
    policies.remove_prefix(std::min(end + 1, policies.size()));
    if (words.empty() || words[0] != name) continue;
    std::string value;
    for (size_t i = 1; i < words.size(); ++i)
      value += (i > 1 ? " " : "") + std::string(words[i]);
    return value;
  }
  return std::nullopt;
}

// Whether a source of a policy lets an origin be (CSP level 3, 6.7.2.8, as far as sources without a path go).
bool lets(std::string_view source, const std::string& origin) {
  if (source == "*" || source == origin) return true;
  const size_t scheme = origin.find("://");
  if (source == origin.substr(0, scheme + 1)) return true;
  const size_t star = source.find("*.");
  if (star != source.npos) {
    return origin.starts_with(source.substr(0, star)) && origin.ends_with(source.substr(star + 1));
  }
  return source == std::string_view(origin).substr(scheme + 3);
}

bool lets_any(std::string_view sources, const std::string& origin) {
  const auto words = words_of(sources);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view source) { return lets(source, origin); });
}

using Attributes = std::map<std::string, std::string, std::less<>>;

// The attributes of a tag that begins at `at`, names in small letters; enough of HTML for what pages of all kinds
// write. Moves `at` behind it.
Attributes attributes_at(std::string_view html, size_t& at) {
  Attributes attributes;
  at = std::min(html.find_first_of(" \t\r\n/>", at + 1), html.size());
  while (at < html.size() && html[at] != '>') {
    const size_t end = std::min(html.find_first_of("= \t\r\n>", at), html.size());
    std::string name(html.substr(at, end - at));
    for (char& c : name) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    at = end;
    std::string value;
    if (at < html.size() && html[at] == '=') {
      ++at;
      const char mark = at < html.size() ? html[at] : ' ';
      const bool quoted = mark == '"' || mark == '\'';
      if (quoted) ++at;
      const size_t close = std::min(quoted ? html.find(mark, at) : html.find_first_of(" \t\r\n>", at), html.size());
      value = html.substr(at, close - at);
      at = std::min(close + (quoted ? 1 : 0), html.size());
    } else if (at < html.size() && html[at] != '>') {
      ++at;
    }
    if (!name.empty()) attributes.emplace(std::move(name), std::move(value));
  }
  return attributes;
}

std::string value_of(const Attributes& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? "" : found->second;
}

// Calls `with` for the attributes of each tag of that name.
template <typename With>
void for_each_tag(std::string_view html, std::string_view name, With with) {
  const std::string open = '<' + std::string(name);
  for (size_t at = html.find(open); at != html.npos; at = html.find(open, at)) {
    const size_t end = at + open.size();
    const bool whole = end < html.size() && std::string_view(" \t\r\n>/").find(html[end]) != std::string_view::npos;
    if (whole) with(attributes_at(html, at));
    else at = end;
  }
}

// The list in an embedded page; nothing when everyone may frame it.
std::optional<std::string> list_in(std::string_view html) {
  std::optional<std::string> list;
  for_each_tag(html, "script", [&](const Attributes& script) {
    if (script.contains("data-allow")) list = value_of(script, "data-allow");
  });
  return list;
}

bool is_loopback(std::string_view shown) {
  return shown.starts_with("http://127.") || shown.starts_with("http://localhost") || shown.starts_with("http://[::1]");
}

class Partner {
 public:
  Partner(const std::string& shown, const Fetched& page, const std::string& site, const Fetch& fetch,
          Diagnostics& diagnostics)
      : shown_(shown), page_(page), site_(site), origin_(origin_of(site)), fetch_(fetch), diagnostics_(diagnostics) {}

  void check() {
    for_each_tag(page_.body, "script", [&](const Attributes& script) { check_script(script); });
    for_each_tag(page_.body, "lectern-article", [&](const Attributes& tag) { check_article(value_of(tag, "data-article")); });
    for_each_tag(page_.body, "iframe", [&](const Attributes& frame) { check_frame(value_of(frame, "src")); });
    if (!embeds_) return error("nothing in it shows an article of " + site_);
    check_source({"frame-src", "child-src", "default-src"});
    if (scripts_) check_source({"script-src-elem", "script-src", "default-src"});
  }

 private:
  // A path of the site; nothing for another address.
  std::optional<std::string> path_of(const std::string& url) const {
    if (!url.starts_with(site_)) return std::nullopt;
    return url.substr(site_.size(), url.find_first_of("?#", site_.size()) - site_.size());
  }

  void check_script(const Attributes& script) {
    const auto path = path_of(value_of(script, "src"));
    if (!path) return;
    scripts_ = true;
    const auto answer = fetch_(*path);
    if (!answer || answer->status != 200) {
      error("its script " + quote(*path) + " is not on the site; take embed.js, or the one that embed.json names");
    } else if (script.contains("integrity")) {
      const std::string integrity = value_of(script, "integrity");
      if (integrity.find(integrity_of(answer->body)) == std::string::npos && integrity.starts_with("sha256-"))
        error("its integrity value is of other bytes; it must be integrity=\"" + integrity_of(answer->body) + '"');
      if (!script.contains("crossorigin"))
        error("a script with an integrity value needs crossorigin=\"anonymous\" from another site");
    }
    if (script.contains("data-article")) check_article(value_of(script, "data-article"));
  }

  void check_article(const std::string& id) {
    embeds_ = true;
    check_page(embed_path(id), "the article " + quote(id));
  }

  void check_frame(const std::string& url) {
    const auto path = path_of(url);
    if (!path) return;
    embeds_ = true;
    if (path->starts_with("embed/")) return check_page(*path, quote(url));
    const std::string id = path->starts_with("a/") ? path->substr(2) : "ID/";
    error("it frames " + quote(url) + ", but only pages below embed/ can be framed; take " + site_ + "embed/" + id);
  }

  void check_page(const std::string& path, const std::string& what) {
    const auto page = fetch_(path);
    if (!page || page->status != 200) return error(what + " is not on the site");
    const auto list = list_in(page->body);
    const std::string own = origin_of(shown_);
    if (!list || told_list_ || own == origin_ || lets_any(*list, own)) return;
    told_list_ = true;
    error("the publication lets other sites alone embed; add " + quote(own) + " to embed.allow in publication.json");
  }

  void check_source(const std::vector<std::string_view>& names) {
    const std::string policy = header_of(page_, "content-security-policy");
    for (const std::string_view name : names) {
      const auto sources = directive_of(policy, name);
      if (!sources) continue;
      if (!lets_any(*sources, origin_))
        error("its Content-Security-Policy keeps the publication out; add " + origin_ + " to " + std::string(name));
      return;
    }
  }

  void error(std::string sentence) {
    diagnostics_.push_back({Severity::error, shown_, {}, std::move(sentence), Code::bad_value});
  }

  const std::string& shown_;
  const Fetched& page_;
  const std::string& site_;
  const std::string origin_;
  const Fetch& fetch_;
  Diagnostics& diagnostics_;
  bool embeds_ = false, scripts_ = false, told_list_ = false;
};

}  // namespace

void EmbedCheck::check_embedded(const std::string& shown, const Fetched& page) {
  const auto list = list_in(page.body);
  const std::string wanted = !list ? "*" : "'self'" + (list->empty() ? "" : ' ' + *list);
  const auto found = directive_of(header_of(page, "content-security-policy"), "frame-ancestors");
  const std::string line = "; send Content-Security-Policy: frame-ancestors " + wanted;
  if (found && *found != wanted && !told_list_) {
    told_list_ = true;
    warn(shown, "its frame-ancestors " + quote(*found) + " are not those of publication.json" + line);
  } else if (!found && page.headers.contains("x-frame-options")) {
    warn(shown, "X-Frame-Options forbids it to be framed, so no partner can show it" + line);
  } else if (!found && list && !told_list_) {
    told_list_ = true;
    warn(shown, "the host does not say who may frame it" + line);
  }
  if (deployed_ && !told_http_ && shown.starts_with("http://") && !is_loopback(shown)) {
    told_http_ = true;
    warn(shown, "it is sent by http, and a page of https shows no such frame; serve the publication by https");
  }
}

void EmbedCheck::check_other(const std::string& shown, const Fetched& page) {
  const auto policy = directive_of(header_of(page, "content-security-policy"), "frame-ancestors");
  if (told_other_ || policy || page.headers.contains("x-frame-options")) return;
  told_other_ = true;
  warn(shown, "any site may frame this page; only those below embed/ are meant for it; send X-Frame-Options: SAMEORIGIN");
}

void EmbedCheck::check_shared(const std::string& shown, const Fetched& answer) {
  if (told_shared_ || header_of(answer, "access-control-allow-origin") == "*") return;
  told_shared_ = true;
  warn(shown, "pages of partners that ask with an integrity value get no answer; send Access-Control-Allow-Origin: * "
              "for embed.js, article.json and all below _/");
}

void EmbedCheck::warn(const std::string& shown, std::string sentence) {
  diagnostics_.push_back({Severity::warning, shown, {}, std::move(sentence), Code::bad_value});
}

void check_partner(const std::string& shown, const Fetched& page, const std::string& site, const Fetch& fetch,
                   Diagnostics& diagnostics) {
  Partner(shown, page, site, fetch, diagnostics).check();
}

}  // namespace lectern::publish
