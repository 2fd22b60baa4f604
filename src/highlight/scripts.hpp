// SPDX-License-Identifier: MIT
// The scripts that are compiled into the program (scripts/embed_scripts.cmake): the tokenizer, its grammars and
// colours.js.
#pragma once

#include <span>
#include <string_view>

namespace lectern::highlight {

struct Script {
  std::string_view name;  // of a grammar, or "core" and "colours"
  std::string_view text;  // followed by a NUL, which the engine wants
};

// What all need is before the grammars that are run only when they are asked for.
std::span<const Script> scripts();

}  // namespace lectern::highlight
