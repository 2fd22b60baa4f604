// SPDX-License-Identifier: MIT
// Dates for readers. Only the day is shown; the full moment stands in the twin's datetime.
#include <charconv>

#include "layout/page_tree.hpp"
#include "layout/strings.hpp"

namespace lectern::layout {
namespace {

bool read_digits(std::string_view text, size_t at, size_t count, int& value) {
  if (text.size() < at + count) return false;
  const char* first = text.data() + at;
  const auto result = std::from_chars(first, first + count, value);
  return result.ec == std::errc{} && result.ptr == first + count;
}

}  // namespace

std::string date_in_words(std::string_view date, std::string_view lang) {
  int year = 0, month = 0, day = 0;
  const bool read = read_digits(date, 0, 4, year) && read_digits(date, 5, 2, month) &&
                    read_digits(date, 8, 2, day);
  if (!read || month < 1 || month > 12 || day < 1 || day > 31) return std::string(date);
  const Strings& strings = strings_for(lang);
  const std::string days = std::to_string(day);
  return filled(strings.date, {{"d", day == 1 ? strings.first_day : std::string_view(days)},
                               {"m", std::to_string(month)},
                               {"y", std::to_string(year)},
                               {"dd", date.substr(8, 2)},
                               {"mm", date.substr(5, 2)},
                               {"month", strings.months[static_cast<size_t>(month - 1)]}});
}

}  // namespace lectern::layout
