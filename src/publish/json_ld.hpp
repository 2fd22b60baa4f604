// SPDX-License-Identifier: MIT
// The article's data for search engines (schema.org/NewsArticle). It is a data block, which no
// browser runs, so the Content-Security-Policy has nothing against it.
#pragma once

#include <string>

#include "publish/page_context.hpp"

namespace lectern::publish {

// <script type="application/ld+json">…</script> and a line end. `article` has the URLs of its page.
// Addresses stand in it only where they are absolute: those of the site with a base URL alone. No
// "<" is in the data, so nothing in it ends the element.
std::string write_json_ld(const Site& site, const model::Article& article);

}  // namespace lectern::publish
