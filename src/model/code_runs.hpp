// SPDX-License-Identifier: MIT
// A block of code as stretches of one colour each, and the short form in which they travel from the publisher,
// which alone can tell them, to the viewer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::model {

enum class CodeKind : std::uint8_t { plain, comment, keyword, string, number, name, inserted, deleted };

struct CodeRun {
  std::size_t bytes = 0;  // of UTF-8; never 0
  CodeKind kind = CodeKind::plain;
  bool operator==(const CodeRun&) const = default;
};

using CodeRuns = std::vector<CodeRun>;

// Each run as its bytes and a letter (p plain, c comment, k keyword, s string, n number, a name, i inserted, d deleted):
// "4k6p2n" for "let x = 42".
std::string write_code_runs(const CodeRuns& runs);

// The runs of a text. None when what is written is not of that form or not about this text: they are longer or
// shorter than it, or one ends within a character. Cost: linear in what is written.
CodeRuns read_code_runs(std::string_view written, std::string_view text);

}  // namespace lectern::model
