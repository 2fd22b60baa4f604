// SPDX-License-Identifier: MIT
#include "publish/site_check.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <string_view>
#include <utility>

#include "base/hash.hpp"
#include "ingest/ingest.hpp"
#include "ingest/report.hpp"
#include "publish/addresses.hpp"
#include "publish/embed_check.hpp"
#include "publish/page_links.hpp"

namespace lectern::publish {
namespace {

using ingest::quote;

// A site of a hundred thousand articles is no better known by all of them.
constexpr size_t kMaxFetched = 10000;

// What a browser insists on (HTML: "fetch a module script", CSS, and WebAssembly's streaming
// compile).
struct TypeRule {
  std::string_view ending, type, why;
};
// JavaScript's old name, which many hosts send, does too (RFC 9239).
constexpr std::string_view kOldScriptType = "application/javascript";
constexpr TypeRule kTypes[] = {
    {".js", "text/javascript", "browsers run no module of another type"},
    {".css", "text/css", "browsers apply no style of another type"},
    {".wasm", "application/wasm", "browsers compile no other type while it arrives"},
    {".json", "application/json", "the viewer does not count on another type"},
    {"/", "text/html", "browsers show no page of another type"},
};

class Checker {
 public:
  Checker(const SiteCheck& site, const Fetch& fetch, Diagnostics& diagnostics)
      : site_(site), fetch_(fetch), diagnostics_(diagnostics), embeds_(site.deployed, diagnostics) {}

  bool check() {
    const auto front = fetch_("");
    if (!front) return false;
    known_.insert("");
    check_page("", *front);
    if (site_.deployed) check_policy(*front);
    while (!waiting_.empty() && known_.size() < kMaxFetched) {
      const auto [path, from] = std::move(waiting_.front());
      waiting_.pop_front();
      visit(path, from);
    }
    check_missing_page();
    return true;
  }

 private:
  void visit(const std::string& path, const std::string& from) {
    const auto answer = fetch_(path);
    const bool moved = answer && answer->status > 300 && answer->status < 309;
    if (moved && !path.starts_with("_/")) return;  // "map" without its slash: browsers follow
    if (!answer || answer->status != 200) {
      error(path,
            answer ? "this answers with " + std::to_string(answer->status) + ", and " +
                         quote(site_.address + from) + " needs it"
                   : "this does not answer",
            Code::missing_target);
      return;
    }
    if (path.ends_with('/')) return check_page(path, *answer);
    check_type(path, *answer);
    if (path.starts_with("_/")) check_hash(path, *answer);
    if (path.ends_with("/article.json")) check_article(path, *answer);
    if (path.starts_with("_/") || path == "embed.js") embeds_.check_shared(site_.address + path, *answer);
  }

  void check_page(const std::string& path, const Fetched& page) {
    if (page.status != 200) {
      return error(path, "this page answers with " + std::to_string(page.status),
                   Code::missing_target);
    }
    check_type(path.empty() ? "/" : path, page);
    check_address(path, own_address_of(page.body));
    for (const std::string& url : links_of(page.body)) {
      const std::string target = resolve(path, url, base_path(base_));
      if (target != "?") want(target, path);
    }
    if (path.starts_with("a/")) want(path + "article.json", path);
    if (path.starts_with("a/")) want("embed/" + path.substr(2), path);
    if (path.starts_with("embed/")) {
      want("embed.js", path);
      embeds_.check_embedded(site_.address + path, page);
    } else {
      embeds_.check_other(site_.address + path, page);
    }
  }

  void want(const std::string& path, const std::string& from) {
    if (known_.insert(path).second) waiting_.emplace_back(path, from);
  }

  void check_type(const std::string& path, const Fetched& answer) {
    const auto* rule = std::find_if(std::begin(kTypes), std::end(kTypes),
                                    [&](const TypeRule& r) { return path.ends_with(r.ending); });
    if (rule == std::end(kTypes)) return;
    const auto found = answer.headers.find("content-type");
    const std::string type = found == answer.headers.end() ? "" : found->second;
    if (type.starts_with(rule->type)) return;
    if (rule->type == "text/javascript" && type.starts_with(kOldScriptType)) return;
    error(path == "/" ? "" : path,
          "this is sent as " + quote(type) + ", not " + std::string(rule->type) + ": " +
              std::string(rule->why),
          Code::wrong_type);
  }

  // NAME.HASH.EXT (publish/addresses).
  void check_hash(const std::string& path, const Fetched& answer) {
    if (path.find('.' + short_hash(answer.body)) != std::string::npos) return;
    error(path, "these are not the bytes that its name was made of: it was changed on the way",
          Code::bad_value);
  }

  void check_article(const std::string& path, const Fetched& answer) {
    Diagnostics found;
    const auto file = ingest::parse_article_json(answer.body, path, found);
    if (!file || has_error(found) || !file->context) {
      error(path, "this is no article as the publisher writes it, so the page stays HTML",
            Code::syntax);
    }
  }

  // The publication's address is the same on every page, and in a deployed site its own.
  void check_address(const std::string& path, const std::string& own) {
    if (base_.empty() && site_.deployed) base_ = site_.address;
    if (own.empty()) return;
    const bool fits = own.ends_with('/' + path);
    const std::string base = fits ? own.substr(0, own.size() - path.size()) : "";
    if (base_.empty()) base_ = base;
    if (fits && base == base_) return;
    if (told_base_) return;  // it is the same on each page
    told_base_ = true;
    warn(path,
         "its own address is " + quote(own) + ", but it stands at " +
             quote(base_ + path) + "; was the site built with another --base-url?",
         Code::bad_url);
  }

  void check_policy(const Fetched& front) {
    const auto found = front.headers.find("content-security-policy");
    if (found == front.headers.end()) {
      return warn("", "no Content-Security-Policy is sent", Code::missing_field);
    }
    const std::string& policy = found->second;
    const bool limits = policy.find("script-src") != std::string::npos ||
                        policy.find("default-src") != std::string::npos;
    if (limits && policy.find("'wasm-unsafe-eval'") == std::string::npos &&
        policy.find("'unsafe-eval'") == std::string::npos) {
      error("",
            "the Content-Security-Policy lacks 'wasm-unsafe-eval' in script-src, so the viewer "
            "can't start",
            Code::bad_value);
    }
  }

  void check_missing_page() {
    const std::string path = "lectern-doctor/no-such-page";
    const auto answer = fetch_(path);
    if (answer && answer->status != 404) {
      warn(
          path,
          "a page that does not exist answers with " + std::to_string(answer->status) + ", not 404",
          Code::bad_value);
    }
  }

  void error(const std::string& path, std::string sentence, Code code) {
    diagnostics_.push_back({Severity::error, site_.address + path, {}, std::move(sentence), code});
  }
  void warn(const std::string& path, std::string sentence, Code code) {
    diagnostics_.push_back(
        {Severity::warning, site_.address + path, {}, std::move(sentence), code});
  }

  const SiteCheck& site_;
  const Fetch& fetch_;
  Diagnostics& diagnostics_;
  EmbedCheck embeds_;
  std::set<std::string> known_;
  std::deque<std::pair<std::string, std::string>> waiting_;  // a path, and the page that named it
  std::string base_;
  bool told_base_ = false;
};

}  // namespace

bool check_site(const SiteCheck& site, const Fetch& fetch, Diagnostics& diagnostics) {
  return Checker(site, fetch, diagnostics).check();
}

}  // namespace lectern::publish
