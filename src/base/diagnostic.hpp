// SPDX-License-Identifier: MIT
// What is wrong with an input, and where. Every problem that a person can cause is reported
// as one sentence with a place; nothing is thrown across folders.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic_code.hpp"

namespace lectern {

// A note is what may well be meant so: `lectern check --strict` says it, as a warning, and nobody else does.
enum class Severity { note, warning, error };

// A place in a text file. Lines and columns count from 1; columns count code points. A line ends
// with LF, CR LF or CR.
// {0, 0} means the file as a whole.
struct Place {
  int line = 0;
  int column = 0;
  bool operator==(const Place&) const = default;
};

struct Diagnostic {
  Severity severity = Severity::error;
  std::string path;  // as the user named it; "-" for standard input
  Place place;
  std::string sentence;  // without a final period
  Code code = Code::other;
};

using Diagnostics = std::vector<Diagnostic>;

// The place of a byte offset in a text. An offset past the end gives the place after the last
// character. Cost: linear in the offset.
Place place_of(std::string_view text, size_t offset);

// "path:line:col: error: sentence"; without a line, "path: error: sentence". In one line: control
// characters in the path are written out.
std::string to_string(const Diagnostic& diagnostic);

bool has_error(const Diagnostics& diagnostics);

// By path, line and column; those of one place stay in their order.
void sort_by_place(Diagnostics& diagnostics);

void remove_notes(Diagnostics& diagnostics);

}  // namespace lectern
