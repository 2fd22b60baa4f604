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
    .save_article = "Save article",
    .saving = "Saving …",
    .saved = "Saved, to be read without a network.",
    .save_failed = "It could not be saved: there is no network, or no room in this browser.",
    .mood_question = "How does this story leave you?",
    .mood_kept = "Kept in this browser only. Press again to take it back.",
    .mood_waiting = "Kept here, and sent when there is a network. Press again to take it back.",
    .mood_counted = "Counted. Press again to take it back.",
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
    .save_article = "Artikel speichern",
    .saving = "Wird gespeichert …",
    .saved = "Gespeichert, auch ohne Netz zu lesen.",
    .save_failed = "Das Speichern ging nicht: Es fehlt das Netz oder der Platz im Browser.",
    .mood_question = "Wie lässt dieser Artikel Sie zurück?",
    .mood_kept = "Nur in diesem Browser gespeichert. Noch einmal drücken nimmt es zurück.",
    .mood_waiting = "Hier gespeichert, gesendet wird mit Netz. Noch einmal drücken nimmt es zurück.",
    .mood_counted = "Gezählt. Noch einmal drücken nimmt es zurück.",
    .mood_unsaved = "Nur für diesen Besuch: Dieser Browser lässt die Seite nichts speichern.",
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

std::string share_words(const Strings& strings, const state::ReaderState& reader) {
  const auto with_size = [&](std::string_view words) {
    return std::string(words) + (reader.saved_kb > 0 ? " (" + std::to_string(reader.saved_kb) + " kB)" : "");
  };
  switch (reader.share) {
    case state::ShareStatus::copied:
      return std::string(strings.copied);
    case state::ShareStatus::copy_failed:
      return std::string(strings.copy_failed);
    case state::ShareStatus::saving:
      return with_size(strings.saving);
    case state::ShareStatus::saved:
      return with_size(strings.saved);
    case state::ShareStatus::save_failed:
      return std::string(strings.save_failed);
    case state::ShareStatus::none:
      break;
  }
  return "";
}

std::string_view mood_words(const Strings& strings, const state::ReaderState& reader) {
  using state::MoodPlace;
  if (reader.mood_place == MoodPlace::visit) return strings.mood_unsaved;
  if (!reader.mood) return "";
  return reader.mood_place == MoodPlace::waiting   ? strings.mood_waiting
         : reader.mood_place == MoodPlace::counted ? strings.mood_counted
                                                   : strings.mood_kept;
}

std::string mood_label(const Strings& strings, const state::ReaderState& reader, size_t index) {
  std::string label(strings.moods[index]);
  if (reader.mood_counts[index] > 0) label += " · " + std::to_string(reader.mood_counts[index]);
  return label;
}

}  // namespace lectern::layout
