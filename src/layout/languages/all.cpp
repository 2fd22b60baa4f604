// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/languages/languages.hpp"

namespace lectern::layout {

const Strings* find_translation(std::string_view language) {
  static constexpr std::pair<std::string_view, const Strings*> kLanguages[] = {
      {"ar", &kArabic}, {"de", &kGerman},   {"es", &kSpanish},    {"fr", &kFrench}, {"hi", &kHindi},
      {"ja", &kJapanese}, {"pt", &kPortuguese}, {"ru", &kRussian}, {"zh", &kChinese},
  };
  const auto* found = std::find_if(std::begin(kLanguages), std::end(kLanguages),
                                   [&](const auto& known) { return known.first == language; });
  return found == std::end(kLanguages) ? nullptr : found->second;
}

}  // namespace lectern::layout
