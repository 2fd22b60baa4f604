// SPDX-License-Identifier: MIT
#include "publish/page_head.hpp"

#include <map>

#include "layout/tokens.hpp"
#include "model/urls.hpp"
#include "publish/addresses.hpp"
#include "publish/feeds.hpp"
#include "publish/images.hpp"
#include "publish/json_ld.hpp"
#include "publish/language_names.hpp"
#include "publish/manifest.hpp"
#include "publish/oembed.hpp"
#include "publish/summary.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using semantics::escape_html;

std::string meta(std::string_view key, std::string_view name, std::string_view value) {
  if (value.empty()) return "";
  return "<meta " + std::string(key) + "=\"" + std::string(name) + "\" content=\"" +
         escape_html(value) + "\">\n";
}

std::string property(std::string_view name, std::string_view value) {
  return meta("property", name, value);
}

std::string link(std::string_view rel, std::string_view more, const std::string& url) {
  return "<link rel=\"" + std::string(rel) + "\" " + std::string(more) + "href=\"" +
         escape_html(url) + "\">\n";
}

// The browser's own surroundings in the page's colour.
std::string theme_colors() {
  const layout::ColorToken& paper = layout::color_of(layout::Color::paper);
  std::string out;
  for (const bool dark : {false, true}) {
    out += "<meta name=\"theme-color\" media=\"(prefers-color-scheme: " +
           std::string(dark ? "dark" : "light") + ")\" content=\"" +
           hex_color(dark ? paper.dark : paper.light) + "\">\n";
  }
  return out;
}

// What stands in the head of every page.
std::string common(const PageAbout& about) {
  return meta("name", "description", about.description) + theme_colors() +
         link("manifest", "", relative_url(about.site_path, kManifestPath));
}

std::string open_graph(const Site& site, const PageAbout& about, std::string_view type,
                       const std::string& lang) {
  return property("og:type", type) + property("og:title", about.title) +
         property("og:description", about.description) +
         property("og:url", absolute_url(site.base_url, about.site_path)) +
         property("og:site_name", site.content.publication.title) +
         property("og:locale", open_graph_locale(lang));
}

std::string twitter_card(const PageAbout& about, const model::Picture& picture) {
  return meta("name", "twitter:card", picture.src.empty() ? "summary" : "summary_large_image") +
         meta("name", "twitter:title", about.title) +
         meta("name", "twitter:description", about.description) +
         meta("name", "twitter:image", picture.src) +
         meta("name", "twitter:image:alt", picture.src.empty() ? "" : picture.alt);
}

std::string feed_links(const Site& site) {
  std::string out;
  const std::string title = "title=\"" + escape_html(site.content.publication.title) + "\" ";
  const auto feed = [&](const std::string& type, const char* path) {
    out += link("alternate", "type=\"" + type + "\" " + title, absolute_url(site.base_url, path));
  };
  feed("application/rss+xml", kRssPath);
  feed("application/atom+xml", kAtomPath);
  feed("application/feed+json", kJsonFeedPath);
  return out;
}

// The page itself is among them, as search engines want it. Who speaks none of the languages is
// sent to the publication's own, or to the first by its tag: each page of the group says the same.
std::string language_links(const Site& site, const std::string& lang, const std::string& page_url,
                           const model::PageContext& context) {
  if (context.translations.empty()) return "";
  std::map<std::string, std::string> urls{{lang, page_url}};
  for (const model::Link& other : context.translations)
    urls.emplace(other.lang, model::resolve_url(page_url, other.url));
  std::string out;
  for (const auto& [tag, url] : urls)
    out += link("alternate", "hreflang=\"" + escape_html(tag) + "\" ", url);
  const auto own = urls.find(site.content.publication.lang);
  return out + link("alternate", "hreflang=\"x-default\" ",
                    own == urls.end() ? urls.begin()->second : own->second);
}

std::string about_article(const model::Article& article, const model::Picture& picture) {
  std::string out = property("og:image", picture.src);
  if (!picture.src.empty() && picture.width > 0 && picture.height > 0) {
    out += property("og:image:width", std::to_string(picture.width)) +
           property("og:image:height", std::to_string(picture.height));
  }
  if (!picture.src.empty()) out += property("og:image:alt", picture.alt);
  out += property("article:published_time", article.published) +
         property("article:modified_time", article.updated);
  for (const model::Author& author : article.authors)
    out += property("article:author", author.url.starts_with("http") ? author.url : author.name);
  if (!article.section.empty()) out += property("article:section", article.section.front());
  for (const std::string& tag : article.tags)
    out += property("article:tag", tag);
  return out;
}

// The lead picture in a form and size that other sites take for the card of a link.
model::Picture card_picture(const Site& site, const model::Article& article) {
  model::Picture picture = article.image;
  picture.src = absolute_on_page(site, article.id, picture.src);
  const Story& story = site.content.stories[site.story_by_id.at(article.id)];
  const Reference* reference = lead_reference(story);
  if (!reference) return picture;
  const PictureVersion& card = site.content.media.at(reference->target).smaller.card;
  if (card.width == 0) return picture;
  picture.src = absolute_url(site.base_url, version_path(reference->target, card));
  picture.width = card.width;
  picture.height = card.height;
  return picture;
}

}  // namespace

std::string hex_color(std::uint32_t rgb) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "#";
  for (int shift = 20; shift >= 0; shift -= 4)
    out += kDigits[(rgb >> shift) & 15];
  return out;
}

std::string full_title(const Site& site, const std::string& title) {
  const std::string& name = site.content.publication.title;
  return title == name ? name : title + " – " + name;
}

std::string canonical_url(const Site& site, const model::Article& article) {
  // A piece that first stood elsewhere names that place even without a base URL of ours.
  if (!article.canonical.empty()) return absolute_on_page(site, article.id, article.canonical);
  return site.base_url.empty() ? "" : absolute_url(site.base_url, article_path(article.id));
}

std::string absolute_on_page(const Site& site, const std::string& id, const std::string& url) {
  if (url.starts_with("https://") || url.starts_with("http://")) return url;
  if (url.empty() || site.base_url.empty()) return "";
  std::string out = model::resolve_url(absolute_url(site.base_url, article_path(id)), url);
  return out.starts_with("http") ? out : "";  // not mailto, not the picture itself
}

std::string write_head(const Site& site, const PageAbout& about) {
  std::string head = common(about);
  if (site.base_url.empty()) return head;
  return head + link("canonical", "", absolute_url(site.base_url, about.site_path)) +
         open_graph(site, about, "website", site.content.publication.lang) +
         twitter_card(about, {}) + feed_links(site);
}

std::string write_article_head(const Site& site, const model::Article& article,
                               const model::PageContext& context) {
  const PageAbout about{article.title, summary_of(article), article_path(article.id)};
  std::string head = common(about);
  if (context.draft || context.future) head += meta("name", "robots", "noindex");
  const std::string canonical = canonical_url(site, article);
  if (!canonical.empty()) head += link("canonical", "", canonical);
  if (!site.base_url.empty()) {
    const std::string lang = language_of(site, article);
    const model::Picture picture = card_picture(site, article);
    head += open_graph(site, about, "article", lang);
    for (const model::Link& other : context.translations)
      head += property("og:locale:alternate", open_graph_locale(other.lang));
    head += about_article(article, picture) + twitter_card(about, picture) +
            language_links(site, lang, absolute_url(site.base_url, about.site_path), context) +
            feed_links(site) +
            link("alternate", "type=\"application/json+oembed\" ",
                 absolute_url(site.base_url, oembed_path(article.id)));
  }
  return head + write_json_ld(site, article) +
         "<link id=\"lectern-article\" rel=\"alternate\" href=\"article.json\" "
         "type=\"application/json\">\n";
}

}  // namespace lectern::publish
