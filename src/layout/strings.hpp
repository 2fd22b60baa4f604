// SPDX-License-Identifier: MIT
// The words of the page that are not the article's, by language.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "state/reader_state.hpp"

namespace lectern::layout {

struct Strings {
  std::string_view breadcrumb, by, updated, related, share, copy_link, share_sheet, email, copied,
      copy_failed, save_article, saving, saved, save_failed, mood_question, mood_kept, mood_waiting, mood_counted, mood_unsaved, column_map, headlines, turn, prev, next,
      details, footnotes, back_to_reference, corrections, open_file, done, to_do, languages, topics, draft,
      future;
  std::array<std::string_view, 8> moods;  // in the order of model::kMoods
};

// English for a language without a translation.
const Strings& strings_for(std::string_view lang);

// "Draft", "Not published yet", or both with a dot between; "" for neither.
std::string unpublished_words(const Strings& strings, bool draft, bool future);
// With the size where something is saved.
std::string share_words(const Strings& strings, const state::ReaderState& reader);
std::string_view mood_words(const Strings& strings, const state::ReaderState& reader);
// A mood's name and, where readers have chosen it, their number; `index` as in model::kMoods.
std::string mood_label(const Strings& strings, const state::ReaderState& reader, size_t index);

}  // namespace lectern::layout
