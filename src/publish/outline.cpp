// SPDX-License-Identifier: MIT
#include "publish/outline.hpp"

#include <utility>

#include "ingest/import/source_file.hpp"
#include "publish/summary.hpp"

namespace lectern::publish {
namespace {

using model::InlineKind;

void add_addresses(const model::Inlines& inlines, model::Inlines& out) {
  for (const model::Inline& item : inlines) {
    if (item.kind == InlineKind::link || item.kind == InlineKind::image) {
      model::Inline& bare = out.emplace_back();
      bare.kind = item.kind;
      bare.url = item.url;
      bare.place = item.place;
    }
    add_addresses(item.children, out);
  }
}

void add_addresses(const model::Blocks& blocks, model::Inlines& out) {
  for (const model::Block& block : blocks) {
    add_addresses(block.inlines, out);
    add_addresses(block.children, out);
  }
}

}  // namespace

Text take_text(model::Article& article) {
  Text text{std::move(article.body), std::move(article.source)};
  article.source.clear();
  article.body.assign(2, {});
  article.body[0].inlines.resize(1);
  article.body[0].inlines[0].text = first_words(text.body);
  add_addresses(text.body, article.body[1].inlines);
  return text;
}

const Text& text_of(const Story& story, Text& room) {
  if (story.unread.empty()) return story.text;
  const auto format = ingest::source_format_of(story.path, story.unread);
  ingest::SourceFile file = ingest::parse_source(story.unread, story.path, format);
  model::Article& article = file.articles.front().article;
  room = {std::move(article.body), std::move(article.source)};
  return room;
}

model::Article whole_article(const Story& story) {
  Text room;
  const Text& text = text_of(story, room);
  model::Article article = story.article;
  article.body = text.body;
  article.source = text.source;
  return article;
}

}  // namespace lectern::publish
