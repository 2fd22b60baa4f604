// SPDX-License-Identifier: MIT
#include "publish/manifest.hpp"

#include "base/utf8.hpp"
#include "ingest/json_writer.hpp"
#include "layout/direction.hpp"
#include "layout/tokens.hpp"
#include "publish/page_head.hpp"

namespace lectern::publish {

std::string write_manifest(const model::Publication& publication, const std::string& icon_path) {
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
  if (!icon_path.empty()) {
    out.key("icons");
    out.begin_list();
    // Its drawing keeps clear of the edges that a mask may cut off.
    for (const char* purpose : {"any", "maskable"}) {
      out.begin_object();
      out.text("src", icon_path);
      out.text("sizes", "any");
      out.text("type", "image/svg+xml");
      out.text("purpose", purpose);
      out.end_object();
    }
    out.end_list();
  }
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
