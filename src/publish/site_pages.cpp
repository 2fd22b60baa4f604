// SPDX-License-Identifier: MIT
#include "publish/search_strings.hpp"
#include "publish/site_pages.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"
#include "ingest/ingest.hpp"
#include "layout/direction.hpp"
#include "layout/page_tree.hpp"
#include "model/urls.hpp"
#include "publish/addresses.hpp"
#include "publish/code_colours.hpp"
#include "publish/embed_page.hpp"
#include "publish/index_pages.hpp"
#include "publish/manifest.hpp"
#include "publish/outline.hpp"
#include "publish/page_strings.hpp"
#include "publish/saved_page.hpp"
#include "publish/service_worker.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using semantics::escape_html;

std::string data(const std::string& name, std::string_view value) {
  return " data-" + name + "=\"" + escape_html(value) + '"';
}

// Not a module, and before the styles: the reader's settings are there when the page is painted first.
std::string look_script(const std::string& url) { return "<script src=\"" + url + "\"></script>\n"; }

// Buttons are there from the start where they are of use, so that nothing moves when the viewer comes (web/room.js).
void show_button(std::string_view name, std::string& room) {
  constexpr std::string_view kHidden = " hidden";
  const size_t button = room.find("data-room=\"" + std::string(name));
  const size_t at = button == std::string::npos ? button : room.find(kHidden, button);
  if (at != std::string::npos) room.erase(at, kHidden.size());
}

bool has_contents(const layout::PageTree& tree) {
  constexpr int kLeast = 3;
  return std::count_if(tree.nodes.begin(), tree.nodes.end(), [](const layout::Node& node) {
           return node.element == layout::Element::heading && (node.level == 2 || node.level == 3);
         }) >= kLeast;
}

}  // namespace

SitePages::SitePages(const Site& site, const ViewerFiles& viewer)
    : site_(site),
      content_(site.content),
      viewer_(viewer),
      strings_(page_strings_for(site.content.publication.lang)) {
  // An article's page has the template, the viewer's files and the theme in it, as this one has; and what else
  // publication.json says. A file's name has the hash of its content.
  const std::string page = article_path("id");
  const std::string parts = with_theme("<header class=\"masthead\"><footer class=\"footer\">", page);
  surroundings_ = hash_quickly(parts, hash_quickly(list({"", "", page}, ""), content_.publication_hash));
  for (const SiteFile& file : viewer_.files)
    surroundings_ = hash_quickly(file.path, surroundings_);
}

ArticleDraft SitePages::draft(std::size_t story) const {
  ArticleDraft draft;
  draft.story = story;
  draft.context = build_context(site_, story);
  model::Article outline = content_.stories[story].article;
  const std::string json = ingest::write_article_json(outline, &draft.context);
  model::apply_urls(outline, draft.context);
  const std::string path = article_path(outline.id);
  draft.parts.skip = skip_link();
  draft.parts.title = escape_html(full_title(site_, outline.title));
  draft.parts.head = write_article_head(site_, outline, draft.context) + fill_theme(content_.theme.head, site_, {path}, "") +
                     look_script(relative_url(path, viewer_.look_path));
  draft.parts.styles = stylesheet(path);
  add_viewer(path, draft.parts);
  draft.made_of = surroundings_ ^ content_.stories[story].source_hash;
  for (const std::string& part : {json, draft.parts.title, draft.parts.head})
    draft.made_of = hash_quickly(part, draft.made_of);
  return draft;
}

ArticleFiles SitePages::finish(ArticleDraft draft) const {
  model::Article article = whole_article(content_.stories[draft.story]);
  if (article.format == model::BodyFormat::markdown) draft.context.cuts = ingest::markdown_cuts(article.source);
  draft.context.code = code_colours(article.body);
  ArticleFiles files;
  files.json = ingest::write_article_json(article, &draft.context);
  files.embed = write_embed_page(site_, viewer_, draft.story, draft.context.code);
  model::apply_urls(article, draft.context);
  const layout::PageTree tree = layout::build_article_page(article, draft.context, state::ReaderState{});
  if (has_contents(tree)) show_button("contents", draft.parts.skip);
  show_button("find", draft.parts.skip);
  show_button("listen", draft.parts.skip);
  draft.parts.lang = escape_html(tree.lang);
  draft.parts.dir = tree.dir;
  draft.parts.body = with_theme(semantics::write_page(tree), article_path(article.id));
  files.page = viewer_.shell.fill(draft.parts);
  return files;
}

std::string SitePages::list(const PageAbout& about, std::string body) const {
  PageTemplate::Parts parts = list_parts(about.title, std::move(body));
  parts.head = write_head(site_, about) + fill_theme(content_.theme.head, site_, {about.site_path}, "") +
               look_script(relative_url(about.site_path, viewer_.look_path));
  parts.styles = stylesheet(about.site_path);
  add_viewer(about.site_path, parts);
  return viewer_.shell.fill(parts);
}

std::string SitePages::saved() const {
  return list({std::string(strings_.saved), std::string(strings_.saved_text), kSavedPath}, write_saved_page(site_));
}

std::string SitePages::not_found() const {
  return whole("404", write_not_found_page(site_, base_path(site_.base_url)));
}

std::string SitePages::offline() const {
  return whole(std::string(strings_.offline), write_offline_page(site_, base_path(site_.base_url)));
}

std::string SitePages::whole(const std::string& title, std::string body) const {
  PageTemplate::Parts parts = list_parts(title, std::move(body));
  const std::string base = base_path(site_.base_url);
  parts.head = "<meta name=\"robots\" content=\"noindex\">\n<link rel=\"manifest\" href=\"" + base +
               kManifestPath + "\">\n" + fill_theme(content_.theme.head, site_, {"", base}, "") +
               look_script(base + viewer_.look_path);
  parts.styles = "<style>" + viewer_.styles + "</style>\n";
  return viewer_.shell.fill(parts);
}

// The page's empty masthead and footer get what the theme has for them.
std::string SitePages::with_theme(std::string html, const std::string& path) const {
  const auto fill = [&](const std::optional<ThemeTemplate>& part, size_t tag) {
    if (!part) return;
    html.insert(html.find('>', tag) + 1, fill_theme(part, site_, {path}, "p"));
  };
  fill(content_.theme.footer, html.rfind("<footer class=\"footer\""));
  fill(content_.theme.masthead, html.find("<header class=\"masthead\""));
  return html;
}

PageTemplate::Parts SitePages::list_parts(const std::string& title, std::string body) const {
  PageTemplate::Parts parts;
  parts.lang = escape_html(content_.publication.lang);
  parts.dir = layout::direction_of("", content_.publication.lang);
  parts.title = escape_html(full_title(site_, title));
  parts.skip = skip_link();
  parts.body = std::move(body);
  return parts;
}

std::string SitePages::skip_link() const {
  const std::string& lang = content_.publication.lang;
  return "<a class=\"skip\" href=\"#" + std::string(layout::kMainId) + "\" lang=\"" +
         escape_html(lang) + "\" dir=\"" + std::string(layout::direction_of("", lang)) + "\">" +
         escape_html(strings_.skip) + "</a>";
}

// Lists too: an article that is opened from one is shown by the viewer there.
void SitePages::add_viewer(const std::string& path, PageTemplate::Parts& parts) const {
  parts.scripts = "<script type=\"module\" src=\"" + relative_url(path, viewer_.boot_path) + '"' +
                  viewer_attributes(viewer_, path) + offline_data(path) + data("find", relative_url(path, viewer_.find_path)) + "></script>\n";
  parts.canvas = "<canvas id=\"lectern-canvas\" aria-hidden=\"true\"></canvas>";
  parts.skip += room(path);
}

// What opens the reader's panels; their signs are the stylesheet's. The viewer knows whether there are contents.
std::string SitePages::room(const std::string& path) const {
  const std::string& lang = content_.publication.lang;
  const auto word = [&](std::string_view key) {
    return strings_.room[static_cast<size_t>(std::find(kRoomKeys.begin(), kRoomKeys.end(), key) - kRoomKeys.begin())];
  };
  const auto label = [&](std::string_view key) { return " aria-label=\"" + escape_html(word(key)) + '"'; };
  const std::string button = "<button type=\"button\" data-room=\"";
  return "<aside class=\"room\" lang=\"" + escape_html(lang) + "\" dir=\"" +
         std::string(layout::direction_of("", lang)) + '"' + label("settings") +
         data("words", relative_url(path, viewer_.room_path)) + data("failed", word("failed")) + ">\n" + button +
         "contents\"" + label("contents") + " hidden></button>\n" + button + "find\" aria-label=\"" +
         escape_html(search_strings_for(lang).find) + "\" hidden></button>\n" + button + "listen\"" + label("listen") + " hidden></button>\n" + button + "settings\"" + label("settings") +
         "></button>\n</aside>\n";
}

// For web/offline.js and web/moods.js.
std::string SitePages::offline_data(const std::string& path) const {
  const model::Publication& publication = content_.publication;
  std::string out;
  if (publication.offline) {
    out += data("worker", relative_url(path, kWorkerPath)) + data("update", strings_.update) +
           data("update-now", strings_.update_now);
  }
  if (!publication.moods_service.empty()) {
    out += data("moods", publication.moods_service) + data("moods-site", publication.moods_site);
  }
  return out;
}

std::string SitePages::stylesheet(const std::string& page) const {
  return "<link rel=\"stylesheet\" href=\"" + relative_url(page, viewer_.styles_path) + "\">\n";
}

}  // namespace lectern::publish
