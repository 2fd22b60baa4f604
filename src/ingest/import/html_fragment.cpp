// SPDX-License-Identifier: MIT
// Pieces of HTML inside of other files, as the texts of feeds.
#include "ingest/field_reader.hpp"
#include "ingest/import/html_blocks.hpp"

namespace lectern::ingest {

model::Blocks blocks_of_html(std::string_view html, const TextSource& source) {
  const HtmlTree tree(html, source);
  // The head too: scripts at the very start are put there.
  const GumboNode* all = tree.html();
  return all ? blocks_of_element(tree, *all, source) : model::Blocks{};
}

std::string line_of_html(std::string_view html) {
  if (html.find_first_of("<&") == std::string_view::npos) return one_line(html);
  Diagnostics unused;
  Report report("", unused);
  const PlaceIndex places(html, {});
  const HtmlTree tree(html, {places, report});
  return tree.body() ? one_line(text_in(*tree.body())) : "";
}

}  // namespace lectern::ingest
