// SPDX-License-Identifier: MIT
#include "server/conditions.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace lectern::server {
namespace {

std::string_view trim(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return "";
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// Takes the next element of a list; the list is empty after the last.
std::string_view take_element(std::string_view& list) {
  const size_t comma = list.find(',');
  const std::string_view element = trim(list.substr(0, comma));
  list = comma == std::string_view::npos ? "" : list.substr(comma + 1);
  return element;
}

std::optional<std::uint64_t> parse_digits(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc::result_out_of_range) return UINT64_MAX;
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

bool matches_etag(std::string_view list, std::string_view etag) {
  if (trim(list) == "*") return true;
  while (!list.empty()) {
    std::string_view element = take_element(list);
    if (element.starts_with("W/")) element.remove_prefix(2);
    if (!element.empty() && element == etag) return true;
  }
  return false;
}

ByteRange parse_range(std::string_view range, std::uint64_t size) {
  const ByteRange whole{RangeKind::whole, 0, size};
  const size_t equals = range.find('=');
  if (equals == std::string_view::npos || lower(trim(range.substr(0, equals))) != "bytes") {
    return whole;
  }
  const std::string_view spec = trim(range.substr(equals + 1));
  const size_t hyphen = spec.find('-');
  if (hyphen == std::string_view::npos || spec.find(',') != std::string_view::npos) return whole;
  const std::string_view from = spec.substr(0, hyphen), to = spec.substr(hyphen + 1);
  const ByteRange nowhere{RangeKind::unsatisfiable, 0, 0};
  if (from.empty()) {  // the last so many bytes
    const auto last = parse_digits(to);
    if (!last) return whole;
    if (*last == 0 || size == 0) return nowhere;
    const std::uint64_t length = std::min(*last, size);
    return {RangeKind::part, size - length, length};
  }
  const auto first = parse_digits(from);
  const auto last = to.empty() ? std::optional(UINT64_MAX) : parse_digits(to);
  if (!first || !last || *last < *first) return whole;
  if (*first >= size) return nowhere;
  return {RangeKind::part, *first, std::min(*last, size - 1) - *first + 1};
}

bool accepts(std::string_view list, std::string_view coding) {
  while (!list.empty()) {
    const std::string_view element = take_element(list);
    const size_t semicolon = element.find(';');
    if (lower(trim(element.substr(0, semicolon))) != coding) continue;
    if (semicolon == std::string_view::npos) return true;
    const std::string weight = lower(trim(element.substr(semicolon + 1)));
    return !weight.starts_with("q=0") || weight.find_first_of("123456789", 3) != std::string::npos;
  }
  return false;
}

}  // namespace lectern::server
