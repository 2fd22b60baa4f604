// SPDX-License-Identifier: MIT
// What a page is about, in a sentence or two: for search engines, previews of links, and feeds.
#pragma once

#include <string>
#include <vector>

#include "model/article.hpp"
#include "model/block.hpp"

namespace lectern::publish {

// The text of the first paragraph that has one, cut where search engines would; "" without one. Of what it gives it
// gives the same.
std::string first_words(const model::Blocks& body);

// The standfirst, or the first words of the body; "" without either.
std::string summary_of(const model::Article& article);

// Of a page that lists things: the names of the first of them, as many as search engines show.
std::string summary_of(const std::vector<std::string>& names);

}  // namespace lectern::publish
