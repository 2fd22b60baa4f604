// SPDX-License-Identifier: MIT
// One function for each `lectern` command. Each takes the words after its name and gives the exit
// code: 0 fine, 1 problems found in the input, 2 wrong use, 3 could not read or write.
#pragma once

#include <string>
#include <vector>

namespace lectern::cli {

using Words = std::vector<std::string>;

enum ExitCode { kFine = 0, kProblems = 1, kWrongUse = 2, kNoAccess = 3 };

int run_build(const Words& words);
int run_check(const Words& words);
int run_doctor(const Words& words);
int run_moods(const Words& words);
int run_render(const Words& words);
int run_serve(const Words& words);

}  // namespace lectern::cli
