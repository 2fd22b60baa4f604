// SPDX-License-Identifier: MIT
// A file of a content folder, whatever wrote it: which format it has, and its articles. Native
// builds only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/article.hpp"

namespace lectern::ingest {

enum class SourceFormat {
  markdown,    // with or without front matter; MDX
  article,     // article JSON, version 1
  html,        // a page with an article in it
  json_feed,   // JSON Feed 1.0 and 1.1
  wordpress,   // what /wp-json/wp/v2/posts gives: a post or a list of them
  ghost,       // Ghost's export
  json_ld,     // schema.org: Article and its kinds, alone, in a list or an @graph
  apple_news,  // Apple News Format, article.json
};

// The name that the command has for a format: markdown, article, html, jsonfeed, wordpress, ghost,
// jsonld, applenews.
std::optional<SourceFormat> source_format_named(std::string_view name);

// By the ending of the path; of JSON, by what it says. What is no known feed is an article.
SourceFormat source_format_of(const std::string& path, std::string_view text);

struct SourceArticle {
  model::Article article;  // its id is "" when the file does not give one
  Diagnostics diagnostics;
};

struct SourceFile {
  std::vector<SourceArticle>
      articles;  // in the file's order; ids differ, unless Markdown's or an article's own
  Diagnostics diagnostics;  // what concerns no article alone
};

// Whatever can be read is given, beside what is wrong with it. Articles of feeds and pages have
// their body as blocks.
SourceFile parse_source(std::string_view text, const std::string& path, SourceFormat format);

}  // namespace lectern::ingest
