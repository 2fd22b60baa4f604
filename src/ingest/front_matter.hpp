// SPDX-License-Identifier: MIT
// Front matter: YAML between lines of "---" at the start of a Markdown file, and its two readers.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/place_index.hpp"
#include "ingest/report.hpp"
#include "ingest/value.hpp"
#include "model/article.hpp"

namespace lectern::ingest {

struct FrontMatter {
  std::string_view yaml;
  std::string_view body;  // what follows the closing line
  int body_line = 1;
  int line = 2;  // that `yaml` begins on
  bool closed = true;
};

// Nothing when the file has none. A first line of "---" may also be a thematic break, so what
// follows it must look like YAML: "key:" or "{" on the first line that says anything.
std::optional<FrontMatter> find_front_matter(std::string_view text);

// Gives nothing when it cannot be read, which the report then says. `places` is of `yaml`. A key that
// stands twice is an error.
using ReadYaml = std::optional<Value> (*)(std::string_view yaml, const PlaceIndex& places,
                                          Report& report);

// What it says about the article. False when it cannot be read, so that nothing can be said to be missing
// in it.
bool read_front_matter(const FrontMatter& front, ReadYaml read, Report& report,
                       model::Article& article);

// YAML 1.2 as far as front matter needs it (native builds only): no anchors, no
// aliases, no tags' meaning, one document. Nothing when it is malformed or beyond a limit.
std::optional<Value> read_yaml(std::string_view yaml, const PlaceIndex& places, Report& report);

// The lines of YAML that most front matter has: "key: value", plain, in quotes, or over several
// lines; "- item" and "[a, b]"; these in one another. What else stands there is left out, quietly.
// Nothing only beyond the limit of bytes.
std::optional<Value> read_yaml_lines(std::string_view yaml, const PlaceIndex& places,
                                     Report& report);

}  // namespace lectern::ingest
