// SPDX-License-Identifier: MIT
// HTML to the model's blocks. What the model has no name for vanishes and its text stays; scripts
// and the like vanish with their content, which is said once for each kind of element.
#pragma once

#include <string_view>

#include "ingest/import/html_tree.hpp"
#include "ingest/import/text_source.hpp"
#include "model/block.hpp"

namespace lectern::ingest {

struct HtmlOptions {
  // Of a whole page: without navigation, forms' buttons, footers and what is hidden.
  bool page = false;
  const GumboNode* left_out = nullptr;  // an element that vanishes, as the title
};

// The blocks of what is in an element. Recursion is bounded, whatever the depth of the tree.
model::Blocks blocks_of_element(const HtmlTree& tree, const GumboNode& element,
                                const TextSource& source, const HtmlOptions& options = {});

// The blocks of a piece of HTML, or of a document's body. `html` is clean text.
model::Blocks blocks_of_html(std::string_view html, const TextSource& source);

// The words of a piece of HTML in one line.
std::string line_of_html(std::string_view html);

}  // namespace lectern::ingest
