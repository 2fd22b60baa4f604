// SPDX-License-Identifier: MIT
// A block of raw HTML as paragraphs, and the holders that open and close in it. Between its tags all
// is text: Markdown does not read it.
#pragma once

#include "ingest/html_buffer.hpp"
#include "ingest/inline_builder.hpp"
#include "ingest/markdown_source.hpp"

namespace lectern::ingest {

class BlockBuilder;

// Adds the paragraphs to `out`. `inlines` must be at its start, and is again afterwards.
void add_html_block(const HtmlBuffer& buffer, MarkdownSource& source, InlineBuilder& inlines,
                    BlockBuilder& out);

}  // namespace lectern::ingest
