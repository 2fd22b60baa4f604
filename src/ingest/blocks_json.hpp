// SPDX-License-Identifier: MIT
// The body of format "blocks": the model written out.
//
//   block   {"type": "paragraph", "inlines": [inline, …]}
//           {"type": "heading", "level": 2, "inlines": […]}
//           {"type": "quote", "blocks": [block, …]}
//           {"type": "list", "ordered": true, "start": 3, "tight": true,
//            "items": [{"blocks": […], "task": true, "checked": true}, …]}
//           {"type": "code", "text": "…\n", "info": "cpp"}
//           {"type": "rule"}
//           {"type": "details", "open": true, "summary": [inline, …], "blocks": [block, …]}
//           {"type": "figure", "blocks": [block, …], "caption": [inline, …]}
//           {"type": "table", "rows": [{"cells": [{"align": "right", "inlines": […]}, …]}, …]}
//   inline  {"type": "text", "text": "…"}, the same with "code"
//           {"type": "softBreak"}, {"type": "hardBreak"}
//           {"type": "link", "url": "…", "title": "…", "inlines": […]}
//           {"type": "image", "url": "…", "alt": "…", "title": "…", "width": 640, "height": 480}
//           {"type": "abbreviation", "title": "…", "inlines": […]}
//           {"type": "footnoteReference", "note": 1}
//           {"type": T, "inlines": […]}, T one of emphasis strong strikethrough underline
//           superscript subscript keyboard mark small citation quotation sample variable inserted
//           italic bold struck ruby rubyText rubyParenthesis
//
// What has a default (title, width, false flags, start 1, info, align, summary, caption) may be left
// out. The first row of a table is its head. Links and images obey the same policy as Markdown's.
// Beside "blocks" the body has "footnotes": [{"blocks": […]}, …], numbered from 1 as they stand.
#pragma once

#include "ingest/field_reader.hpp"
#include "ingest/json_writer.hpp"
#include "model/block.hpp"

namespace lectern::ingest {

// The "blocks" of a body and its "footnotes" (null when it has none), which become the last block. A
// block that cannot be read is left out, beside an error. Recursion is bounded by kMaxJsonDepth.
model::Blocks read_body_blocks(const Value& blocks, const Value* footnotes, FieldReader& fields);

// Writes the members "blocks" and "footnotes".
void write_body_blocks(const model::Blocks& body, JsonWriter& out);

}  // namespace lectern::ingest
