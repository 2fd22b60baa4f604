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
    .offline = "There is no network",
    .offline_text =
        "This page was not kept in this browser. What you have read or saved can be read without "
        "a network.",
    .saved = "Saved and read",
    .saved_text = "These pages are kept in this browser and can be read without a network.",
    .saved_list = "Saved",
    .read_list = "Read lately",
    .nothing_saved = "Nothing is kept yet.",
    .remove = "Remove",
    .kept_total = "All together",
    .keeps_nothing = "This browser does not let the site keep pages.",
    .save_column = "Save this column",
    .column_saved = "Saved.",
    .column_failed = "Not all of it could be saved.",
    .update = "A new version is ready.",
    .update_now = "Show it",
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
    .offline = "Es gibt gerade kein Netz",
    .offline_text =
        "Diese Seite ist in diesem Browser nicht gespeichert. Was Sie gelesen oder gespeichert "
        "haben, ist auch ohne Netz da.",
    .saved = "Gespeichert und gelesen",
    .saved_text = "Diese Seiten sind in diesem Browser gespeichert und ohne Netz zu lesen.",
    .saved_list = "Gespeichert",
    .read_list = "Zuletzt gelesen",
    .nothing_saved = "Noch ist nichts gespeichert.",
    .remove = "Entfernen",
    .kept_total = "Zusammen",
    .keeps_nothing = "Dieser Browser lässt die Seite nichts speichern.",
    .save_column = "Rubrik speichern",
    .column_saved = "Gespeichert.",
    .column_failed = "Nicht alles konnte gespeichert werden.",
    .update = "Eine neue Fassung ist da.",
    .update_now = "Anzeigen",
};

}  // namespace

const PageStrings& page_strings_for(std::string_view lang) {
  return lang.substr(0, 2) == "de" ? kGerman : kEnglish;
}

}  // namespace lectern::publish
