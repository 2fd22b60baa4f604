// SPDX-License-Identifier: MIT
#include "publish/embed_page.hpp"

#include "ingest/json_writer.hpp"
#include "layout/page_tree.hpp"
#include "layout/strings.hpp"
#include "model/urls.hpp"
#include "publish/addresses.hpp"
#include "publish/outline.hpp"
#include "publish/page_head.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using semantics::escape_html;

std::string attribute(std::string_view name, std::string_view value) {
  return ' ' + std::string(name) + "=\"" + escape_html(value) + '"';
}

// All links lead out of the frame. The whole page is what search engines shall find.
std::string head(const Site& site, const model::Article& article) {
  const std::string canonical = canonical_url(site, article);
  return "<meta name=\"robots\" content=\"noindex\">\n<base target=\"_blank\">\n" +
         (canonical.empty() ? "" : "<link rel=\"canonical\" href=\"" + escape_html(canonical) + "\">\n") +
         "<link id=\"lectern-article\" rel=\"alternate\" href=\"" +
         relative_url(embed_path(article.id), article_path(article.id)) +
         "article.json\" type=\"application/json\">\n";
}

// What its script has to know: who may frame the page, what it says itself, and the viewer's files.
std::string script(const Site& site, const ViewerFiles& viewer, const model::Article& article) {
  const std::string page = embed_path(article.id);
  std::string allowed;
  if (site.content.publication.embed_allow) {
    for (const std::string& origin : *site.content.publication.embed_allow)
      allowed += (allowed.empty() ? "" : " ") + origin;
  }
  return "<script defer src=\"" + relative_url(page, viewer.embed_frame_path) + '"' +
         attribute("data-article", article.id) +
         (site.content.publication.embed_allow ? attribute("data-allow", allowed) : "") +
         (site.content.publication.moods_service.empty()
              ? ""
              : attribute("data-moods", site.content.publication.moods_service) +
                    attribute("data-moods-site", site.content.publication.moods_site)) +
         attribute("data-unsaved",
                   layout::strings_for(site.content.publication.lang).mood_unsaved) +
         viewer_attributes(viewer, page) + "></script>\n";
}

}  // namespace

std::string write_embed_page(const Site& site, const ViewerFiles& viewer, std::size_t index,
                             const std::vector<std::string>& code) {
  model::PageContext context = build_embed_context(site, index);
  context.code = code;
  model::Article article = whole_article(site.content.stories[index]);
  model::apply_urls(article, context);
  state::ReaderState reader;
  reader.embedded = true;
  const layout::PageTree tree = layout::build_article_page(article, context, reader);

  const std::string page = embed_path(article.id);
  PageTemplate::Parts parts;
  parts.lang = escape_html(tree.lang);
  parts.dir = tree.dir;
  parts.root = " data-embed=\"full\"";
  parts.title = escape_html(full_title(site, article.title));
  parts.head = head(site, article);
  for (const std::string& styles : {viewer.styles_path, viewer.embed_styles_path})
    parts.styles += "<link rel=\"stylesheet\" href=\"" + relative_url(page, styles) + "\">\n";
  parts.scripts = script(site, viewer, article);
  parts.canvas = "<canvas id=\"lectern-canvas\" aria-hidden=\"true\"></canvas>";
  parts.body = semantics::write_page(tree);
  return viewer.shell.fill(parts);
}

std::string write_loader_version(const ViewerFiles& viewer) {
  ingest::JsonWriter out;
  out.begin_object();
  out.key("version");
  out.number(1);
  out.text("script", viewer.embed_path);
  out.text("integrity", viewer.embed_integrity);
  out.end_object();
  return out.take();
}

}  // namespace lectern::publish
