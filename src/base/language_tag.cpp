// SPDX-License-Identifier: MIT
#include "base/language_tag.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace lectern {
namespace {

// RFC 5646, section 2.1, "grandfathered": tags that are whole as they stand.
constexpr std::string_view kWhole[] = {
    "art-lojban", "cel-gaulish", "en-gb-oed", "i-ami",      "i-bnn",     "i-default", "i-enochian",
    "i-hak",      "i-klingon",   "i-lux",     "i-mingo",    "i-navajo",  "i-pwn",     "i-tao",
    "i-tay",      "i-tsu",       "no-bok",    "no-nyn",     "sgn-be-fr", "sgn-be-nl", "sgn-ch-de",
    "zh-guoyu",   "zh-hakka",    "zh-min",    "zh-min-nan", "zh-xiang",
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_letters(std::string_view part) {
  return std::all_of(part.begin(), part.end(), is_letter);
}

class Parts {
 public:
  // False when a part is empty, longer than eight, or not of letters and digits.
  bool split(std::string_view tag) {
    for (;;) {
      const size_t end = std::min(tag.find('-'), tag.size());
      const std::string_view part = tag.substr(0, end);
      const bool good =
          !part.empty() && part.size() <= 8 &&
          std::all_of(part.begin(), part.end(), [](char c) { return is_letter(c) || is_digit(c); });
      if (!good) return false;
      parts_.push_back(part);
      if (end == tag.size()) return true;
      tag.remove_prefix(end + 1);
    }
  }
  bool done() const { return at_ == parts_.size(); }
  std::string_view next() const { return done() ? std::string_view() : parts_[at_]; }
  std::string_view take() { return parts_[at_++]; }

 private:
  std::vector<std::string_view> parts_;
  size_t at_ = 0;
};

bool is_script(std::string_view part) {
  return part.size() == 4 && is_letters(part);
}
bool is_region(std::string_view part) {
  return (part.size() == 2 && is_letters(part)) ||
         (part.size() == 3 && std::all_of(part.begin(), part.end(), is_digit));
}
bool is_variant(std::string_view part) {
  return part.size() >= 5 || (part.size() == 4 && is_digit(part[0]));
}

// What follows the language. False when it is not in that order.
bool read_rest(Parts& parts) {
  for (int i = 0; i < 3 && parts.next().size() == 3 && is_letters(parts.next()); ++i)
    parts.take();
  if (is_script(parts.next())) parts.take();
  if (is_region(parts.next())) parts.take();
  std::vector<std::string_view> seen;  // variants and singletons, each at most once
  const auto is_new = [&seen](std::string_view part) {
    if (std::find(seen.begin(), seen.end(), part) != seen.end()) return false;
    seen.push_back(part);
    return true;
  };
  while (is_variant(parts.next())) {
    if (!is_new(parts.take())) return false;
  }
  while (parts.next().size() == 1) {
    const std::string_view singleton = parts.take();
    const size_t least = singleton == "x" ? 1 : 2;
    if (!is_new(singleton) || parts.next().size() < least) return false;
    while (parts.next().size() >= least)
      parts.take();
  }
  return parts.done();
}

}  // namespace

std::string language_fault(std::string_view tag) {
  std::string small(tag);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (std::find(std::begin(kWhole), std::end(kWhole), small) != std::end(kWhole)) return "";
  Parts parts;
  if (!parts.split(small))
    return "is no language tag: its parts have one to eight letters or digits";
  const std::string_view language = parts.next();
  if (language == "x") {
    parts.take();
    return parts.done() ? "is no language tag: a part is missing after \"x\"" : "";
  }
  parts.take();
  if (!is_letters(language) || language.size() < 2 || language.size() > 3) {
    return "is no language tag: it must begin with a language of two or three letters, as \"en\"";
  }
  if (const std::string_view shorter = shorter_language(language); !shorter.empty()) {
    return "is no language tag: that language is \"" + std::string(shorter) + '"';
  }
  if (!is_language(language)) {
    return "is no language tag: there is no language \"" + std::string(language) + '"';
  }
  // No code of a country, but often taken for one.
  if (parts.next() == "uk") return "is no language tag: the region is \"GB\", not \"UK\"";
  return read_rest(parts)
             ? ""
             : "is no language tag: a script, a region and variants may follow the language, in "
               "this order, as in \"sr-Latn-RS\"";
}

}  // namespace lectern
