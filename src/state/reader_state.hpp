// SPDX-License-Identifier: MIT
// What the reader has done and what their browser can do: all that a page shows beyond the article
// itself. A plain value; state/reduce makes the next one from an action.
#pragma once

#include <optional>
#include <string>

#include "model/mood.hpp"

namespace lectern::state {

enum class Theme { light, dark };
enum class ShareStatus { none, copied, copy_failed };

struct ReaderState {
  std::optional<model::Mood> mood;
  bool mood_unsaved = false;  // the browser refused to keep it
  ShareStatus share = ShareStatus::none;
  Theme theme = Theme::light;
  bool embedded = false;  // the page stands in another site's: the article without the site around it
  bool can_share = false;  // the system has a share sheet
  std::string page_url;    // absolute, as the browser knows it; "" when publishing
  bool operator==(const ReaderState&) const = default;
};

}  // namespace lectern::state
