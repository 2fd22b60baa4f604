// SPDX-License-Identifier: MIT
// A file of the reader's own as a page: what stands around it is little, and its HTML, which nobody
// has published, is made here. It never leaves the browser.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "model/article.hpp"
#include "model/publication.hpp"

namespace lectern::app {

// The site that the viewer is on, as the page at hand has it.
struct SiteAtHand {
  std::string_view title;
  std::string_view home_url;
  std::string_view lang;
};

struct OwnPage {
  model::Article article;
  model::PageContext context;
  double parse_ms = 0;
};

// Nothing when it has an error; `problem` is then the first, as "name:line:col: error: …".
std::unique_ptr<OwnPage> read_own_page(std::string_view text, const std::string& name,
                                       const SiteAtHand& site, std::string& problem);

// Has the platform make the page's elements.
void build_html(const OwnPage& page);

}  // namespace lectern::app
