// SPDX-License-Identifier: MIT
// Language tags as BCP 47 (RFC 5646) has them: the grammar of section 2.1 and the languages that
// exist.
#pragma once

#include <string>
#include <string_view>

namespace lectern {

// What is wrong with a tag, as a sentence that goes on after it ("is no language tag: …"); "" when
// nothing is. Scripts, regions and variants are known by their form alone.
std::string language_fault(std::string_view tag);

// Whether a primary subtag of two or three small letters is registered: ISO 639-1, -2, -3 and -5,
// as far as the registry takes them over ("en" but not "eng").
bool is_language(std::string_view subtag);

// "en" for "eng", "de" for "deu" and "ger"; "" when a code of three letters has none of two.
std::string_view shorter_language(std::string_view code);

}  // namespace lectern
