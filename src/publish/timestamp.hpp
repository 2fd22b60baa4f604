// SPDX-License-Identifier: MIT
// The dates of articles as numbers, to put them in order, and in the forms that feeds want. Showing
// them is layout's work.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::publish {

// Seconds since 1970-01-01T00:00:00Z of an RFC 3339 date-time ("2026-05-09T10:00:00Z", with a
// fraction and an offset too), or of a date alone, which is its midnight in UTC. Nothing when it is
// neither. A leap second counts as the second before it.
std::optional<std::int64_t> parse_timestamp(std::string_view rfc3339);

// The other way, for the years 0 to 9999: "2026-05-09T10:00:00Z".
std::string write_timestamp(std::int64_t seconds);

// "Sat, 09 May 2026 10:00:00 GMT", as RSS has it (RFC 822 with the four digits of RFC 1123).
std::string write_mail_date(std::int64_t seconds);

}  // namespace lectern::publish
