// SPDX-License-Identifier: MIT
// A file of the reader's own, which nobody has checked or prepared: all that is told of it is its name.
#include <algorithm>
#include <utility>

#include "ingest/clean_text.hpp"
#include "ingest/field_reader.hpp"
#include "ingest/front_matter.hpp"
#include "ingest/ingest.hpp"
#include "ingest/markdown.hpp"

namespace lectern::ingest {
namespace {

std::string ending_of(std::string_view name) {
  std::string out(name.substr(std::min(name.rfind('.'), name.size())));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

bool is_article_json(std::string_view text, std::string_view name) {
  const std::string ending = ending_of(name);
  if (ending == ".json") return true;
  if (ending == ".md" || ending == ".markdown" || ending == ".txt") return false;
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size())).starts_with('{');
}

// "notes" of "folder/notes.md".
std::string title_of(std::string_view name) {
  name.remove_prefix(name.rfind('/') + 1);
  const std::string title = one_line(name.substr(0, name.rfind('.')));
  return title.empty() ? std::string("–") : title;
}

// The first heading of level 1, else the one that the text begins with; it leaves the body.
std::string take_title(model::Blocks& blocks) {
  for (const bool first_only : {false, true}) {
    for (size_t i = 0; i < (first_only ? std::min<size_t>(blocks.size(), 1) : blocks.size()); ++i) {
      const model::Block& block = blocks[i];
      if (block.kind != model::BlockKind::heading || (block.level > 1 && !first_only)) continue;
      std::string title = one_line(model::words_of(block.inlines));
      if (title.empty()) continue;
      blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
      return title;
    }
  }
  return "";
}

}  // namespace

std::optional<ArticleFile> parse_own_file(std::string_view text, const std::string& name,
                                          Diagnostics& diagnostics) {
  if (is_article_json(text, name)) return parse_article_json(text, name, diagnostics);
  Report report(name, diagnostics);
  const CleanText clean(text, {1, 1}, Severity::warning, report);
  if (clean.text().empty()) {
    report.error({}, "the file is empty", Code::empty_file);
    return std::nullopt;
  }
  std::optional<ArticleFile> file(std::in_place);
  model::Article& article = file->article;
  const std::string lines = with_line_feeds(clean.text());
  std::string_view body = lines;
  int line = 1;
  if (const std::optional<FrontMatter> front = find_front_matter(lines)) {
    read_front_matter(*front, read_yaml_lines, report, article);
    body = front->body;
    line = front->body_line;
  }
  article.body = build_markdown(body, PlaceIndex(body, {line, 1}), report);
  if (article.title.empty()) article.title = take_title(article.body);
  if (article.title.empty()) article.title = title_of(name);
  return file;
}

}  // namespace lectern::ingest
