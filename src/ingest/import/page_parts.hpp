// SPDX-License-Identifier: MIT
// One walk over a saved page that finds the parts an article can be made of.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ingest/import/html_tree.hpp"

namespace lectern::ingest {

struct PageParts {
  const GumboNode* article = nullptr;  // what holds the article; <body> at worst
  const GumboNode* heading = nullptr;  // the <h1> that is its title
  const GumboNode* time = nullptr;     // the first <time datetime> in it
  std::string title;                   // <title>
  std::string lang;
  std::string canonical;
  std::string base;                    // <base href>
  // By name, property or itemprop, in lower case; the first of each.
  std::map<std::string, std::string> meta;
  std::vector<std::string> tags;          // article:tag
  std::vector<const GumboNode*> json_ld;  // the scripts
};

PageParts find_page_parts(const HtmlTree& tree);

// Whether a node is within another, or that itself.
bool is_within(const GumboNode& node, const GumboNode& outer);

}  // namespace lectern::ingest
