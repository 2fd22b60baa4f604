// SPDX-License-Identifier: MIT
// Dates as people write them, in the one form that the model has.
#pragma once

#include <string>
#include <string_view>

namespace lectern::ingest {

// RFC 3339 with "T" and "Z" in capitals: "2026-05-09T10:00:00Z". Also read: a date alone (midnight,
// UTC), a space for the "T", no seconds, no offset (UTC), an offset without its colon. "" for what
// is no date of the calendar.
std::string normal_date(std::string_view text);

// Whether it begins with digits as a date does ("2026-02-30"), be they of the calendar or not.
bool begins_with_date_form(std::string_view text);

}  // namespace lectern::ingest
