// SPDX-License-Identifier: MIT
#include "publish/languages/languages.hpp"

namespace lectern::publish {

const PageStrings kGerman{
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
    .stories = {.one = "{n} Artikel", .other = "{n} Artikel"},
    .pages = "Seiten",
    .count_page = "{stories}, Seite {page} von {pages}",
    .list_page = "{list}, Seite {page}",
    .newer = "← Neuere Artikel",
    .older = "Ältere Artikel →",
    .viewer = {"Die Datei hier ablegen, um sie zu lesen. Sie wird nirgendwohin gesendet.",
               "Die Seite konnte nicht geöffnet werden: {why}.",
               "das Netz hat nicht geantwortet",
               "das Netz hat zu lange gebraucht",
               "der Server antwortete mit {n}",
               "es kam etwas anderes als eine Seite dieser Publikation",
               "sie wurde unterwegs abgeschnitten",
               "{name} hat mehr als {n} MiB.",
               "{name} konnte nicht gelesen werden.",
               "{name} ist weder Artikel-JSON noch Markdown.",
               "{name} konnte nicht geholt werden: {why}.",
               "es kam keine Antwort, oder diese Website erlaubt ihren Seiten nicht, dort zu fragen",
               "Was Dateien öffnet, konnte nicht geladen werden."},
};

}  // namespace lectern::publish
