// SPDX-License-Identifier: MIT
// The dates of articles as numbers, to put them in order. Showing them is layout's work.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace lectern::publish {

// Seconds since 1970-01-01T00:00:00Z of an RFC 3339 date-time ("2026-05-09T10:00:00Z", with a
// fraction and an offset too), or of a date alone, which is its midnight in UTC. Nothing when it is
// neither. A leap second counts as the second before it.
std::optional<std::int64_t> parse_timestamp(std::string_view rfc3339);

}  // namespace lectern::publish
