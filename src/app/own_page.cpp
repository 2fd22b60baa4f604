// SPDX-License-Identifier: MIT
#include "app/own_page.hpp"

#include <utility>

#include "ingest/ingest.hpp"
#include "layout/page_tree.hpp"
#include "model/urls.hpp"
#include "platform/platform.hpp"
#include "semantics/html_writer.hpp"
#include "semantics/markup_steps.hpp"

namespace lectern::app {

std::unique_ptr<OwnPage> read_own_page(std::string_view text, const std::string& name,
                                       const SiteAtHand& site, std::string& problem) {
  const double start = platform::now_ms();
  Diagnostics diagnostics;
  auto file = ingest::parse_own_file(text, name, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity != Severity::error) continue;
    problem = to_string(diagnostic);
    return nullptr;
  }
  auto page = std::make_unique<OwnPage>();
  model::Article& article = page->article = std::move(file->article);
  article.moods = false;  // nobody else has read it
  model::keep_absolute_urls(article);
  model::PageContext& context = page->context;
  context.site_title = site.title;
  context.site_lang = site.lang;
  context.home_url = site.home_url;
  context.own = true;
  context.breadcrumb.push_back({context.site_title, context.home_url, "", false, {}, {}});
  for (const model::Related& related : article.related) {
    context.related.push_back({related.title, related.url, "", false, {}, {}});
  }
  page->parse_ms = platform::now_ms() - start;
  return page;
}

void build_html(const OwnPage& page) {
  const layout::PageTree tree = layout::build_article_page(page.article, page.context, {});
  semantics::MarkupSteps markup;
  semantics::write_page(tree, markup);
  platform::build_page({page.article.title + " – " + page.context.site_title,
                        tree.lang, tree.dir},
                       markup.steps(), markup.texts());
}

}  // namespace lectern::app
