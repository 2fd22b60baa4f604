// SPDX-License-Identifier: MIT
// The twin as HTML: the page tree written as a complete, semantic document that reads well without
// scripts. The viewer takes over the same elements by their data-block numbers.
#pragma once

#include <string>
#include <string_view>

#include "layout/page_tree.hpp"
#include "semantics/markup.hpp"

namespace lectern::semantics {

// The body as an HTML fragment in the form of the CommonMark specification: what `lectern render`
// gives. No data-block numbers.
std::string write_fragment(const model::Blocks& blocks);

// <div class="page">…</div> with a data-block number on every element that the viewer may place or
// paint. Text is escaped; URLs were checked when they were read.
std::string write_page(const layout::PageTree& tree);
void write_page(const layout::PageTree& tree, Markup& out);

// &, <, > and " as entities.
std::string escape_html(std::string_view text);

// Tokens as custom properties: colours (light, dark), faces, type and the measures that may change while a page
// is read. `data-theme` of the root, "light" or "dark", goes before what the system asks for.
std::string write_token_properties(const layout::Tokens& tokens);

// The stylesheet's generated part: the properties of the tokens in force, and one rule for each element's
// type, spacing and measure.
std::string write_token_styles();

}  // namespace lectern::semantics
