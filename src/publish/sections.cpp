// SPDX-License-Identifier: MIT
#include "publish/sections.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "base/fold.hpp"

namespace lectern::publish {
namespace {

std::string_view folder_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  return path.substr(0, slash == std::string_view::npos ? 0 : slash);
}

class Folders {
 public:
  explicit Folders(Content& content) {
    for (ColumnText& column : content.column_texts) {
      const std::string_view folder = folder_of(column.path);
      if (column.name.empty()) column.name = folder.substr(folder.rfind('/') + 1);
      if (!folder.empty()) names_.emplace(folder, column.name);
    }
  }
  // The columns among the folders around a file, from the top down.
  model::SectionPath around(std::string_view path) const {
    model::SectionPath section;
    for (std::string_view folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
      if (const auto found = names_.find(folder); found != names_.end()) section.push_back(found->second);
    }
    std::reverse(section.begin(), section.end());
    section.resize(std::min(section.size(), kMaxColumnDepth));
    return section;
  }

 private:
  std::map<std::string, std::string, std::less<>> names_;
};

class Names {
 public:
  // Gives each level the name that it was first given.
  void unify(model::SectionPath& section) {
    std::string key;
    for (std::string& name : section) {
      key += folded(name) + '\n';
      name = first_.try_emplace(key, name).first->second;
    }
  }

 private:
  std::map<std::string, std::string> first_;
};

}  // namespace

void place_in_sections(Content& content) {
  const Folders folders(content);
  Names names;
  for (model::SectionPath& section : content.publication.sections)
    names.unify(section);
  for (ColumnText& column : content.column_texts) {
    column.section = folders.around(column.path);
    names.unify(column.section);
  }
  for (auto story = content.stories.rbegin(); story != content.stories.rend(); ++story) {
    model::SectionPath& section = story->article.section;
    if (section.empty()) section = folders.around(story->path);
    names.unify(section);
  }
}

}  // namespace lectern::publish
