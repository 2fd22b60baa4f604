// SPDX-License-Identifier: MIT
// One of a theme's template files: HTML with {{names}}, read once and filled in for each page. It is the
// publisher's own, but a page's policy and the viewer hold to what stands in it: so it has no scripts and no
// styles, only known tags, and all of them closed.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace lectern::publish {

enum class ThemePart { head, masthead, footer };

struct ThemePiece {
  enum class Kind {
    text,      // HTML as it stands
    link,      // to a place on the site: `text` is its site path, with query and fragment
    name,      // {{name}}: the site's name as a link, the heading of the front page
    title,     // {{title}}: the site's name alone
    lang,      // {{lang}}
    home,      // {{home}}: the address of the front page
    map,       // {{map}}: that of the column map
    sections,  // {{sections}}: a navigation of the top columns
  };
  Kind kind = Kind::text;
  std::string text;
};
using ThemeTemplate = std::vector<ThemePiece>;

// Where a relative address leads: a site path, or "" and why it leads nowhere, as the end of a sentence.
using ThemeResolver = std::function<std::string(const std::string& url, std::string& problem)>;

// Nothing when something in it is wrong: each is an error with its place. `path` is the file's in diagnostics.
std::optional<ThemeTemplate> parse_theme_template(std::string_view text, ThemePart part,
                                                  const std::string& path,
                                                  const ThemeResolver& resolve,
                                                  Diagnostics& diagnostics);

}  // namespace lectern::publish
