// SPDX-License-Identifier: MIT
#include "publish/site_look.hpp"

#include <utility>

#include "base/hash.hpp"
#include "ingest/json_writer.hpp"
#include "layout/strings.hpp"
#include "publish/addresses.hpp"
#include "publish/page_strings.hpp"
#include "publish/theme.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

// "" when the viewer knows it all.
std::string site_json(const model::Publication& publication) {
  const layout::Strings& words = layout::strings_for(publication.lang);
  const bool english = &words == &layout::strings_for("en");
  const std::string tokens = token_lines(publication);
  if (english && tokens.empty()) return "";
  ingest::JsonWriter out;
  out.begin_object();
  if (!english) {
    out.text("words", layout::write_strings(words));
    out.key("says");
    out.begin_list();
    for (const std::string_view line : page_strings_for(publication.lang).viewer) out.text(line);
    out.end_list();
  }
  out.some_text("tokens", tokens);
  out.end_object();
  return out.take();
}

}  // namespace

ViewerFiles viewer_for(ViewerFiles viewer, const Content& content) {
  const model::Publication& publication = content.publication;
  layout::use_tokens(design_of(publication));
  viewer.styles = semantics::write_token_styles() + viewer.styles + content.theme.styles;
  std::string file = content.theme.fonts + viewer.styles;  // a page that is whole loads no fonts
  viewer.styles_path = hashed_path("style.css", short_hash(file));
  viewer.files.push_back({viewer.styles_path, std::move(file)});
  std::string site = site_json(publication);
  if (site.empty()) return viewer;
  viewer.site_path = hashed_path("site.json", short_hash(site));
  viewer.files.push_back({viewer.site_path, std::move(site)});
  return viewer;
}

}  // namespace lectern::publish
