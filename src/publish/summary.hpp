// SPDX-License-Identifier: MIT
// What an article is about, in a sentence or two: for search engines, previews of links, and feeds.
#pragma once

#include <string>

#include "model/article.hpp"

namespace lectern::publish {

// The standfirst, or the first words of the body; "" without either.
std::string summary_of(const model::Article& article);

}  // namespace lectern::publish
