// SPDX-License-Identifier: MIT
// The design of a publication: the tokens that its publication.json changes.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "layout/tokens.hpp"
#include "model/publication.hpp"

namespace lectern::publish {

// The defaults with what the publication changes; what is wrong with it is left out.
layout::Tokens design_of(const model::Publication& publication);

// The same as the viewer is told it: lines of "name value" (layout::read_token_lines).
std::string token_lines(const model::Publication& publication);

// Errors: values that a token can't have. Warnings: names that no token has, with the one that is meant; text
// that has less contrast to its ground than 4.5:1 (WCAG 2.2, 1.4.3). `path` is that of publication.json.
void check_theme(const model::Publication& publication, const std::string& path,
                 Diagnostics& diagnostics);

}  // namespace lectern::publish
