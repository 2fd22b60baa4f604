// SPDX-License-Identifier: MIT
#include "publish/redirects.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/utf8.hpp"
#include "ingest/report.hpp"
#include "layout/direction.hpp"
#include "publish/addresses.hpp"
#include "publish/files.hpp"
#include "publish/page_head.hpp"
#include "publish/references.hpp"
#include "publish/story_card.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

// A name in a file system has at most 255 bytes, and an unfinished file's is longer than its own.
constexpr size_t kMaxPart = 200;
constexpr size_t kMaxPath = 1000;

// What is or may be the site's own, beside the pages of articles and columns (CONTRACT.md, "Site
// layout"): never an alias, whatever a build writes.
constexpr std::string_view kOwn[] = {"_",
                                     "all",
                                     "author",
                                     "c",
                                     "map",
                                     "saved",
                                     "tag",
                                     "embed",
                                     "oembed",
                                     "index.html",
                                     "404.html",
                                     "offline.html",
                                     "feed.xml",
                                     "atom.xml",
                                     "feed.json",
                                     "robots.txt",
                                     "manifest.webmanifest",
                                     "withdrawn.json",
                                     "sw.js",
                                     "embed.js"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string decode(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_value(text[i + 2]);
    out += low < 0 ? text[i] : static_cast<char>(high * 16 + low);
    if (low >= 0) i += 2;
  }
  return out;
}

bool is_plain_part(std::string_view part) {
  return !part.starts_with('.') && !part.ends_with(kUnfinished) && part.size() <= kMaxPart &&
         part.find('\\') == std::string_view::npos && !find_bad_utf8(part) &&
         std::none_of(part.begin(), part.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

// Whether Windows, or who unpacks the site there, can have files and folders of these names
// (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
bool is_portable(std::string_view site_path) {
  constexpr std::string_view kDevices[] = {"con", "prn", "aux", "nul"};
  const std::string path = percent_decoded(site_path);
  for (std::string_view rest = path; !rest.empty();) {
    const std::string_view part = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    const std::string stem = lower(part.substr(0, part.find('.')));
    const bool numbered = stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
                          stem[3] >= '1' && stem[3] <= '9';
    if (numbered || part.find_first_of("<>:\"|?*") != std::string_view::npos || part.ends_with('.') ||
        part.ends_with(' ') || std::find(std::begin(kDevices), std::end(kDevices), stem) != std::end(kDevices)) {
      return false;
    }
  }
  return true;
}

// The files of a site, and what may stand beside them. Small and capital letters are one, as on
// some file systems.
class Taken {
 public:
  // False when the file, a folder on the way to it, or a folder of its name is there already.
  bool take(const std::string& site_path) {
    const std::string file = lower(file_of(site_path));
    if (files_.contains(file) || folders_.contains(file)) return false;
    const auto each_folder = [&](auto&& act) {
      for (size_t slash = file.find('/'); slash != std::string::npos;
           slash = file.find('/', slash + 1))
        act(file.substr(0, slash));
    };
    bool is_free = true;
    each_folder([&](const std::string& folder) { is_free = is_free && !files_.contains(folder); });
    if (!is_free) return false;
    each_folder([&](const std::string& folder) { folders_.insert(folder); });
    files_.insert(file);
    return true;
  }

 private:
  std::set<std::string> files_, folders_;
};

}  // namespace

std::optional<std::string> redirect_path(std::string_view alias, std::string& problem) {
  if (alias.find_first_of("?#") != std::string_view::npos) {
    problem = "has a part behind ? or #, which a static site can't tell apart";
    return std::nullopt;
  }
  if (alias.find("://") != std::string_view::npos || alias.starts_with("//")) {
    problem = "is no path on the site";
    return std::nullopt;
  }
  std::string path, last;
  const std::string decoded = decode(alias);
  for (std::string_view rest = decoded; !rest.empty();) {
    const size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (part.empty()) continue;
    if (!is_plain_part(part)) {
      problem = "can't be a path on the site";
      return std::nullopt;
    }
    path += (path.empty() ? "" : "/") + encode_part(part);
    last = lower(part);
  }
  if (path.empty() || file_of(path).size() > kMaxPath) {
    problem = path.empty() ? "is the front page" : "is too long for a path";
    return std::nullopt;
  }
  const std::string first = lower(path.substr(0, path.find('/')));
  if (std::find(std::begin(kOwn), std::end(kOwn), first) != std::end(kOwn) ||
      first.starts_with("sitemap")) {
    problem = "is a place of the site's own";
    return std::nullopt;
  }
  const bool page = (last.ends_with(".html") || last.ends_with(".htm")) && !decoded.ends_with('/');
  return page ? path : path + '/';
}

std::vector<Redirect> plan_redirects(const Content& content, const std::string& shown,
                                     Diagnostics& diagnostics) {
  const auto warn = [&](const Story& story, std::string sentence) {
    diagnostics.push_back(
        {Severity::warning, shown + '/' + story.path, {}, std::move(sentence), Code::bad_value});
  };
  Taken taken;
  for (const Story& story : content.stories) {
    taken.take(article_path(story.article.id));
    taken.take(article_path(story.article.id) + "article.json");
  }
  std::vector<Redirect> redirects;
  for (size_t i = 0; i < content.stories.size(); ++i) {
    const Story& story = content.stories[i];
    for (const std::string& alias : story.article.aliases) {
      std::string problem;
      auto path = redirect_path(alias, problem);
      if (path && taken.take(*path)) {
        if (!is_portable(*path)) {
          warn(story, "the alias " + ingest::quote(alias) + " has a name that hosts with Windows can't hold");
        }
        redirects.push_back({std::move(*path), i});
        continue;
      }
      if (problem.empty()) problem = "is the place of another page";
      warn(story, "the alias " + ingest::quote(alias) + ' ' + problem + ", so it is left out");
    }
  }
  return redirects;
}

SiteFile write_redirect(const Site& site, const Redirect& redirect) {
  using semantics::escape_html;
  const model::Article& article = site.content.stories[redirect.story].article;
  const std::string to = article_path(article.id);
  const std::string url = relative_url(redirect.path, to);
  const std::string lang = language_of(site, article);
  const std::string canonical = canonical_url(site, article);
  std::string html = "<!doctype html>\n<html lang=\"" + escape_html(lang) + "\" dir=\"" +
                     std::string(layout::direction_of(article.dir, lang)) +
                     "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
                     escape_html(full_title(site, article.title)) +
                     "</title>\n<meta http-equiv=\"refresh\" content=\"0; url=" + url + "\">\n";
  if (!canonical.empty())
    html += "<link rel=\"canonical\" href=\"" + escape_html(canonical) + "\">\n";
  html +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n<p>" +
      write_link(url, article.title) + "</p>\n</body>\n</html>\n";
  return {redirect.path, std::move(html)};
}

}  // namespace lectern::publish
