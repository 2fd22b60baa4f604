// SPDX-License-Identifier: MIT
// The page that lists what the reader's browser keeps, which web/saved.js fills, and the button on a
// column's page that keeps all of it.
#pragma once

#include <string>

#include "publish/page_context.hpp"

namespace lectern::publish {

inline constexpr const char* kSavedPath = "saved/";

std::string write_saved_page(const Site& site);

// Hidden until web/saved.js knows that the browser can keep pages.
std::string write_save_column(std::string_view lang);

}  // namespace lectern::publish
