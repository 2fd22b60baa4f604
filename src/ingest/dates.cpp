// SPDX-License-Identifier: MIT
#include "ingest/dates.hpp"

namespace lectern::ingest {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  char next() const { return rest_.empty() ? '\0' : rest_.front(); }
  void skip_spaces() {
    while (next() == ' ')
      rest_.remove_prefix(1);
  }
  bool take(char c) {
    if (next() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Exactly so many digits, of a number within a range, appended to `out`.
  bool digits(size_t count, int low, int high, std::string& out, int* value = nullptr) {
    if (rest_.size() < count) return false;
    int number = 0;
    for (const char c : rest_.substr(0, count)) {
      if (c < '0' || c > '9') return false;
      number = number * 10 + (c - '0');
    }
    out += rest_.substr(0, count);
    rest_.remove_prefix(count);
    if (value) *value = number;
    return number >= low && number <= high;
  }

 private:
  std::string_view rest_;
};

int days_in(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

bool read_day(Reader& in, std::string& out) {
  int year = 0, month = 0;
  if (!in.digits(4, 0, 9999, out, &year) || !in.take('-')) return false;
  out += '-';
  if (!in.digits(2, 1, 12, out, &month) || !in.take('-')) return false;
  out += '-';
  return in.digits(2, 1, days_in(year, month), out);
}

bool read_time(Reader& in, std::string& out) {
  if (!in.digits(2, 0, 23, out) || !in.take(':')) return false;
  out += ':';
  if (!in.digits(2, 0, 59, out)) return false;
  out += ':';
  if (!in.take(':')) {
    out += "00";
    return true;
  }
  if (!in.digits(2, 0, 60, out)) return false;  // 60 in a leap second
  if (!in.take('.')) return true;
  out += '.';
  if (!in.digits(1, 0, 9, out)) return false;
  while (in.digits(1, 0, 9, out)) {
  }
  return true;
}

bool read_offset(Reader& in, std::string& out) {
  in.skip_spaces();
  if (in.done() || in.take('Z') || in.take('z')) {
    out += 'Z';
    return true;
  }
  if (in.next() != '+' && in.next() != '-') return false;
  out += in.next();
  in.take(in.next());
  if (!in.digits(2, 0, 23, out)) return false;
  out += ':';
  in.take(':');
  return in.digits(2, 0, 59, out);
}

}  // namespace

std::string normal_date(std::string_view text) {
  constexpr size_t kLongest = 64;
  const size_t end = text.find_last_not_of(" \t\r\n");
  Reader in(text.substr(0, end == std::string_view::npos ? 0 : end + 1));
  if (text.size() > kLongest) return "";
  std::string out;
  in.skip_spaces();
  if (!read_day(in, out)) return "";
  out += 'T';
  if (in.done()) return out + "00:00:00Z";
  if (!in.take('T') && !in.take('t') && in.next() != ' ') return "";
  in.skip_spaces();
  return read_time(in, out) && read_offset(in, out) && in.done() ? out : "";
}

bool begins_with_date_form(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00";
  if (text.size() < kForm.size()) return false;
  for (size_t i = 0; i < kForm.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kForm[i] == '0' ? !digit : text[i] != '-') return false;
  }
  return true;
}

}  // namespace lectern::ingest
