// SPDX-License-Identifier: MIT
#include "publish/page_head.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "layout/tokens.hpp"
#include "publish/addresses.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using semantics::escape_html;

std::string meta(std::string_view key, std::string_view name, std::string_view value) {
  if (value.empty()) return "";
  return "<meta " + std::string(key) + "=\"" + std::string(name) + "\" content=\"" +
         escape_html(value) + "\">\n";
}

std::string hex_color(std::uint32_t rgb) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "#";
  for (int shift = 20; shift >= 0; shift -= 4)
    out += kDigits[(rgb >> shift) & 15];
  return out;
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

// The first words of the body, for an article without a standfirst.
std::string beginning_of(const model::Blocks& blocks) {
  constexpr size_t kMaxBytes = 160;  // search engines cut there
  for (const model::Block& block : blocks) {
    if (block.kind != model::BlockKind::paragraph) continue;
    std::string text = model::words_of(block.inlines);
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (text.size() <= kMaxBytes) {
      if (text.find_first_not_of(' ') == std::string::npos) continue;
      return text;
    }
    size_t end = text.rfind(' ', kMaxBytes);
    if (end == std::string::npos || end == 0) {
      for (end = kMaxBytes; end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80;) {
        --end;
      }
    }
    return text.substr(0, end) + " …";
  }
  return "";
}

std::string canonical(const std::string& url) {
  return url.empty() ? "" : "<link rel=\"canonical\" href=\"" + escape_html(url) + "\">\n";
}

std::string open_graph(const Site& site, const PageAbout& about, std::string_view type) {
  return meta("property", "og:type", type) + meta("property", "og:title", about.title) +
         meta("property", "og:description", about.description) +
         meta("property", "og:url", absolute_url(site.base_url, about.site_path)) +
         meta("property", "og:site_name", site.content.publication.title);
}

// An absolute URL of one relative to an article's page, which stands two folders deep.
std::string absolute_image(const Site& site, const std::string& url) {
  if (url.starts_with("https://") || url.starts_with("http://")) return url;
  return url.starts_with("../../") ? absolute_url(site.base_url, url.substr(6)) : "";
}

}  // namespace

std::string full_title(const Site& site, const std::string& title) {
  const std::string& name = site.content.publication.title;
  return title == name ? name : title + " – " + name;
}

std::string write_head(const Site& site, const PageAbout& about) {
  std::string head = meta("name", "description", about.description) + theme_colors();
  if (site.base_url.empty()) return head;
  return head + canonical(absolute_url(site.base_url, about.site_path)) +
         open_graph(site, about, "website");
}

std::string write_article_head(const Site& site, const model::Article& article, bool unpublished,
                               const std::string& image) {
  const PageAbout about{
      article.title, article.standfirst.empty() ? beginning_of(article.body) : article.standfirst,
      article_path(article.id)};
  std::string head = meta("name", "description", about.description) + theme_colors();
  if (unpublished) head += meta("name", "robots", "noindex");
  // A piece that first stood elsewhere names that place even without a base URL of ours.
  std::string first = article.canonical;
  if (first.empty() && !site.base_url.empty()) first = absolute_url(site.base_url, about.site_path);
  head += canonical(first);
  if (!site.base_url.empty()) {
    head += open_graph(site, about, "article") +
            meta("property", "og:image", absolute_image(site, image)) +
            meta("property", "article:published_time", article.published) +
            meta("property", "article:modified_time", article.updated);
  }
  return head +
         "<link id=\"lectern-article\" rel=\"alternate\" href=\"article.json\" "
         "type=\"application/json\">\n";
}

}  // namespace lectern::publish
