// SPDX-License-Identifier: MIT
// What is likely not meant so in one article, whatever stands around it.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "model/article.hpp"

namespace lectern::publish {

// Warnings: a very long title, an update before the publication, levels that headings skip,
// pictures without words, plain http, code in a language that is not known. Notes: a heading that stands twice at one level. `path` is
// the file as diagnostics name it. Cost: linear in the article.
void check_article(const model::Article& article, const std::string& path,
                   Diagnostics& diagnostics);

}  // namespace lectern::publish
