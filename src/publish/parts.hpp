// SPDX-License-Identifier: MIT
// The parts of an article's page that a link can lead to.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "model/article.hpp"

namespace lectern::publish {

class PageParts {
 public:
  // Those that the page of this article has: its headings and notes. Cost: the page's tree is
  // built.
  explicit PageParts(const model::Article& article);

  // Whether a fragment ("#part", as it stands in a URL) leads somewhere: HTML, 7.4.6.4, "select the
  // indicated part". Text fragments ("#:~:text=…") are the reader's business.
  bool has(std::string_view fragment) const;

  // The part that a misspelt fragment surely means, with its "#"; "" when none is near.
  std::string nearest_to(std::string_view fragment) const;

 private:
  std::set<std::string, std::less<>> ids_;
};

}  // namespace lectern::publish
