// SPDX-License-Identifier: MIT
#include "publish/oembed.hpp"

#include <string_view>

#include "ingest/json_writer.hpp"
#include "model/urls.hpp"
#include "publish/addresses.hpp"
#include "publish/story_card.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

// CSS px. The embedded page sends its own height later, to those who listen.
constexpr int kFrameWidth = 640;
constexpr int kFrameHeight = 480;

constexpr std::string_view kSandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

void write_authors(const model::Article& article, ingest::JsonWriter& out) {
  std::string names;
  for (const model::Author& author : article.authors)
    names += (names.empty() ? "" : ", ") + author.name;
  out.some_text("author_name", names);
  if (article.authors.size() == 1 && article.authors[0].url.starts_with("http")) {
    out.text("author_url", article.authors[0].url);
  }
}

void write_frame(const Site& site, const model::Article& article, ingest::JsonWriter& out) {
  const std::string url = absolute_url(site.base_url, embed_path(article.id));
  out.text("html", "<iframe src=\"" + semantics::escape_html(url) + "\" width=\"" +
                       std::to_string(kFrameWidth) + "\" height=\"" + std::to_string(kFrameHeight) +
                       "\" title=\"" + semantics::escape_html(article.title) +
                       "\" style=\"border:0;max-width:100%\" loading=\"lazy\" sandbox=\"" + std::string(kSandbox) +
                       "\"></iframe>");
  out.key("width");
  out.number(kFrameWidth);
  out.key("height");
  out.number(kFrameHeight);
}

}  // namespace

std::string oembed_path(const std::string& id) {
  return "oembed/" + encode_part(id) + ".json";
}

std::string write_oembed(const Site& site, std::size_t index) {
  const Story& story = site.content.stories[index];
  const model::Article& article = story.article;
  const std::string home = absolute_url(site.base_url, "");
  ingest::JsonWriter out;
  out.begin_object();
  out.text("version", "1.0");
  out.text("type", "rich");
  out.text("title", article.title);
  write_authors(article, out);
  out.text("provider_name", site.content.publication.title);
  out.text("provider_url", home);
  const model::Picture picture = picture_on(site, story, "");
  // The three stand together or not at all.
  if (!picture.src.empty() && !picture.src.starts_with("data:") && picture.width > 0 &&
      picture.height > 0) {
    out.text("thumbnail_url", model::resolve_url(home, picture.src));
    out.some_number("thumbnail_width", picture.width);
    out.some_number("thumbnail_height", picture.height);
  }
  write_frame(site, article, out);
  out.end_object();
  return out.take();
}

}  // namespace lectern::publish
