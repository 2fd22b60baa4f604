// SPDX-License-Identifier: MIT
// A saved page: the article in it, and what the page says about it in its head.
#pragma once

#include <string>
#include <string_view>

#include "ingest/import/source_file.hpp"

namespace lectern::ingest {

// The article is the <article> with the most text, else <main>, else the element whose own
// paragraphs have the most. Its title: an <h1>, og:title, <title>. No article when the page has no
// text.
SourceFile parse_html_page(std::string_view text, const std::string& path);

}  // namespace lectern::ingest
