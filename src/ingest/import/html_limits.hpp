// SPDX-License-Identifier: MIT
// Bounds how deep HTML is nested, and how many attributes a tag has, before a parser sees it: a tree builder looks
// through all open elements for many a tag, and through all attributes for each, so that a million would take hours.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace lectern::ingest {

// Elements open at once. Pages that people make have some forty.
inline constexpr std::size_t kMaxHtmlDepth = 400;
// Of one tag. Pages that people make have a dozen or two.
inline constexpr std::size_t kMaxHtmlAttributes = 200;

// The offsets of the first that was too much.
struct HtmlExcess {
  std::optional<std::size_t> deep;  // a tag
  std::optional<std::size_t> wide;  // an attribute
};

// Writes spaces over the tags of elements that would be open beyond kMaxHtmlDepth and over a tag's attributes beyond
// kMaxHtmlAttributes; all text and every offset stay. Cost: linear, times kMaxHtmlDepth.
HtmlExcess limit_html(std::string& html);

}  // namespace lectern::ingest
