// SPDX-License-Identifier: MIT
#include "publish/outputs.hpp"

#include <iterator>
#include <utility>

#include "publish/addresses.hpp"
#include "publish/embed_page.hpp"
#include "publish/feeds.hpp"
#include "publish/host_headers.hpp"
#include "publish/manifest.hpp"
#include "publish/oembed.hpp"
#include "publish/redirects.hpp"
#include "publish/sitemap.hpp"
#include "publish/withdrawn.hpp"

namespace lectern::publish {
namespace {

constexpr const char* kRobotsPath = "robots.txt";

void add_feeds(const Site& site, std::vector<SiteFile>& files) {
  const std::vector<FeedItem> items = build_feed_items(site);
  files.push_back({kRssPath, write_rss(site, items)});
  files.push_back({kAtomPath, write_atom(site, items)});
  files.push_back({kJsonFeedPath, write_json_feed(site, items)});
}

// Gives the addresses that robots.txt names.
std::vector<std::string> add_sitemaps(const Site& site, std::vector<SiteFile>& files) {
  std::vector<SiteFile> sitemaps = write_sitemaps(site);
  files.insert(files.end(), std::make_move_iterator(sitemaps.begin()),
               std::make_move_iterator(sitemaps.end()));
  std::vector<std::string> named{absolute_url(site.base_url, kSitemapPath)};
  std::string news = write_news_sitemap(site);
  if (!news.empty()) {
    files.push_back({kNewsSitemapPath, std::move(news)});
    named.push_back(absolute_url(site.base_url, kNewsSitemapPath));
  }
  return named;
}

}  // namespace

std::vector<SiteFile> write_outputs(const Site& site, const ViewerFiles& viewer) {
  std::vector<SiteFile> files;
  Diagnostics said;  // when the content was read
  for (const Redirect& redirect : plan_redirects(site.content, "", said))
    files.push_back(write_redirect(site, redirect));
  std::vector<std::string> sitemaps;
  if (!site.base_url.empty()) {
    add_feeds(site, files);
    sitemaps = add_sitemaps(site, files);
    for (size_t i = 0; i < site.content.stories.size(); ++i)
      files.push_back({oembed_path(site.content.stories[i].article.id), write_oembed(site, i)});
  }
  files.push_back({kManifestPath, write_manifest(site.content, viewer)});
  for (SiteFile& file : write_host_headers(site.content.publication, viewer, site.base_url))
    files.push_back(std::move(file));
  files.push_back({kLoaderPath, write_loader_version(viewer)});
  files.push_back({kWithdrawnPath, write_withdrawn(site.content)});
  files.push_back({kRobotsPath, write_robots(sitemaps)});
  return files;
}

}  // namespace lectern::publish
