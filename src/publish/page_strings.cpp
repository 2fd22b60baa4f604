// SPDX-License-Identifier: MIT
#include "publish/page_strings.hpp"

namespace lectern::publish {
namespace {

constexpr PageStrings kEnglish{
    .skip = "Skip to the text",
    .sections = "Sections",
    .front_page = "Front page",
    .more = "More stories",
    .below = "Columns in this section",
    .nothing_here = "There is no story in this column yet.",
    .not_found = "This page is not here",
    .not_found_text =
        "It may have been withdrawn, or the address has a slip in it. "
        "Every story can be found from these two pages.",
};

constexpr PageStrings kGerman{
    .skip = "Zum Text",
    .sections = "Ressorts",
    .front_page = "Startseite",
    .more = "Weitere Artikel",
    .below = "Rubriken in diesem Ressort",
    .nothing_here = "In dieser Rubrik steht noch kein Artikel.",
    .not_found = "Diese Seite gibt es nicht",
    .not_found_text =
        "Sie wurde vielleicht zurückgezogen, oder die Adresse enthält einen Fehler. "
        "Jeder Artikel ist von diesen zwei Seiten aus zu finden.",
};

}  // namespace

const PageStrings& page_strings_for(std::string_view lang) {
  return lang.substr(0, 2) == "de" ? kGerman : kEnglish;
}

}  // namespace lectern::publish
