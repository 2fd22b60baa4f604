// SPDX-License-Identifier: MIT
// A file of the reader's own, which nobody has checked or prepared: all that is told of it is its name.
#include <algorithm>
#include <utility>

#include "ingest/field_reader.hpp"
#include "ingest/ingest.hpp"
#include "ingest/markdown_file.hpp"

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

}  // namespace

std::optional<model::Article> parse_own_file(std::string_view text, const std::string& name,
                                             Diagnostics& diagnostics) {
  if (!is_article_json(text, name)) {
    return read_markdown_file(text, name, {read_yaml_lines, title_of(name)}, diagnostics);
  }
  auto file = parse_article_json(text, name, diagnostics);
  if (!file) return std::nullopt;
  return std::move(file->article);
}

}  // namespace lectern::ingest
