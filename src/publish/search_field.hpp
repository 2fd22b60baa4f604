// SPDX-License-Identifier: MIT
// The field that searches the publication, on the pages that have one. web/search.js answers it; without scripts there
// is a link to the list of all stories in its place.
#pragma once

#include <string>
#include <string_view>

#include "publish/page_context.hpp"

namespace lectern::publish {

// The landmark on the page of a site path.
std::string write_search(const Site& site, std::string_view page);

// What web/find.js says, as JSON.
std::string write_find_words(std::string_view lang);

}  // namespace lectern::publish
