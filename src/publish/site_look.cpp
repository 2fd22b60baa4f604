// SPDX-License-Identifier: MIT
#include "publish/site_look.hpp"

#include <utility>

#include "base/hash.hpp"
#include "layout/strings.hpp"
#include "publish/addresses.hpp"
#include "publish/page_strings.hpp"

namespace lectern::publish {

ViewerFiles viewer_for(ViewerFiles viewer, const model::Publication& publication) {
  const layout::Strings& words = layout::strings_for(publication.lang);
  if (&words == &layout::strings_for("en")) return viewer;
  std::string text = layout::write_strings(words);
  for (const std::string_view line : page_strings_for(publication.lang).viewer) {
    text += '\n';
    text += line;
  }
  viewer.site_path = hashed_path("site.txt", short_hash(text));
  viewer.files.push_back({viewer.site_path, std::move(text)});
  return viewer;
}

}  // namespace lectern::publish
