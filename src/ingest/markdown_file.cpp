// SPDX-License-Identifier: MIT
// A Markdown file: front matter of any form, then the text. Native builds only.
#include <algorithm>
#include <utility>

#include "base/slug.hpp"
#include "base/utf8.hpp"
#include "ingest/clean_text.hpp"
#include "ingest/dates.hpp"
#include "ingest/field_reader.hpp"
#include "ingest/import/front_matter_forms.hpp"
#include "ingest/import/shortcodes.hpp"
#include "ingest/ingest.hpp"
#include "ingest/markdown.hpp"

namespace lectern::ingest {
namespace {

using model::Article;
using model::Block;
using model::BlockKind;

constexpr Place kStart{1, 1};

size_t line_start(std::string_view text, int line) {
  size_t offset = 0;
  for (int i = 1; i < line && offset < text.size(); ++i) {
    offset = std::min(text.find('\n', offset), text.size() - 1) + 1;
  }
  return offset;
}

size_t line_end(std::string_view text, size_t offset) {
  return std::min(text.find('\n', offset), text.size());
}

// "===" below the text of a heading.
bool is_underline(std::string_view line) {
  const size_t begin = line.find_first_not_of(' ');
  const size_t end = line.find_last_not_of(" \t");
  return begin != std::string_view::npos && end != std::string_view::npos &&
         line.substr(begin, end + 1 - begin).find_first_not_of('=') == std::string_view::npos;
}

bool begins_with_hash(std::string_view line) {
  const size_t mark = std::min(line.find_first_not_of(' '), line.size());
  const std::string_view rest = line.substr(mark);
  return rest == "#" || rest.substr(0, 2) == "# " || rest.substr(0, 2) == "#\t";
}

// Empties the lines of a heading that begins on a line of `text`; their number stays, and with it
// every other place.
void remove_heading(std::string& text, int line) {
  const std::string_view view = text;
  const size_t begin = line_start(view, line);
  size_t end = line_end(view, begin);
  if (!begins_with_hash(view.substr(begin, end - begin))) {
    for (size_t next = end; next < view.size();) {
      const size_t after = line_end(view, next + 1);
      const bool underline = is_underline(view.substr(next + 1, after - next - 1));
      if (underline) end = after;
      next = underline ? view.size() : after;
    }
  }
  const auto removed = view.substr(begin, end - begin);
  const auto lines = std::count(removed.begin(), removed.end(), '\n');
  text.replace(begin, end - begin, std::string(static_cast<size_t>(lines), '\n'));
}

// The first heading of level 1 that has words, unless it is inside a quote or a list.
const Block* find_title(const model::Blocks& blocks) {
  for (const Block& block : blocks) {
    const bool heading = block.kind == BlockKind::heading && block.level == 1;
    if (heading && !one_line(model::text_of(block.inlines)).empty()) return &block;
  }
  return nullptr;
}

// The text without empty lines at its start, and the line it then begins on.
void drop_empty_lines(std::string& text, int& line) {
  size_t begin = 0;
  for (size_t i = 0;
       i < text.size() && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r' || text[i] == '\n');
       ++i) {
    if (text[i] != '\n') continue;
    begin = i + 1;
    ++line;
  }
  text.erase(0, begin);
}

// "2026-05-09-title.md", as Jekyll's posts are named.
struct DatedName {
  std::string date, name;
};

std::optional<DatedName> dated_name_of(std::string_view path) {
  std::string_view file = path.substr(path.rfind('/') + 1);
  file = file.substr(0, file.rfind('.'));
  constexpr size_t kDate = 10;  // "2026-05-09"
  if (file.size() < kDate + 2 || file[kDate] != '-') return std::nullopt;
  DatedName out{normal_date(file.substr(0, kDate)), std::string(file.substr(kDate + 1))};
  return out.date.empty() ? std::nullopt : std::optional(out);
}

// What front matter says counts more.
void take_dated_name(const DatedName& dated, Article& article) {
  if (article.published.empty()) article.published = dated.date;
  if (article.id_place.line > 0) return;
  article.id = slug(dated.name);
  article.id_place = kStart;
}

void show_marks_of_others(Article& article, int line, Report& report) {
  ShownShortcodes shown = show_shortcodes(article.source);
  if (!shown.first) return;
  report.warning(PlaceIndex(article.source, {line, 1}).at(*shown.first),
                 "shortcodes or components of another system stand in this text, the first one "
                 "here; they are shown as they are written");
  article.source = std::move(shown.text);
}

}  // namespace

bool has_front_matter(std::string_view text) {
  return find_any_front_matter(without_bom(text)).has_value();
}

std::optional<Article> parse_markdown_file(std::string_view text, const std::string& path,
                                           Diagnostics& diagnostics) {
  Report report(path, diagnostics);
  const CleanText clean(text, kStart, Severity::warning, report);
  if (clean.text().empty()) {
    report.error({}, "the file is empty", Code::empty_file);
    return std::nullopt;
  }
  const std::string lines = with_line_feeds(clean.text());
  Article article;
  bool readable = true;
  int line = 1;
  article.source = lines;
  const std::optional<DatedName> dated = dated_name_of(path);
  if (const auto found = find_any_front_matter(lines)) {
    readable = read_any_front_matter(*found, dated.has_value(), report, article);
    article.source = found->front.body;
    line = found->front.body_line;
  }
  if (const auto control = find_control(article.source)) {
    report.warning(PlaceIndex(article.source, {line, 1}).at(*control),
                   "a control character stands here; it is shown as U+FFFD", Code::encoding);
    article.source = without_controls(std::move(article.source));
  }
  if (dated) take_dated_name(*dated, article);
  show_marks_of_others(article, line, report);
  if (article.title.empty()) {
    Diagnostics unused;  // the text is read again without its title
    Report quiet(path, unused);
    const PlaceIndex places(article.source, {line, 1});
    const model::Blocks blocks = build_markdown(article.source, places, quiet);
    if (const Block* title = find_title(blocks)) {
      article.title = one_line(model::words_of(title->inlines));
      article.title_place = title->place;
      remove_heading(article.source, title->place.line - line + 1);
    } else if (readable) {
      report.error(kStart, "the article has no title, neither in front matter nor as a heading",
                   Code::missing_field);
    }
  }
  drop_empty_lines(article.source, line);
  article.body = build_markdown(article.source, PlaceIndex(article.source, {line, 1}), report);
  return article;
}

}  // namespace lectern::ingest
