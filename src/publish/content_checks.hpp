// SPDX-License-Identifier: MIT
// The second reading of a content folder, when all its articles are known: what each refers to.
#pragma once

#include <string>

#include "publish/content.hpp"
#include "publish/references.hpp"

namespace lectern::publish {

// Fills Story::references and Content::media. Warnings for whatever is not there, with its place;
// `shown` is the folder as diagnostics name it. Cost: linear in the articles, and each file that is
// referred to is read once.
void check_references(Content& content, const PathSet& files, const std::string& shown,
                      Diagnostics& diagnostics);

}  // namespace lectern::publish
