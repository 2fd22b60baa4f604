// SPDX-License-Identifier: MIT
// The words of the search, by language. In braces stands what is filled in.
#pragma once

#include <string_view>

namespace lectern::publish {

struct SearchStrings {
  std::string_view name;   // of the landmark
  std::string_view field;  // what can be searched
  // The names of the filters, and what each says while it lets all through.
  std::string_view section, author, time;
  std::string_view any_section, any_author, any_time;
  std::string_view week, month, year;
  std::string_view busy;
  std::string_view nothing;  // {query}
  std::string_view instead;  // {words}
  std::string_view some;
  std::string_view cut;  // {n}
  std::string_view lacking, failed, offline;
  std::string_view more;
  // In an article (web/find.js).
  std::string_view find, previous, next, close;
};

// By the base language; English for a language without a translation.
const SearchStrings& search_strings_for(std::string_view lang);

}  // namespace lectern::publish
