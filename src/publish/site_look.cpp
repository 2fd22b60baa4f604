// SPDX-License-Identifier: MIT
#include "publish/search_strings.hpp"
#include "publish/site_look.hpp"

#include <set>
#include <utility>

#include "base/hash.hpp"
#include "base/sha256.hpp"
#include "ingest/json_writer.hpp"
#include "layout/strings.hpp"
#include "publish/addresses.hpp"
#include "publish/page_strings.hpp"
#include "publish/search_field.hpp"
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

std::string room_json(const model::Publication& publication) {
  const PageStrings& strings = page_strings_for(publication.lang);
  ingest::JsonWriter out;
  out.begin_object();
  for (size_t i = 0; i < kRoomKeys.size(); ++i) out.text(kRoomKeys[i], strings.room[i]);
  if (publication.offline) {
    out.text("saved", strings.saved);
    out.text("saved_list", strings.saved_list);
    out.text("read_list", strings.read_list);
    out.text("nothing_saved", strings.nothing_saved);
    out.text("remove", strings.remove);
    out.text("kept_total", strings.kept_total);
    out.text("keeps_nothing", strings.keeps_nothing);
  }
  out.text("find", search_strings_for(publication.lang).find);
  out.end_object();
  return out.take();
}

// What partners load is in English as it comes.
void put_words_into_loader(std::string_view lang, ViewerFiles& viewer) {
  const std::string_view english = page_strings_for("en").embed_load;
  const std::string_view words = page_strings_for(lang).embed_load;
  if (words == english) return;
  std::string loader;
  for (const SiteFile& file : viewer.files)
    if (file.path == "embed.js") loader = file.bytes;
  const size_t at = loader.find(english);
  if (at == std::string::npos) return;
  loader.replace(at, english.size(), words);
  const std::string before = std::exchange(viewer.embed_path, hashed_path("embed.js", short_hash(loader)));
  viewer.embed_integrity = integrity_of(loader);
  for (SiteFile& file : viewer.files) {
    if (file.path == before) file = {viewer.embed_path, loader};
    if (file.path == "embed.js") file.bytes = loader;
  }
}

// Rules for hyphens are large, and of no use in a publication that has nothing in their language.
void leave_out_languages(const Content& content, ViewerFiles& viewer) {
  constexpr std::string_view kRules = "hyphens-";
  const auto subtag = [](std::string_view tag) { return std::string(tag.substr(0, tag.find_first_of("-."))); };
  std::set<std::string> languages{subtag(content.publication.lang)};
  for (const Story& story : content.stories) languages.insert(subtag(story.article.lang));
  std::erase_if(viewer.files, [&](const SiteFile& file) {
    const std::string_view name = std::string_view(file.path).substr(file.path.rfind('/') + 1);
    return name.starts_with(kRules) && !languages.contains(subtag(name.substr(kRules.size())));
  });
}

}  // namespace

ViewerFiles viewer_for(ViewerFiles viewer, const Content& content) {
  const model::Publication& publication = content.publication;
  put_words_into_loader(publication.lang, viewer);
  layout::use_tokens(design_of(publication));
  leave_out_languages(content, viewer);
  viewer.styles = semantics::write_token_styles() + viewer.styles + content.theme.styles;
  std::string file = content.theme.fonts + viewer.styles;  // a page that is whole loads no fonts
  viewer.styles_path = hashed_path("style.css", short_hash(file));
  viewer.files.push_back({viewer.styles_path, std::move(file)});
  std::string room = room_json(publication);
  viewer.room_path = hashed_path("room.json", short_hash(room));
  viewer.files.push_back({viewer.room_path, std::move(room)});
  std::string find = write_find_words(publication.lang);
  viewer.find_path = hashed_path("find.json", short_hash(find));
  viewer.files.push_back({viewer.find_path, std::move(find)});
  std::string site = site_json(publication);
  if (site.empty()) return viewer;
  viewer.site_path = hashed_path("site.json", short_hash(site));
  viewer.files.push_back({viewer.site_path, std::move(site)});
  return viewer;
}

}  // namespace lectern::publish
