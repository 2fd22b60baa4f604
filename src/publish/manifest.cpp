// SPDX-License-Identifier: MIT
#include "publish/manifest.hpp"

#include <initializer_list>

#include "base/utf8.hpp"
#include "ingest/json_writer.hpp"
#include "layout/direction.hpp"
#include "layout/strings.hpp"
#include "layout/tokens.hpp"
#include "publish/index_pages.hpp"
#include "publish/page_head.hpp"
#include "publish/page_strings.hpp"
#include "publish/saved_page.hpp"
#include "publish/screenshots.hpp"

namespace lectern::publish {

namespace {

void icon(const std::string& path, const std::string& sizes, const char* type,
          ingest::JsonWriter& out) {
  // The drawing keeps clear of the edges that a mask may cut off.
  for (const char* purpose : {"any", "maskable"}) {
    out.begin_object();
    out.text("src", path);
    out.text("sizes", sizes);
    out.text("type", type);
    out.text("purpose", purpose);
    out.end_object();
  }
}

void accepts(const char* type, std::initializer_list<const char*> endings, ingest::JsonWriter& out) {
  out.key(type);
  out.begin_list();
  for (const char* ending : endings)
    out.text(ending);
  out.end_list();
}

// Markdown and article JSON of the reader's own open in the installed app; web/own.js takes them.
void file_handlers(ingest::JsonWriter& out) {
  out.key("file_handlers");
  out.begin_list();
  out.begin_object();
  out.text("action", kMapPath);
  out.key("accept");
  out.begin_object();
  accepts("text/markdown", {".md", ".markdown"}, out);
  accepts("application/json", {".json"}, out);
  out.end_object();
  out.end_object();
  out.end_list();
}

// What another app shares is an address, or a text with one; web/own.js opens it when it is the publication's.
void share_target(ingest::JsonWriter& out) {
  out.key("share_target");
  out.begin_object();
  out.text("action", kMapPath);
  out.text("method", "GET");
  out.text("enctype", "application/x-www-form-urlencoded");
  out.key("params");
  out.begin_object();
  for (const char* param : {"title", "text", "url"})
    out.text(param, std::string("share-") + param);
  out.end_object();
  out.end_object();
}

void screenshots(const Content& content, ingest::JsonWriter& out) {
  const auto all = screenshots_of(content);
  if (all.empty()) return;
  out.key("screenshots");
  out.begin_list();
  for (const Screenshot& it : all) {
    out.begin_object();
    out.text("src", it.path);
    out.text("sizes", std::to_string(it.width) + 'x' + std::to_string(it.height));
    out.text("type", it.type);
    out.text("form_factor", it.width > it.height ? "wide" : "narrow");
    out.text("label", it.label);
    out.end_object();
  }
  out.end_list();
}

void shortcut(std::string_view name, const char* path, ingest::JsonWriter& out) {
  out.begin_object();
  out.text("name", name);
  out.text("url", path);
  out.end_object();
}

}  // namespace

std::string write_manifest(const Content& content, const ViewerFiles& viewer) {
  const model::Publication& publication = content.publication;
  const std::string paper = hex_color(layout::color_of(layout::Color::paper).light);
  ingest::JsonWriter out;
  out.begin_object();
  out.text("name", publication.title);
  out.text("short_name", short_name_of(publication.title));
  out.text("start_url", "./");
  out.text("scope", "./");
  out.text("lang", publication.lang);
  out.text("dir", layout::direction_of("", publication.lang));
  out.text("display", "minimal-ui");  // a reader goes back, and reloads
  out.text("background_color", paper);
  out.text("theme_color", paper);
  if (!viewer.icon_path.empty() || !viewer.icon_pngs.empty()) {
    out.key("icons");
    out.begin_list();
    if (!viewer.icon_path.empty()) icon(viewer.icon_path, "any", "image/svg+xml", out);
    for (const auto& [side, path] : viewer.icon_pngs) {
      const std::string length = std::to_string(side);
      icon(path, length + 'x' + length, "image/png", out);
    }
    out.end_list();
  }
  screenshots(content, out);
  file_handlers(out);
  share_target(out);
  out.key("shortcuts");
  out.begin_list();
  shortcut(layout::strings_for(publication.lang).column_map, kMapPath, out);
  if (publication.offline) shortcut(page_strings_for(publication.lang).saved, kSavedPath, out);
  out.end_list();
  out.end_object();
  return out.take();
}

std::string short_name_of(const std::string& title) {
  constexpr int kMost = 12;  // characters, which is what home screens show
  size_t at = 0, words_end = 0;
  int count = 0;
  while (at < title.size() && count < kMost) {
    if (title[at] == ' ') words_end = at;
    at += static_cast<size_t>(decode_utf8(title, at).bytes);
    ++count;
  }
  if (at >= title.size()) return title;
  if (title[at] == ' ') words_end = at;
  return title.substr(0, words_end > 0 ? words_end : at);
}

}  // namespace lectern::publish
