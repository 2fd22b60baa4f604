// SPDX-License-Identifier: MIT
// Blocks of code in colours: what a tokenizer (Prism, a script that QuickJS runs) makes of them, brought down to the
// few kinds that a theme has colours for. The publisher's alone: the viewer is told what came of it (model/code_runs).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/code_runs.hpp"

namespace lectern::highlight {

// The language that the info string of a block of code begins with, in small letters: "js" of "JS {1,3}", "python" of
// "{.python #id}". "" when it names none.
std::string language_of(std::string_view info);

// Whether code in that language, as language_of gives it, stays plain because it is meant to ("", "text", …), or has
// colours.
bool is_known(std::string_view language);

// Names of languages that are known, other names of theirs too.
std::vector<std::string_view> language_names();

// Some four thousand lines, which nobody reads in an article; harmful code of that length takes two or three seconds.
inline constexpr std::size_t kMostBytes = 128u << 10;

// The runs of a text in a language: all of it, neighbours of different kinds. None when nothing in it has a colour, the
// language is not known, the text is longer than kMostBytes or no UTF-8 (as one with a NUL), or taking it apart goes
// beyond what sane code needs of steps or memory. The same on every machine: steps are counted, not time. A
// thread's first call takes some milliseconds to read the grammars, which it keeps.
model::CodeRuns colour(std::string_view text, std::string_view language);

}  // namespace lectern::highlight
