// SPDX-License-Identifier: MIT
// The words of the page that are not the article's, by language. The publisher has all of them
// (languages/), the viewer English; those of a site in another language come as a text with its pages.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "state/reader_state.hpp"

namespace lectern::layout {

// Each is one line. In braces stands what is filled in, so that each language has its own order.
struct Strings {
  std::string_view breadcrumb;
  std::string_view by;       // {names}
  std::string_view updated;  // {date}
  std::string_view related, share, copy_link, share_sheet, email, copied, copy_failed, save_article, saving,
      saved, save_failed, mood_question, mood_kept, mood_waiting, mood_counted, mood_unsaved, column_map, headlines, turn, prev, next, details, footnotes,
      back_to_reference, corrections, open_file, done, to_do, languages, topics, draft, future;
  std::string_view read_at;  // {site}
  std::string_view embed;
  std::string_view comma, colon;  // between names; behind a label: with the spaces that belong to them
  std::string_view date;          // {d} {month} {y}, or {m}, {mm} and {dd} in digits
  std::string_view first_day;     // of a month, for {d}
  std::array<std::string_view, 12> months;
  std::array<std::string_view, 8> moods;  // in the order of model::kMoods
};

// By the base language: "pt-BR" has the words of "pt". English for a language without a translation, with
// dates in digits.
const Strings& strings_for(std::string_view lang);

// The words as a text of lines, as the viewer is told them.
std::string write_strings(const Strings& strings);
// Takes the words of write_strings for those of any language from now on; false, and nothing changes, when it
// is no such text. "" goes back to what is built in.
bool take_strings(std::string lines);

// A text with {name}s filled in.
std::string filled(std::string_view words,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> values);
// What stands before and behind its only {name}.
std::pair<std::string_view, std::string_view> around(std::string_view words);

// "Draft", "Not published yet", or both with a dot between; "" for neither.
std::string unpublished_words(const Strings& strings, bool draft, bool future);
// With the size where something is saved.
std::string share_words(const Strings& strings, const state::ReaderState& reader);
std::string_view mood_words(const Strings& strings, const state::ReaderState& reader);
// A mood's name and, where readers have chosen it, their number; `index` as in model::kMoods.
std::string mood_label(const Strings& strings, const state::ReaderState& reader, size_t index);

}  // namespace lectern::layout
