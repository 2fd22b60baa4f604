// SPDX-License-Identifier: MIT
// Dates for readers. Only the day is shown; the full moment stands in the twin's datetime.
#include <array>
#include <charconv>

#include "layout/page_tree.hpp"

namespace lectern::layout {
namespace {

using Months = std::array<std::string_view, 12>;

constexpr Months kEnglish{"January", "February", "March",     "April",   "May",      "June",
                          "July",    "August",   "September", "October", "November", "December"};
constexpr Months kGerman{"Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                         "Juli",   "August",  "September", "Oktober", "November", "Dezember"};

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
  const auto index = static_cast<size_t>(month - 1);
  const std::string number = std::to_string(day), years = std::to_string(year);
  const std::string_view language = lang.substr(0, 2);
  if (language == "en" || language.empty()) {
    return number + ' ' + std::string(kEnglish[index]) + ' ' + years;
  }
  if (language == "de") return number + ". " + std::string(kGerman[index]) + ' ' + years;
  return std::string(date.substr(0, 10));  // ISO 8601 is read in every language
}

}  // namespace lectern::layout
