// SPDX-License-Identifier: MIT
// Marks of other systems in Markdown: Hugo's and Jekyll's shortcodes, components and modules of
// MDX. Nobody here knows what they would have shown, so they are shown as they are written.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::ingest {

struct ShownShortcodes {
  std::string text;             // with backslashes where Markdown would take the marks for its own
  std::optional<size_t> first;  // where the first one stands in the input
};

// In code they are code. Lines keep their number; columns behind a backslash move by one. Cost:
// linear.
ShownShortcodes show_shortcodes(std::string_view markdown);

}  // namespace lectern::ingest
