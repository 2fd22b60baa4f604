// SPDX-License-Identifier: MIT
// The words of the pages that list articles and of what stands before each page, by language; those of
// an article's own page are layout's.
#pragma once

#include <string_view>

namespace lectern::publish {

struct PageStrings {
  std::string_view skip;      // to what the page is about
  std::string_view sections;  // the name of the navigation with the top columns
  std::string_view front_page;
  std::string_view more;          // heading of the stories without a section
  std::string_view below;         // the columns below a column
  std::string_view nothing_here;  // in a column without stories
  std::string_view not_found;
  std::string_view not_found_text;
};

// English for a language without a translation.
const PageStrings& page_strings_for(std::string_view lang);

}  // namespace lectern::publish
