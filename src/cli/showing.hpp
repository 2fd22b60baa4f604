// SPDX-License-Identifier: MIT
// How a command says the problems that it found: for people on standard error, for programs on
// standard output.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "cli/arguments.hpp"

namespace lectern::cli {

struct Showing {
  bool json = false;
  bool excerpts = false;  // the source line and a caret below each problem
  bool colour = false;
  int columns = 100;  // of the terminal
};

// From --format text|json and --excerpts auto|always|never, where a command has these options.
// "auto" is excerpts and colours when standard error is a terminal. NO_COLOR and CLICOLOR=0 are no
// colours, CLICOLOR_FORCE is both without a terminal too. False, and one sentence in `problem`, for
// another value.
bool choose_showing(const Arguments& arguments, Showing& showing, std::string& problem);

// Says all but the notes, by path and place, as text. With json: a list of objects with path, line,
// column, severity, code and message on standard output. Of text the first two thousand only, and
// how many more there are. False when standard output can't be written, which it then has said.
bool show(Diagnostics diagnostics, const Showing& showing);

// 3 when something could not be read, else 1 when there is an error, else 0.
ExitCode exit_code_of(const Diagnostics& diagnostics);

// The lines that --help has about it.
inline constexpr const char* kShowingHelp =
    "  --format json     the problems as a JSON list on standard output: path, line, column,\n"
    "                    severity, code (docs/checks.md) and message of each\n"
    "  --excerpts WHEN   always, never or auto (default): the source line and a caret below\n"
    "                    each problem when standard error is a terminal; NO_COLOR, CLICOLOR and\n"
    "                    CLICOLOR_FORCE are heeded\n";

}  // namespace lectern::cli
