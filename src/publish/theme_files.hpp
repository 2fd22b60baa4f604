// SPDX-License-Identifier: MIT
// The folder theme/ of a content folder: head.html, masthead.html, footer.html, style.css and fonts/, any of which may
// be there. docs/themes.md is about them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "publish/references.hpp"
#include "publish/theme_template.hpp"

namespace lectern::publish {

struct Content;
struct Site;

struct ThemeFiles {
  std::optional<ThemeTemplate> head;      // at the end of each page's head
  std::optional<ThemeTemplate> masthead;  // inside of the masthead, in place of the site's name and columns
  std::optional<ThemeTemplate> footer;    // inside of a footer, which pages have only then
  std::string styles;                     // of masthead and footer, as they go into the stylesheet
  std::string fonts;                      // the same for the fonts, beside which it stands
};

// Reads content.folder's theme into content.theme, and what it refers to into content.media. A file with an error
// is left out. For content whose articles are known. `shown` is the folder as diagnostics name it.
void read_theme_files(Content& content, const PathSet& files, const std::string& shown,
                      Diagnostics& diagnostics);

// Addresses relative to the page at a site path, or behind the base path of a site for a page that stands anywhere.
struct PageAddress {
  std::string path;
  std::string base{};  // with slashes at both ends; "" for relative addresses
};
// "" for no template. `name_tag` is what {{name}} is: "h1" or "p".
std::string fill_theme(const std::optional<ThemeTemplate>& part, const Site& site,
                       const PageAddress& page, std::string_view name_tag);

}  // namespace lectern::publish
