// SPDX-License-Identifier: MIT
// Which column an article stands in: one name for each, however it is written, and folders that are
// columns.
#pragma once

#include <cstddef>
#include <string_view>

#include "publish/content.hpp"

namespace lectern::publish {

// The file that makes its folder a column, and names it.
inline constexpr std::string_view kColumnText = "_index.md";

// Deeper than any publication's columns; each level is a folder of the site and a page.
inline constexpr std::size_t kMaxColumnDepth = 8;

// An article without a section gets that of the folders around it which have an _index.md. Names that
// differ only in capitals or in the form of their letters become one, since their pages would share a
// folder on some hosts: that of publication.json, else of an _index.md, else of the oldest article, so
// that a new one renames nothing. The stories are sorted newest first. Cost: n log n.
void place_in_sections(Content& content);

}  // namespace lectern::publish
