// SPDX-License-Identifier: MIT
// What the reader has done and what their browser can do: all that a page shows beyond the article
// itself. A plain value; state/reduce makes the next one from an action.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "model/mood.hpp"

namespace lectern::state {

enum class Theme { light, dark };
// Where the reader's own mood is: nowhere but on this page, since the browser keeps nothing; in this
// browser, and nobody counts it; there, and to be sent to the mood service; counted by that.
// web/moods.js has the same numbers.
enum class MoodPlace { visit, browser, waiting, counted };
enum class ShareStatus { none, copied, copy_failed, saving, saved, save_failed };

struct ReaderState {
  std::optional<model::Mood> mood;
  MoodPlace mood_place = MoodPlace::browser;
  std::array<int, model::kMoods.size()> mood_counts{};  // of all readers; 0 without a service
  ShareStatus share = ShareStatus::none;
  Theme theme = Theme::light;
  bool embedded = false;  // the page stands in another site's: the article without the site around it
  bool can_share = false;  // the system has a share sheet
  bool can_save = false;   // the browser can keep pages to be read without a network
  int saved_kb = 0;        // of the page, with its pictures; so far, while it is being saved
  std::string page_url;    // absolute, as the browser knows it; "" when publishing
  bool operator==(const ReaderState&) const = default;
};

}  // namespace lectern::state
