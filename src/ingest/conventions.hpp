// SPDX-License-Identifier: MIT
// Blocks that writers of Markdown mark in plain text, beyond what CommonMark knows: lists of definitions
// as PHP Markdown Extra, Pandoc and Hugo read them, who is quoted, and quotes that are pulled out.
#pragma once

#include "model/block.hpp"

namespace lectern::ingest {

// Among blocks that stand side by side: what is written
//   Term
//   : What it means.
// becomes `definitions`, as does what follows of that kind, be it a further meaning of the last term or the next
// term. Each line before the first colon is a term. A paragraph of one line counts as a term too when the meaning
// stands in the paragraph after it. Cost: linear.
void find_definitions(model::Blocks& blocks);

// A quote whose first line is `[!pullquote]` is one that is pulled out.
void find_pull(model::Block& quote);

// A last line, or paragraph, of a quote that begins with a dash behind the end of a sentence says who is quoted.
void find_attribution(model::Block& quote);

// Notes who is quoted, without the dash that may stand before.
void attribute_to(model::Block& quote, model::Inlines who);

}  // namespace lectern::ingest
