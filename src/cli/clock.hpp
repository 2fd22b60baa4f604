// SPDX-License-Identifier: MIT
// What time it is for a command: the one thing that a build takes from outside its input.
#pragma once

#include <cstdint>
#include <optional>

namespace lectern::cli {

// Seconds since 1970: those of the variable SOURCE_DATE_EPOCH (reproducible-builds.org), so that a
// build can be repeated, else the clock's. Nothing when the variable is no whole number; standard
// error says so.
std::optional<std::int64_t> time_now();

}  // namespace lectern::cli
