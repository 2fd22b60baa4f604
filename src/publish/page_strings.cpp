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
    .chosen = "chosen by the editors",
    .same_column = "same column",
    .same_column_and_topic = "same column and topic",
    .same_topic = "same topic",
    .same_column_about = "same column, both about",
    .same_about = "both about",
    .all_stories = "All stories",
    .story_count = "story",
    .stories_count = "stories",
    .pages = "Pages",
    .page = "page",
    .of = "of",
    .newer = "← Newer stories",
    .older = "Older stories →",
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
    .chosen = "von der Redaktion ausgewählt",
    .same_column = "gleiche Rubrik",
    .same_column_and_topic = "gleiche Rubrik, gleiches Thema",
    .same_topic = "gleiches Thema",
    .same_column_about = "gleiche Rubrik, beide über",
    .same_about = "beide über",
    .all_stories = "Alle Artikel",
    .story_count = "Artikel",
    .stories_count = "Artikel",
    .pages = "Seiten",
    .page = "Seite",
    .of = "von",
    .newer = "← Neuere Artikel",
    .older = "Ältere Artikel →",
};

}  // namespace

const PageStrings& page_strings_for(std::string_view lang) {
  return lang.substr(0, 2) == "de" ? kGerman : kEnglish;
}

}  // namespace lectern::publish
