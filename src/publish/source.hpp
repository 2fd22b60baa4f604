// SPDX-License-Identifier: MIT
// One file of a content folder, by itself: what its text says. Nothing here knows of another file, so that
// many can be read at once (publish/sources); publish/content puts them together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "ingest/import/source_file.hpp"
#include "publish/content.hpp"

namespace lectern::publish {

struct Source {
  std::uint64_t hash = 0;            // of its bytes
  std::string problem;               // why it can't be read; else "", and
  ingest::SourceFile file;           // outlines of its articles, each checked (publish/article_checks),
  std::vector<Text> texts;           // with the text of each,
  std::string unread;                // or, of a file with one, all of it, when it has not changed since it was parsed;
  std::optional<ColumnText> column;  // or the column that it makes of its folder
};

// `path` is relative to the content folder and `shown` how diagnostics name it. An article below a folder _drafts
// is a draft, as Jekyll has it; without `drafts` what is wrong with one is nobody's problem yet.
Source read_source(const std::string& text, const std::string& path, const std::string& shown,
                   bool drafts);

}  // namespace lectern::publish
