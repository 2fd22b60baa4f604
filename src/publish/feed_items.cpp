// SPDX-License-Identifier: MIT
#include "publish/feed_items.hpp"

#include <algorithm>

#include "layout/page_tree.hpp"
#include "layout/strings.hpp"
#include "model/urls.hpp"
#include "publish/absolute_urls.hpp"
#include "publish/addresses.hpp"
#include "publish/outline.hpp"
#include "publish/page_head.hpp"
#include "publish/summary.hpp"
#include "publish/timestamp.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using model::Block;
using model::BlockKind;
using model::Inline;
using model::InlineKind;

Inline text_inline(InlineKind kind, std::string text) {
  Inline item;
  item.text = std::move(text);
  if (kind == InlineKind::text) return item;
  Inline outer;
  outer.kind = kind;
  outer.children.push_back(std::move(item));
  return outer;
}

Block block_of(BlockKind kind, model::Inlines inlines) {
  Block block;
  block.kind = kind;
  block.inlines = std::move(inlines);
  return block;
}

model::Blocks lead_picture(const model::Picture& picture) {
  if (picture.src.empty()) return {};
  Inline image;
  image.kind = InlineKind::image;
  image.url = picture.src;
  image.text = picture.alt;
  image.width = picture.width;
  image.height = picture.height;
  Block figure = block_of(BlockKind::figure, {});
  figure.children.push_back(block_of(BlockKind::paragraph, {image}));
  if (!picture.caption.empty())
    figure.inlines.push_back(text_inline(InlineKind::text, picture.caption));
  if (!picture.credit.empty()) {
    if (!figure.inlines.empty()) figure.inlines.push_back(text_inline(InlineKind::text, " "));
    figure.inlines.push_back(text_inline(InlineKind::small, picture.credit));
  }
  return {figure};
}

model::Blocks corrections(const Site& site, const model::Article& article) {
  if (article.corrections.empty()) return {};
  const std::string& lang = site.content.publication.lang;
  Block heading =
      block_of(BlockKind::heading,
               {text_inline(InlineKind::text, std::string(layout::strings_for(lang).corrections))});
  heading.level = 2;
  model::Blocks blocks{std::move(heading)};
  for (const model::Correction& correction : article.corrections) {
    model::Inlines inlines;
    if (!correction.date.empty()) {
      Inline date = text_inline(InlineKind::time, layout::date_in_words(correction.date, lang));
      date.title = correction.date;
      inlines.push_back(std::move(date));
      inlines.push_back(
          text_inline(InlineKind::text, std::string(layout::strings_for(lang).colon)));
    }
    inlines.push_back(text_inline(InlineKind::text, correction.text));
    blocks.push_back(block_of(BlockKind::paragraph, std::move(inlines)));
  }
  return blocks;
}

FeedItem build_item(const Site& site, size_t index) {
  const Story& story = site.content.stories[index];
  model::Article article = whole_article(story);
  model::PageContext context = build_context(site, index);
  for (model::ImageInfo& image : context.images) image.sources.clear();  // readers know src alone
  model::apply_urls(article, context);
  FeedItem item;
  item.url = absolute_url(site.base_url, article_path(article.id));
  item.title = article.title;
  item.lang = language_of(site, article);
  item.summary = summary_of(story.article);
  item.html = with_absolute_urls(semantics::write_fragment(lead_picture(article.image)) +
                                     semantics::write_fragment(article.body) +
                                     semantics::write_fragment(corrections(site, article)),
                                 item.url);
  item.image = absolute_on_page(site, article.id, article.image.src);
  for (model::Author author : article.authors) {
    if (!author.url.empty()) author.url = model::resolve_url(item.url, author.url);
    item.authors.push_back(std::move(author));
  }
  for (const auto* list : {&article.section, &article.tags}) {
    for (const std::string& name : *list) {
      const auto known = std::find(item.categories.begin(), item.categories.end(), name);
      if (known == item.categories.end()) item.categories.push_back(name);
    }
  }
  item.published_s = parse_timestamp(article.published);
  item.updated_s = parse_timestamp(article.updated);
  if (!item.updated_s) item.updated_s = item.published_s;
  return item;
}

}  // namespace

std::vector<FeedItem> build_feed_items(const Site& site) {
  std::vector<FeedItem> items;
  for (size_t i = 0; i < site.content.stories.size() && items.size() < kFeedItems; ++i) {
    if (site.content.stories[i].is_published()) items.push_back(build_item(site, i));
  }
  return items;
}

std::optional<std::int64_t> last_change(const std::vector<FeedItem>& items) {
  std::optional<std::int64_t> last;
  for (const FeedItem& item : items)
    last = std::max(last, item.updated_s);
  return last;
}

}  // namespace lectern::publish
