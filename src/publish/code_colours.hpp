// SPDX-License-Identifier: MIT
// The blocks of code of an article in colours, once for its page, its embed and the viewer.
#pragma once

#include <string>
#include <vector>

#include "model/block.hpp"

namespace lectern::publish {

// For each block of code, in the order in which they stand, its runs as model::PageContext::code has them; the last is
// no plain one. Empty where no block has colours. Cost: highlight::colour of each; else a walk through the blocks.
std::vector<std::string> code_colours(const model::Blocks& blocks);

}  // namespace lectern::publish
