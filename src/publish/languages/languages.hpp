// SPDX-License-Identifier: MIT
// The words of the lists, a file a language.
#pragma once

#include "publish/page_strings.hpp"

namespace lectern::publish {

extern const PageStrings kArabic, kChinese, kEnglish, kFrench, kGerman, kHindi, kJapanese,
    kPortuguese, kRussian, kSpanish;

}  // namespace lectern::publish
