// SPDX-License-Identifier: MIT
#include "publish/parts.hpp"

#include <vector>

#include "base/nearest.hpp"
#include "layout/page_tree.hpp"
#include "publish/references.hpp"

namespace lectern::publish {
namespace {

std::string_view without_directive(std::string_view fragment) {
  if (fragment.starts_with('#')) fragment.remove_prefix(1);
  return fragment.substr(0, fragment.find(":~:"));
}

bool is_top(std::string_view name) {
  return name.empty() || (name.size() == 3 && (name[0] | 0x20) == 't' && (name[1] | 0x20) == 'o' &&
                          (name[2] | 0x20) == 'p');
}

}  // namespace

PageParts::PageParts(const model::Article& article) {
  const layout::PageTree tree =
      layout::build_article_page(article, model::PageContext{}, state::ReaderState{});
  for (const layout::Node& node : tree.nodes) {
    if (!node.id.empty()) ids_.insert(node.id);
    // What leads back from a note stands in the text, and is made by semantics/inline_writer.
    if (node.id.starts_with("fn-")) ids_.insert("fnref-" + node.id.substr(3));
  }
  ids_.insert(std::string(layout::kMainId));
}

bool PageParts::has(std::string_view fragment) const {
  const std::string_view name = without_directive(fragment);
  return is_top(name) || ids_.contains(name) || ids_.contains(percent_decoded(name));
}

std::string PageParts::nearest_to(std::string_view fragment) const {
  const std::string name = percent_decoded(without_directive(fragment));
  const std::vector<std::string_view> ids(ids_.begin(), ids_.end());
  const std::string_view found = nearest(name, ids);
  return found.empty() ? "" : '#' + std::string(found);
}

}  // namespace lectern::publish
