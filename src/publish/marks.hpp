// SPDX-License-Identifier: MIT
// Drafts and articles of a later date, where they were asked for: readers of lists must see which
// they are.
#pragma once

#include <string>
#include <string_view>

#include "publish/content.hpp"

namespace lectern::publish {

// "Draft", "Not published yet", or both, in the language of the publication; "" for what is
// published.
std::string mark_of(const Story& story, std::string_view lang);

// The title, with the mark before it: "[Draft] The Bridge".
std::string title_in_lists(const Story& story, std::string_view lang);

}  // namespace lectern::publish
