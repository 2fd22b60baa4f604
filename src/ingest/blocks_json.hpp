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
//           {"type": "table", "rows": [{"cells": [{"align": "right", "inlines": […]}, …]}, …]}
//   inline  {"type": "text", "text": "…"}, the same with "code"
//           {"type": "softBreak"}, {"type": "hardBreak"}
//           {"type": "link", "url": "…", "title": "…", "inlines": […]}
//           {"type": "image", "url": "…", "alt": "…", "title": "…", "width": 640, "height": 480}
//           {"type": "abbreviation", "title": "…", "inlines": […]}
//           {"type": T, "inlines": […]}, T one of emphasis strong strikethrough underline
//           superscript subscript keyboard mark small citation quotation sample variable inserted
//           italic bold struck
//
// What has a default (title, width, false flags, start 1, info, align) may be left out. The first
// row of a table is its head. Links and images obey the same policy as Markdown's.
#pragma once

#include "ingest/field_reader.hpp"
#include "ingest/json_writer.hpp"
#include "model/block.hpp"

namespace lectern::ingest {

// A block that cannot be read is left out, beside an error. Recursion is bounded by kMaxJsonDepth.
model::Blocks read_blocks(const Value& list, FieldReader& fields);

// Writes a list.
void write_blocks(const model::Blocks& blocks, JsonWriter& out);

}  // namespace lectern::ingest
