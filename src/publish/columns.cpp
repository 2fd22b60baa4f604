// SPDX-License-Identifier: MIT
#include "publish/columns.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/fold.hpp"
#include "base/slug.hpp"
#include "publish/addresses.hpp"

namespace lectern::publish {
namespace {

// Before the name of a column that is a number: beside it stand the pages of the column above, "2",
// "3" …
constexpr const char* kNumbered = "column-";

bool is_number(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct TreeNode {
  std::string name;
  std::vector<TreeNode> children;
};

void insert(TreeNode& root, const model::SectionPath& path) {
  TreeNode* at = &root;
  for (const std::string& name : path) {
    const auto found = std::find_if(at->children.begin(), at->children.end(),
                                    [&](const TreeNode& child) { return child.name == name; });
    if (found != at->children.end()) {
      at = &*found;
    } else {
      at->children.push_back({name, {}});
      at = &at->children.back();
    }
  }
}

void flatten(const TreeNode& node, const ColumnPage& above, int parent,
             std::vector<ColumnPage>& columns) {
  std::set<std::string> taken;
  for (const TreeNode& child : node.children) {
    std::string name = slug(child.name);
    if (parent >= 0 && is_number(name)) name.insert(0, kNumbered);
    std::string part = name;
    for (int count = 2; !taken.insert(folded(part)).second; ++count) {
      part = name + '-' + std::to_string(count);
    }
    ColumnPage column;
    column.path = above.path;
    column.path.push_back(child.name);
    column.site_path = above.site_path + encode_part(part) + '/';
    column.depth = above.depth + 1;
    column.parent = parent;
    columns.push_back(column);
    flatten(child, column, static_cast<int>(columns.size()) - 1, columns);
  }
}

}  // namespace

std::vector<ColumnPage> build_columns(const Content& content) {
  TreeNode root;
  for (const model::SectionPath& path : content.publication.sections)
    insert(root, path);
  std::set<model::SectionPath> others;
  for (const Story& story : content.stories)
    others.insert(story.article.section);
  for (const model::SectionPath& path : others)
    insert(root, path);

  std::vector<ColumnPage> columns;
  ColumnPage top;
  top.site_path = "c/";
  top.depth = -1;
  flatten(root, top, -1, columns);

  std::map<model::SectionPath, size_t> by_path;
  for (size_t i = 0; i < columns.size(); ++i)
    by_path.emplace(columns[i].path, i);
  for (const ColumnText& text : content.column_texts) {
    if (const auto found = by_path.find(text.section); found != by_path.end()) columns[found->second].text = text.text;
  }
  for (size_t i = 0; i < content.stories.size(); ++i) {
    const model::SectionPath& section = content.stories[i].article.section;
    const auto found = by_path.find(section);
    int at = found == by_path.end() ? -1 : static_cast<int>(found->second);
    for (; at >= 0; at = columns[static_cast<size_t>(at)].parent) {
      columns[static_cast<size_t>(at)].stories.push_back(i);
    }
  }
  return columns;
}

int find_column(const std::vector<ColumnPage>& columns, const model::SectionPath& path) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const ColumnPage& column) { return column.path == path; });
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

}  // namespace lectern::publish
