// SPDX-License-Identifier: MIT
// The words of the page that are not the article's, by language.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "state/reader_state.hpp"

namespace lectern::layout {

struct Strings {
  std::string_view breadcrumb, by, updated, related, share, copy_link, share_sheet, email, copied,
      copy_failed, mood_question, mood_kept, mood_unsaved, column_map, headlines, turn, prev, next,
      details, footnotes, back_to_reference, corrections, open_file, done, to_do, languages, topics, draft,
      future, read_at, embed;
  std::array<std::string_view, 8> moods;  // in the order of model::kMoods
};

// English for a language without a translation.
const Strings& strings_for(std::string_view lang);

// "Draft", "Not published yet", or both with a dot between; "" for neither.
std::string unpublished_words(const Strings& strings, bool draft, bool future);
std::string_view share_words(const Strings& strings, const state::ReaderState& reader);
std::string_view mood_words(const Strings& strings, const state::ReaderState& reader);

}  // namespace lectern::layout
