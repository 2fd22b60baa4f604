// SPDX-License-Identifier: MIT
// A Markdown file, whoever reads its front matter: yaml-cpp for the publisher, a small reader of our
// own (ingest/yaml_lines.cpp) in the viewer, where YAML as a whole would be a fifth of the download.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/front_matter.hpp"
#include "model/article.hpp"

namespace lectern::ingest {

struct MarkdownFileRules {
  ReadYaml read_yaml;
  // For a text whose front matter and headings give none: a heading of another level that it begins
  // with is then asked before. "": a missing title is an error.
  std::string title;
};

std::optional<model::Article> read_markdown_file(std::string_view text, const std::string& path,
                                                 const MarkdownFileRules& rules,
                                                 Diagnostics& diagnostics);

}  // namespace lectern::ingest
