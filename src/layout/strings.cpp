// SPDX-License-Identifier: MIT
#include "layout/strings.hpp"

#include <algorithm>
#include <bit>
#include <optional>

#include "layout/languages/languages.hpp"

namespace lectern::layout {
namespace {

constexpr Strings kEnglish{
    .breadcrumb = "Breadcrumb",
    .by = "By {names}",
    .updated = "Updated {date}",
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
    .read_at = "Read it at {site}",
    .embed = "Embed",
    .comma = ", ",
    .colon = ": ",
    .date = "{d} {month} {y}",
    .first_day = "1",
    .months = {"January", "February", "March", "April", "May", "June", "July", "August",
               "September", "October", "November", "December"},
    .moods = {"Touched", "Sympathetic", "Bored", "Angry", "Amused", "Sad", "Happy", "No comment"},
};

// ISO 8601 is read in every language.
constexpr Strings in_digits(Strings strings) {
  strings.date = "{y}-{mm}-{dd}";
  strings.first_day = "1";
  return strings;
}
constexpr Strings kElsewhere = in_digits(kEnglish);

// Nothing but words: so they are a list, and none is forgotten.
constexpr std::size_t kCount = sizeof(Strings) / sizeof(std::string_view);
using List = std::array<std::string_view, kCount>;

std::string taken_lines;
std::optional<Strings> taken;

}  // namespace

const Strings& strings_for(std::string_view lang) {
  if (taken) return *taken;
  const std::string_view language = lang.substr(0, lang.find('-'));
  if (language.empty() || language == "en") return kEnglish;
  const Strings* translation = find_translation(language);
  return translation ? *translation : kElsewhere;
}

std::string write_strings(const Strings& strings) {
  std::string lines;
  for (const std::string_view line : std::bit_cast<List>(strings)) {
    lines += line;
    lines += '\n';
  }
  return lines;
}

bool take_strings(std::string lines) {
  if (lines.empty()) {
    taken.reset();
    return true;
  }
  if (static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')) != kCount) return false;
  taken_lines = std::move(lines);
  List list;
  std::string_view rest = taken_lines;
  for (std::string_view& line : list) {
    const std::size_t end = rest.find('\n');
    line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
  }
  taken = std::bit_cast<Strings>(list);
  return true;
}

std::string filled(std::string_view words,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string out;
  for (;;) {
    const std::size_t open = words.find('{');
    out += words.substr(0, open);
    if (open == std::string_view::npos) return out;
    const std::size_t close = words.find('}', open);
    const std::string_view name = words.substr(open + 1, close - open - 1);
    for (const auto& [known, value] : values) {
      if (known == name) out += value;
    }
    words.remove_prefix(std::min(close, words.size() - 1) + 1);
  }
}

std::pair<std::string_view, std::string_view> around(std::string_view words) {
  const std::size_t open = std::min(words.find('{'), words.size());
  const std::size_t close = std::min(words.find('}', open), words.size() - 1);
  return {words.substr(0, open), words.substr(close + 1)};
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
  if (!reader.mood) return "";
  return reader.mood_place == MoodPlace::visit     ? strings.mood_unsaved
         : reader.mood_place == MoodPlace::waiting ? strings.mood_waiting
         : reader.mood_place == MoodPlace::counted ? strings.mood_counted
                                                   : strings.mood_kept;
}

std::string mood_label(const Strings& strings, const state::ReaderState& reader, size_t index) {
  std::string label(strings.moods[index]);
  if (reader.mood_counts[index] > 0) label += " · " + std::to_string(reader.mood_counts[index]);
  return label;
}

}  // namespace lectern::layout
