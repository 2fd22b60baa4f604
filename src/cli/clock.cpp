// SPDX-License-Identifier: MIT
#include "cli/clock.hpp"

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>

#include "cli/files.hpp"

namespace lectern::cli {

std::optional<std::int64_t> time_now() {
  const char* given = std::getenv("SOURCE_DATE_EPOCH");
  if (!given || !*given) return static_cast<std::int64_t>(std::time(nullptr));
  const std::string_view text(given);
  std::int64_t seconds = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (read.ec == std::errc{} && read.ptr == text.data() + text.size() && seconds >= 0)
    return seconds;
  complain("SOURCE_DATE_EPOCH must be a whole number of seconds since 1970, not \"" +
           std::string(text) + '"');
  return std::nullopt;
}

}  // namespace lectern::cli
