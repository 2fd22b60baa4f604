// SPDX-License-Identifier: MIT
#include "publish/timestamp.hpp"

#include <algorithm>
#include <cstdio>

namespace lectern::publish {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}
  bool at_end() const { return rest_.empty(); }

  bool take(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    taken_ = rest_.front();
    rest_.remove_prefix(1);
    return true;
  }
  char taken() const { return taken_; }

  // Exactly so many digits, within a range.
  bool number(size_t digits, int low, int high, int& out) {
    if (rest_.size() < digits) return false;
    out = 0;
    for (const char c : rest_.substr(0, digits)) {
      if (c < '0' || c > '9') return false;
      out = out * 10 + (c - '0');
    }
    rest_.remove_prefix(digits);
    return out >= low && out <= high;
  }

 private:
  std::string_view rest_;
  char taken_ = 0;
};

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

// Days since 1970-01-01 in the proleptic Gregorian calendar
// (howardhinnant.github.io/date_algorithms.html, days_from_civil).
std::int64_t days_from_civil(int year, int month, int day) {
  if (month <= 2) --year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct Civil {
  int year = 0, month = 0, day = 0, weekday = 0;  // weekday: 0 is Sunday
  int hour = 0, minute = 0, second = 0;
};

// civil_from_days of the same source.
Civil civil_of(std::int64_t seconds) {
  std::int64_t days = seconds / 86400;
  if (seconds % 86400 < 0) --days;
  const auto of_day = static_cast<int>(seconds - days * 86400);
  const std::int64_t shifted = days + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const auto of_era = static_cast<int>(shifted - era * 146097);
  const int year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int from_march = (5 * of_year + 2) / 153;
  Civil out;
  out.day = of_year - (153 * from_march + 2) / 5 + 1;
  out.month = from_march < 10 ? from_march + 3 : from_march - 9;
  out.year = static_cast<int>(era) * 400 + year_of_era + (out.month <= 2 ? 1 : 0);
  out.weekday = static_cast<int>(((days + 4) % 7 + 7) % 7);  // 1970-01-01 was a Thursday
  out.hour = of_day / 3600;
  out.minute = of_day / 60 % 60;
  out.second = of_day % 60;
  return out;
}

}  // namespace

std::optional<std::int64_t> parse_timestamp(std::string_view text) {
  Reader in(text);
  int year = 0, month = 0, day = 0;
  if (!in.number(4, 0, 9999, year) || !in.take("-") || !in.number(2, 1, 12, month) ||
      !in.take("-") || !in.number(2, 1, days_in(year, month), day)) {
    return std::nullopt;
  }
  const std::int64_t midnight = days_from_civil(year, month, day) * 86400;
  if (in.at_end()) return midnight;

  int hour = 0, minute = 0, second = 0;
  if (!in.take("Tt ") || !in.number(2, 0, 23, hour) || !in.take(":") ||
      !in.number(2, 0, 59, minute) || !in.take(":") || !in.number(2, 0, 60, second)) {
    return std::nullopt;
  }
  if (in.take(".")) {
    if (!in.take("0123456789")) return std::nullopt;
    while (in.take("0123456789")) {
    }
  }
  int offset_s = 0;
  if (!in.take("Zz")) {
    if (!in.take("+-")) return std::nullopt;
    const int sign = in.taken() == '-' ? -1 : 1;
    int hours = 0, minutes = 0;
    if (!in.number(2, 0, 23, hours) || !in.take(":") || !in.number(2, 0, 59, minutes)) {
      return std::nullopt;
    }
    offset_s = sign * (hours * 3600 + minutes * 60);
  }
  if (!in.at_end()) return std::nullopt;
  // An offset must not lead out of the years that have four digits.
  return std::clamp(midnight + hour * 3600 + minute * 60 + std::min(second, 59) - offset_s,
                    days_from_civil(0, 1, 1) * 86400, days_from_civil(10000, 1, 1) * 86400 - 1);
}

std::string write_timestamp(std::int64_t seconds) {
  const Civil c = civil_of(seconds);
  char out[64];
  std::snprintf(out, sizeof out, "%04d-%02d-%02dT%02d:%02d:%02dZ", c.year, c.month, c.day, c.hour,
                c.minute, c.second);
  return out;
}

std::string write_mail_date(std::int64_t seconds) {
  constexpr const char* kWeekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Civil c = civil_of(seconds);
  char out[64];
  std::snprintf(out, sizeof out, "%s, %02d %s %04d %02d:%02d:%02d GMT", kWeekdays[c.weekday], c.day,
                kMonths[c.month - 1], c.year, c.hour, c.minute, c.second);
  return out;
}

}  // namespace lectern::publish
