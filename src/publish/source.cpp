// SPDX-License-Identifier: MIT
#include "publish/source.hpp"

#include <utility>

#include "base/fold.hpp"
#include "ingest/ingest.hpp"
#include "publish/article_checks.hpp"
#include "publish/outline.hpp"
#include "publish/sections.hpp"

namespace lectern::publish {
namespace {

void read_column(const std::string& text, const std::string& path, const std::string& shown,
                 Source& out) {
  Diagnostics& found = out.file.diagnostics;
  const auto index = ingest::parse_markdown_file(text, shown, found);
  // Its folder names it as well.
  std::erase_if(found, [](const Diagnostic& d) {
    return d.code == Code::missing_field || d.code == Code::empty_file;
  });
  if (has_error(found)) return;
  out.column = {path, {}, index ? index->title : "", index ? index->standfirst : ""};
  if (!index || index->body.empty()) return;
  found.push_back({Severity::warning, shown, {},
                   "the text of a column is not shown, only its \"title\" and \"description\""});
}

// What vectors reserved to grow is two fifths of an article's memory, and all articles are held at once.
void shrink(model::Inlines& inlines) {
  inlines.shrink_to_fit();
  for (model::Inline& item : inlines)
    shrink(item.children);
}

void shrink(model::Blocks& blocks) {
  blocks.shrink_to_fit();
  for (model::Block& block : blocks) {
    shrink(block.inlines);
    shrink(block.children);
  }
}

}  // namespace

Source read_source(const std::string& text, const std::string& path, const std::string& shown,
                   bool drafts) {
  Source out;
  const std::string name = path.substr(path.rfind('/') + 1);
  if (folded(name) == "readme.md" && !ingest::has_front_matter(text)) return out;
  if (name == kColumnText) {
    read_column(text, path, shown, out);
    return out;
  }
  out.file = ingest::parse_source(text, shown, ingest::source_format_of(path, text));
  const bool in_drafts = ('/' + path).find("/_drafts/") != std::string::npos;
  for (ingest::SourceArticle& made : out.file.articles) {
    made.article.draft = made.article.draft || in_drafts;
    const bool checked = !made.article.withdrawn && (drafts || !made.article.draft);
    if (checked) check_article(made.article, shown, made.diagnostics);
    shrink(made.article.body);
    out.texts.push_back(take_text(made.article));
  }
  return out;
}

}  // namespace lectern::publish
