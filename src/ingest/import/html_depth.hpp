// SPDX-License-Identifier: MIT
// Bounds how deep HTML is nested before a parser sees it: a tree builder looks through all open
// elements for many a tag, so that a million open ones would take hours.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace lectern::ingest {

// Elements open at once. Pages that people make have some forty.
inline constexpr std::size_t kMaxHtmlDepth = 400;

// Writes spaces over the tags of elements that would be open beyond kMaxHtmlDepth; all text and
// every offset stay. Gives the offset of the first such tag. Cost: linear, times kMaxHtmlDepth.
std::optional<std::size_t> limit_html_depth(std::string& html);

}  // namespace lectern::ingest
