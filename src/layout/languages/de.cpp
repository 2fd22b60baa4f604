// SPDX-License-Identifier: MIT
#include "layout/languages/languages.hpp"

namespace lectern::layout {

const Strings kGerman{
    .breadcrumb = "Brotkrumen",
    .by = "Von {names}",
    .updated = "Aktualisiert am {date}",
    .related = "Verwandte Artikel",
    .share = "Diese Seite teilen",
    .copy_link = "Link kopieren",
    .share_sheet = "Teilen …",
    .email = "E-Mail",
    .copied = "Der Link ist kopiert.",
    .copy_failed = "Der Browser hat das Kopieren nicht erlaubt.",
    .mood_question = "Wie lässt dieser Artikel Sie zurück?",
    .mood_kept = "Nur in diesem Browser gespeichert. Noch einmal drücken nimmt es zurück.",
    .mood_unsaved = "Dieser Browser lässt die Seite nichts speichern.",
    .column_map = "Rubriken",
    .headlines = "Schlagzeilen",
    .turn = "Voriger und nächster Artikel",
    .prev = "← Voriger Artikel",
    .next = "Nächster Artikel →",
    .details = "Details",
    .footnotes = "Fußnoten",
    .back_to_reference = "Zurück zur Stelle",
    .corrections = "Berichtigungen",
    .open_file = "Datei öffnen …",
    .done = "Erledigt",
    .to_do = "Offen",
    .languages = "In anderen Sprachen",
    .topics = "Themen",
    .draft = "Entwurf",
    .future = "Noch nicht veröffentlicht",
    .read_at = "Zum Artikel bei {site}",
    .comma = ", ",
    .colon = ": ",
    .date = "{d}. {month} {y}",
    .first_day = "1",
    .months = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
               "September", "Oktober", "November", "Dezember"},
    .moods = {"Berührt", "Mitfühlend", "Gelangweilt", "Verärgert", "Amüsiert", "Traurig",
              "Froh", "Kein Kommentar"},
};

}  // namespace lectern::layout
