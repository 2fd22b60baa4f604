// SPDX-License-Identifier: MIT
// The columns of a publication: every section path and every level above it has a page of its own.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "publish/content.hpp"

namespace lectern::publish {

struct ColumnPage {
  model::SectionPath path;
  std::string site_path;             // "c/science/physics/"
  int depth = 0;                     // 0 for a top section
  int parent = -1;                   // index of the column above it
  std::string text;                  // under its title; may be ""
  std::vector<std::size_t> stories;  // of it and the columns below it: indices, newest first
};

// In the order of the column map: publication.json's order, then by name; each column before those
// below it. Two names that would share an address get different ones, and a number below another column
// is no address of its own, since "c/world/2/" is the second page of World.
// Cost: the number of stories times the depth of their sections.
std::vector<ColumnPage> build_columns(const Content& content);

// The index of a section's column, -1 for an empty path.
int find_column(const std::vector<ColumnPage>& columns, const model::SectionPath& path);

}  // namespace lectern::publish
