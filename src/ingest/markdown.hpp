// SPDX-License-Identifier: MIT
// Markdown as the other readers of this folder use it: with the places of their own text.
#pragma once

#include <cstddef>
#include <string_view>

#include "ingest/footnotes.hpp"
#include "ingest/markdown_source.hpp"
#include "ingest/place_index.hpp"
#include "ingest/report.hpp"
#include "model/block.hpp"

namespace lectern::ingest {

// Reads a text, well-formed UTF-8 without NUL, whose places are `places`; all three outlive it.
class MarkdownReader {
 public:
  MarkdownReader(std::string_view text, const PlaceIndex& places, Report& report)
      : footnotes_(text, places, report), source_(footnotes_, places, report), places_(places) {}
  MarkdownReader(const MarkdownReader&) = delete;
  MarkdownReader& operator=(const MarkdownReader&) = delete;

  // The blocks of [begin, end); after another, only what comes behind it.
  model::Blocks read(size_t begin, size_t end);
  // After the last of them: the notes that they refer to, as one block, or none.
  model::Blocks read_notes();

 private:
  Footnotes footnotes_;
  MarkdownSource source_;
  const PlaceIndex& places_;
};

// All of a text.
model::Blocks build_markdown(std::string_view text, const PlaceIndex& places, Report& report);

}  // namespace lectern::ingest
