// SPDX-License-Identifier: MIT
// The page's words in each language but English, which strings.cpp has. They are linked into the publisher
// alone: the viewer is told those of its site (strings.hpp, take_strings).
#pragma once

#include "layout/strings.hpp"

namespace lectern::layout {

extern const Strings kArabic, kChinese, kFrench, kGerman, kHindi, kJapanese, kPortuguese, kRussian,
    kSpanish;

// By the base language ("pt" for "pt-BR"); null for English and for what has no translation.
const Strings* find_translation(std::string_view language);

}  // namespace lectern::layout
