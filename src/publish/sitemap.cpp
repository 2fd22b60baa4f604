// SPDX-License-Identifier: MIT
#include "publish/sitemap.hpp"

#include <algorithm>
#include <optional>

#include "publish/addresses.hpp"
#include "publish/index_pages.hpp"
#include "publish/list_pages.hpp"
#include "publish/timestamp.hpp"
#include "publish/xml.hpp"

namespace lectern::publish {
namespace {

using Time = std::optional<std::int64_t>;

constexpr std::string_view kUrlSet =
    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";
// 50 MB are allowed; names of pages are short, but nothing says that they must be.
constexpr size_t kMaxBytes = 50'000'000;
constexpr std::int64_t kNewsSpan_s = 48 * 3600;
constexpr size_t kNewsUrls = 1000;  // no more are read

// Two or three letters are asked for, but of Chinese its script by a place.
std::string news_language(const std::string& lang) {
  const std::string primary = lang.substr(0, lang.find('-'));
  if (primary != "zh") return primary;
  for (const char* part : {"-Hant", "-TW", "-HK", "-MO"}) {
    if (lang.find(part) != std::string::npos) return "zh-tw";
  }
  return "zh-cn";
}

Time changed(const model::Article& article) {
  const Time updated = parse_timestamp(article.updated);
  return updated ? updated : parse_timestamp(article.published);
}

std::string url_entry(const Site& site, const std::string& path, Time changed_s) {
  return "<url>\n" + xml_element("loc", absolute_url(site.base_url, path)) +
         (changed_s ? xml_element("lastmod", write_timestamp(*changed_s)) : "") + "</url>\n";
}

// An article that first stood elsewhere is found there.
bool is_own(const Site& site, const model::Article& article) {
  return article.canonical.empty() || article.canonical.starts_with(site.base_url + '/');
}

std::vector<std::string> all_entries(const Site& site) {
  std::vector<Time> changes;
  Time newest;
  for (const Story& story : site.content.stories) {
    changes.push_back(changed(story.article));
    newest = std::max(newest, changes.back());
  }
  std::vector<std::string> entries{url_entry(site, "", newest), url_entry(site, kMapPath, newest)};
  for (const Listing& listing : build_listings(site)) {
    Time last;
    for (const size_t story : listing.stories)
      last = std::max(last, changes[story]);
    for (size_t page = 1; page <= page_count(listing); ++page)
      entries.push_back(url_entry(site, list_path(listing, page), last));
  }
  for (size_t i = 0; i < changes.size(); ++i) {
    const model::Article& article = site.content.stories[i].article;
    if (is_own(site, article) && site.content.stories[i].is_published())
      entries.push_back(url_entry(site, article_path(article.id), changes[i]));
  }
  return entries;
}

}  // namespace

std::vector<SiteFile> write_sitemaps(const Site& site, std::size_t most) {
  std::vector<std::string> parts;
  size_t in_part = 0;
  for (const std::string& entry : all_entries(site)) {
    if (parts.empty() || in_part == most || parts.back().size() + entry.size() > kMaxBytes) {
      parts.emplace_back();
      in_part = 0;
    }
    parts.back() += entry;
    ++in_part;
  }
  std::vector<SiteFile> files;
  std::string index(kXmlStart);
  index += "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const std::string& part : parts) {
    const std::string path =
        parts.size() == 1 ? kSitemapPath : "sitemap-" + std::to_string(files.size() + 1) + ".xml";
    index += "<sitemap>\n" + xml_element("loc", absolute_url(site.base_url, path)) + "</sitemap>\n";
    files.push_back(
        {path, std::string(kXmlStart) + std::string(kUrlSet) + ">\n" + part + "</urlset>\n"});
  }
  if (parts.size() > 1) files.push_back({kSitemapPath, index + "</sitemapindex>\n"});
  return files;
}

std::string write_news_sitemap(const Site& site) {
  std::string out(kXmlStart);
  out += std::string(kUrlSet) + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n";
  Time newest;
  size_t count = 0;
  for (const Story& story : site.content.stories) {  // newest first, undated last
    const model::Article& article = story.article;
    const Time published = parse_timestamp(article.published);
    if (!published || count == kNewsUrls) break;
    if (!story.is_published()) continue;
    if (!newest) newest = published;
    if (*published < *newest - kNewsSpan_s) break;
    if (!is_own(site, article)) continue;
    out += "<url>\n" + xml_element("loc", absolute_url(site.base_url, article_path(article.id))) +
           "<news:news>\n<news:publication>\n" +
           xml_element("news:name", site.content.publication.title) +
           xml_element("news:language", news_language(language_of(site, article))) +
           "</news:publication>\n" +
           xml_element("news:publication_date", write_timestamp(*published)) +
           xml_element("news:title", article.title) + "</news:news>\n</url>\n";
    ++count;
  }
  return count == 0 ? "" : out + "</urlset>\n";
}

std::string write_robots(const std::vector<std::string>& sitemap_urls) {
  std::string out = "User-agent: *\nAllow: /\n";
  if (!sitemap_urls.empty()) out += '\n';
  for (const std::string& url : sitemap_urls)
    out += "Sitemap: " + url + '\n';
  return out;
}

}  // namespace lectern::publish
