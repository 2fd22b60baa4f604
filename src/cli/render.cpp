// SPDX-License-Identifier: MIT
// `lectern render`: one article's body, for scripts and for the specification's tests.
#include <algorithm>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/showing.hpp"
#include "ingest/ingest.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::cli {
namespace {

constexpr const char* kUsage =
    "usage: lectern render FILE|- --format html|text|json [--from markdown|article]\n"
    "Writes one article on standard output: its body as HTML or plain text, or the whole\n"
    "article as JSON. Without --from the name tells what it is: .json is an article, other\n"
    "files are Markdown; standard input that begins with \"{\" is an article.\n";

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
  return first != std::string::npos && text[first] == '{';
}

std::string guess_from(const std::string& path, const std::string& text) {
  const bool article = path == "-" ? begins_like_json(text) : path.ends_with(".json");
  return article ? "article" : "markdown";
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

std::optional<model::Article> read_article(const std::string& text, const std::string& path,
                                           const std::string& from, bool whole,
                                           Diagnostics& diagnostics) {
  if (from == "article") {
    auto file = ingest::parse_article_json(text, path, diagnostics);
    if (!file) return std::nullopt;
    return std::move(file->article);
  }
  const bool fragment = !ingest::has_front_matter(text);
  if (fragment && !whole) return read_fragment(text, path, diagnostics);
  auto article = ingest::parse_markdown_file(text, path, diagnostics);
  if (!article || !fragment || !article->title.empty()) return article;
  // Only the title can be an error in a file without front matter.
  for (Diagnostic& diagnostic : diagnostics)
    diagnostic.severity = Severity::warning;
  return article;
}

std::string write(const model::Article& article, const std::string& format) {
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
  std::string from = arguments.value("--from");
  if (!from.empty() && from != "markdown" && from != "article") {
    return fail(kWrongUse, "--from must be markdown or article");
  }

  const std::optional<std::string> text = read_input(path);
  if (!text) return kNoAccess;
  if (from.empty()) from = guess_from(path, *text);
  Diagnostics diagnostics;
  const auto article = read_article(*text, path, from, format == "json", diagnostics);
  Showing showing;
  std::string problem;
  choose_showing({}, showing, problem);
  show(diagnostics, showing);
  if (article && !write_output(write(*article, format))) return kNoAccess;
  return has_error(diagnostics) ? kProblems : kFine;
}

}  // namespace lectern::cli
