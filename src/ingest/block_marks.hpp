// SPDX-License-Identifier: MIT
// Where blocks begin in Markdown: md4c tells where their content is, a reader looks for their marks.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/block.hpp"

namespace lectern::ingest {

// Where a block begins whose content begins at `offset`; `offset` itself when no marks stand there.
size_t before_marks(std::string_view text, const model::Block& block, bool fenced, size_t offset);

// Where the next thematic break stands, since md4c gives it no text; kNowhere without one. It is
// looked for in the next lines only, so that a text of nothing else stays linear.
size_t find_rule(std::string_view text, size_t offset);

}  // namespace lectern::ingest
