// SPDX-License-Identifier: MIT
#include "layout/strings.hpp"

namespace lectern::layout {
namespace {

constexpr Strings kEnglish{
    .breadcrumb = "Breadcrumb",
    .by = "By",
    .updated = "Updated",
    .related = "Related stories",
    .share = "Share this page",
    .copy_link = "Copy link",
    .share_sheet = "Share…",
    .email = "E-mail",
    .copied = "The link is copied.",
    .copy_failed = "The browser did not let the link be copied.",
    .mood_question = "How does this story leave you?",
    .mood_kept = "Kept in this browser only. Press again to take it back.",
    .mood_unsaved = "Kept for this visit only: this browser does not let the page keep it.",
    .column_map = "Column map",
    .headlines = "Headlines",
    .turn = "Previous and next story",
    .prev = "← Previous story",
    .next = "Next story →",
    .details = "Details",
    .footnotes = "Footnotes",
    .back_to_reference = "Back to reference",
    .corrections = "Corrections",
    .open_file = "Open a file …",
    .done = "Done",
    .to_do = "To do",
    .languages = "In other languages",
    .topics = "Topics",
    .draft = "Draft",
    .future = "Not published yet",
    .read_at = "Read it at",
    .embed = "Embed",
    .moods = {"Touched", "Sympathetic", "Bored", "Angry", "Amused", "Sad", "Happy", "No comment"},
};

constexpr Strings kGerman{
    .breadcrumb = "Brotkrumen",
    .by = "Von",
    .updated = "Aktualisiert am",
    .related = "Verwandte Artikel",
    .share = "Diese Seite teilen",
    .copy_link = "Link kopieren",
    .share_sheet = "Teilen …",
    .email = "E-Mail",
    .copied = "Der Link ist kopiert.",
    .copy_failed = "Der Browser hat das Kopieren nicht erlaubt.",
    .mood_question = "Wie lässt dieser Artikel Sie zurück?",
    .mood_kept = "Nur in diesem Browser gespeichert. Noch einmal drücken nimmt es zurück.",
    .mood_unsaved = "Nur für diesen Besuch gemerkt: Dieser Browser lässt die Seite nichts speichern.",
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
    .read_at = "Zum Artikel bei",
    .embed = "Einbetten",
    .moods = {"Berührt", "Mitfühlend", "Gelangweilt", "Verärgert", "Amüsiert", "Traurig",
              "Froh", "Kein Kommentar"},
};

}  // namespace

const Strings& strings_for(std::string_view lang) {
  return lang.substr(0, 2) == "de" ? kGerman : kEnglish;
}

std::string unpublished_words(const Strings& strings, bool draft, bool future) {
  std::string words(draft ? strings.draft : "");
  if (draft && future) words += " · ";
  if (future) words += strings.future;
  return words;
}

std::string_view share_words(const Strings& strings, const state::ReaderState& reader) {
  switch (reader.share) {
    case state::ShareStatus::copied:
      return strings.copied;
    case state::ShareStatus::copy_failed:
      return strings.copy_failed;
    case state::ShareStatus::none:
      break;
  }
  return "";
}

std::string_view mood_words(const Strings& strings, const state::ReaderState& reader) {
  if (reader.mood_unsaved) return strings.mood_unsaved;
  return reader.mood ? strings.mood_kept : std::string_view();
}

}  // namespace lectern::layout
