// SPDX-License-Identifier: MIT
#include "publish/page_strings.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "publish/languages/languages.hpp"

namespace lectern::publish {

const PageStrings& page_strings_for(std::string_view lang) {
  static constexpr std::pair<std::string_view, const PageStrings*> kLanguages[] = {
      {"ar", &kArabic},     {"de", &kGerman},   {"es", &kSpanish},
      {"fr", &kFrench},     {"hi", &kHindi},    {"ja", &kJapanese},
      {"pt", &kPortuguese}, {"ru", &kRussian},  {"zh", &kChinese},
  };
  const std::string_view language = lang.substr(0, lang.find('-'));
  const auto* found = std::find_if(std::begin(kLanguages), std::end(kLanguages),
                                   [&](const auto& known) { return known.first == language; });
  return found == std::end(kLanguages) ? kEnglish : *found->second;
}

}  // namespace lectern::publish
