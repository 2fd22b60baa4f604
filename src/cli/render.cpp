// SPDX-License-Identifier: MIT
// `lectern render`: one article's body, for scripts and for the specification's tests.
#include <algorithm>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/showing.hpp"
#include "ingest/import/source_file.hpp"
#include "ingest/ingest.hpp"
#include "model/urls.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::cli {
namespace {

using ingest::SourceFormat;

constexpr const char* kUsage =
    "usage: lectern render FILE|- --format html|text|json [--from FORMAT]\n"
    "Writes one article on standard output: its body as HTML or plain text, or the whole\n"
    "article as JSON. FORMAT is markdown, article, html, jsonfeed, wordpress, ghost, jsonld or\n"
    "applenews. Without it the name tells what the file is: .json is an article or a known feed,\n"
    ".html a saved page, other files are Markdown; standard input that begins with \"{\" or \"[\" "
    "is JSON.\n"
    "Of a file with several articles the first one is written.\n";

int fail(ExitCode code, const std::string& sentence) {
  complain("render: " + sentence);
  return code;
}

// A table's row is a line, its cells apart by tabs.
std::string plain_row(const model::Block& row) {
  std::string out;
  for (const model::Block& cell : row.children) {
    if (&cell != &row.children.front()) out += '\t';
    out += model::text_of(cell.inlines);
  }
  return out;
}

std::string plain_block(const model::Block& block) {
  if (const model::Inline* image = model::only_image(block)) return image->text;
  std::string out = model::text_of(block.inlines) + block.text;
  if (block.kind == model::BlockKind::table) {
    for (const model::Block& row : block.children)
      out += plain_row(row) + '\n';
  }
  while (out.ends_with('\n'))
    out.pop_back();
  return out;
}

// Every paragraph, table and piece of code, with an empty line between them.
void append_plain(const model::Blocks& blocks, std::string& out) {
  for (const model::Block& block : blocks) {
    const std::string text = plain_block(block);
    if (!text.empty()) out += (out.empty() ? "" : "\n\n") + text;
    if (block.kind != model::BlockKind::table) append_plain(block.children, out);
  }
}

std::string plain_text(const model::Blocks& blocks) {
  std::string out;
  append_plain(blocks, out);
  return out.empty() ? out : out + '\n';
}

bool begins_like_json(const std::string& text) {
  const size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string::npos && (text[first] == '{' || text[first] == '[');
}

SourceFormat guess_from(const std::string& path, const std::string& text) {
  if (path != "-") return ingest::source_format_of(path, text);
  return begins_like_json(text) ? ingest::source_format_of("-.json", text) : SourceFormat::markdown;
}

// A Markdown text without front matter is a fragment: nothing is missing in it, and its first
// heading is a heading.
model::Article read_fragment(const std::string& text, const std::string& path,
                             Diagnostics& diagnostics) {
  model::Article article;
  article.source = text;
  article.body = ingest::parse_markdown(text, path, {1, 1}, diagnostics);
  return article;
}

// The first article of a file that may have several.
std::optional<model::Article> read_first(const std::string& text, const std::string& path,
                                         SourceFormat format, Diagnostics& diagnostics) {
  ingest::SourceFile file = ingest::parse_source(text, path, format);
  diagnostics = std::move(file.diagnostics);
  if (file.articles.empty()) return std::nullopt;
  if (file.articles.size() > 1) {
    diagnostics.push_back({Severity::warning,
                           path,
                           {},
                           "this file has " + std::to_string(file.articles.size()) +
                               " articles; the first one is written"});
  }
  const Diagnostics& own = file.articles.front().diagnostics;
  diagnostics.insert(diagnostics.end(), own.begin(), own.end());
  return std::move(file.articles.front().article);
}

std::optional<model::Article> read_article(const std::string& text, const std::string& path,
                                           SourceFormat from, bool whole,
                                           Diagnostics& diagnostics) {
  if (from != SourceFormat::markdown) return read_first(text, path, from, diagnostics);
  const bool fragment = !ingest::has_front_matter(text);
  if (fragment && !whole) return read_fragment(text, path, diagnostics);
  auto article = ingest::parse_markdown_file(text, path, diagnostics);
  if (!article || !fragment || !article->title.empty()) return article;
  // Only the title can be an error in a file without front matter.
  for (Diagnostic& diagnostic : diagnostics)
    diagnostic.severity = Severity::warning;
  return article;
}

std::string write(model::Article article, const std::string& format) {
  model::resolve_urls(article);
  if (format == "json") return ingest::write_article_json(article);
  return format == "text" ? plain_text(article.body) : semantics::write_fragment(article.body);
}

}  // namespace

int run_render(const Words& words) {
  const Arguments arguments = parse_arguments(words, {{"--format", true}, {"--from", true}});
  if (arguments.help) return write_output(kUsage) ? kFine : kNoAccess;
  if (!arguments.problem.empty()) return fail(kWrongUse, arguments.problem);
  if (arguments.names.size() != 1) return fail(kWrongUse, "give one file, or - for standard input");
  const std::string& path = arguments.names[0];
  const std::string format = arguments.value("--format");
  if (format != "html" && format != "text" && format != "json") {
    return fail(kWrongUse, "--format must be html, text or json");
  }
  const std::string named = arguments.value("--from");
  const auto from = ingest::source_format_named(named);
  if (!named.empty() && !from) {
    return fail(kWrongUse,
                "--from must be markdown, article, html, jsonfeed, wordpress, ghost, jsonld or "
                "applenews");
  }

  const std::optional<std::string> text = read_input(path);
  if (!text) return kNoAccess;
  Diagnostics diagnostics;
  const auto article = read_article(*text, path, from ? *from : guess_from(path, *text),
                                    format == "json", diagnostics);
  Showing showing;
  std::string problem;
  choose_showing({}, showing, problem);
  show(diagnostics, showing);
  if (article && !write_output(write(*article, format))) return kNoAccess;
  return has_error(diagnostics) ? kProblems : kFine;
}

}  // namespace lectern::cli
