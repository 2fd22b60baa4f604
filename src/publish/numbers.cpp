// SPDX-License-Identifier: MIT
#include "publish/numbers.hpp"

#include <algorithm>
#include <iterator>

#include "layout/strings.hpp"

namespace lectern::publish {
namespace {

struct Grouping {
  std::string_view language, separator;
  std::size_t least;    // digits that a number has to be grouped
  std::size_t further;  // digits of the groups beyond the last three
};
constexpr Grouping kGroupings[] = {
    {"de", ".", 4, 3},      {"es", ".", 5, 3}, {"fr", "\u202F", 4, 3},
    {"hi", ",", 4, 2},      {"pt", ".", 4, 3}, {"ru", "\u00A0", 4, 3},
};
constexpr Grouping kOthers{"", ",", 4, 3};

std::string_view base_of(std::string_view lang) { return lang.substr(0, lang.find('-')); }

std::string_view form_of(const Plurals& phrase, std::size_t n, std::string_view language) {
  const std::size_t tens = n % 100, ones = n % 10;
  if (language == "ar") {
    if (n == 1) return phrase.one;
    if (n == 2) return phrase.two;
    return tens >= 3 && tens <= 10 ? phrase.few : tens >= 11 ? phrase.many : phrase.other;
  }
  if (language == "ru") {
    if (ones == 1 && tens != 11) return phrase.one;
    return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? phrase.few : phrase.many;
  }
  if (language == "ja" || language == "zh") return phrase.other;
  const bool none_is_one = language == "fr" || language == "hi" || language == "pt";
  return n == 1 || (n == 0 && none_is_one) ? phrase.one : phrase.other;
}

}  // namespace

std::string number_in_words(std::size_t number, std::string_view lang) {
  const auto* found = std::find_if(std::begin(kGroupings), std::end(kGroupings), [&](const auto& known) {
    return known.language == base_of(lang);
  });
  const Grouping& grouping = found == std::end(kGroupings) ? kOthers : *found;
  std::string digits = std::to_string(number);
  if (digits.size() < grouping.least) return digits;
  for (std::size_t at = digits.size() - 3;; at -= grouping.further) {
    digits.insert(at, grouping.separator);
    if (at <= grouping.further) return digits;
  }
}

std::string counted(const Plurals& phrase, std::size_t number, std::string_view lang) {
  return layout::filled(form_of(phrase, number, base_of(lang)),
                        {{"n", number_in_words(number, lang)}});
}

}  // namespace lectern::publish
