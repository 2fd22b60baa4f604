// SPDX-License-Identifier: MIT
#include "publish/theme_files.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "base/hash.hpp"
#include "base/nearest.hpp"
#include "ingest/clean_text.hpp"
#include "ingest/limits.hpp"
#include "ingest/report.hpp"
#include "layout/strings.hpp"
#include "publish/addresses.hpp"
#include "publish/columns.hpp"
#include "publish/content.hpp"
#include "publish/feeds.hpp"
#include "publish/files.hpp"
#include "publish/index_pages.hpp"
#include "publish/list_pages.hpp"
#include "publish/page_context.hpp"
#include "publish/page_strings.hpp"
#include "publish/story_card.hpp"
#include "publish/theme_styles.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using ingest::quote;
using semantics::escape_html;

constexpr std::size_t kMaxThemeFile = 256 * 1024;  // it stands in each page
constexpr const char* kFolder = "theme/";
constexpr const char* kFonts = "theme/fonts/";

class Reader {
 public:
  Reader(Content& content, const PathSet& files, const std::string& shown, Diagnostics& diagnostics)
      : content_(content), files_(files), shown_(shown), diagnostics_(diagnostics) {}

  void read() {
    constexpr std::string_view kKnown[] = {"head.html", "masthead.html", "footer.html", "style.css"};
    for (auto it = files_.lower_bound(kFolder); it != files_.end() && it->starts_with(kFolder); ++it) {
      const std::string_view name = std::string_view(*it).substr(6);
      if (name.find('/') != std::string_view::npos) continue;  // pictures, say
      if (!name.ends_with(".html") && !name.ends_with(".css")) continue;
      if (std::find(std::begin(kKnown), std::end(kKnown), name) != std::end(kKnown)) continue;
      const std::string_view meant = nearest(name, kKnown);
      warn(*it, "a theme has no such file" +
                    (meant.empty() ? std::string(": it has head.html, masthead.html, footer.html and style.css")
                                   : "; did you mean " + quote(meant) + '?'));
    }
    content_.theme.head = part("head.html", ThemePart::head);
    content_.theme.masthead = part("masthead.html", ThemePart::masthead);
    content_.theme.footer = part("footer.html", ThemePart::footer);
    read_styles();
  }

 private:
  // Of a file that is there, without what is not UTF-8.
  std::optional<std::string> text_of(const std::string& path) {
    if (!files_.contains(path)) return std::nullopt;
    std::string problem;
    const auto bytes = read_file(std::filesystem::path(content_.folder) / path, kMaxThemeFile, problem);
    if (!bytes) {
      diagnostics_.push_back({Severity::error, shown(path), {}, "this file can't be read: " + problem, Code::unreadable});
      return std::nullopt;
    }
    ingest::Report report(shown(path), diagnostics_);
    const ingest::CleanText clean(ingest::without_bom(*bytes), {1, 1}, Severity::error, report);
    return ingest::with_line_feeds(clean.text());
  }

  std::optional<ThemeTemplate> part(const char* name, ThemePart kind) {
    const std::string path = std::string(kFolder) + name;
    const auto text = text_of(path);
    if (!text) return std::nullopt;
    const ThemeResolver resolve = [&](const std::string& url, std::string& problem) {
      return resolved(url, path, problem);
    };
    return parse_theme_template(*text, kind, shown(path), resolve, diagnostics_);
  }

  std::string resolved(const std::string& url, const std::string& from, std::string& problem) {
    const Named named = find_named(url, from, files_);
    if (named.kind == NamedKind::refused) {
      problem = "leads out of the content folder";
      return "";
    }
    if (named.kind == NamedKind::file && is_source(named.path)) {
      for (const Story& story : content_.stories) {
        if (story.path == named.path) return article_path(story.article.id) + named.suffix;
      }
      problem = "is not published";
      return "";
    }
    if (named.kind == NamedKind::file) return media(named.path, problem) + named.suffix;
    const std::string path = url.substr(url.find_first_not_of('/') == std::string::npos ? 0 : url.find_first_not_of('/'));
    const std::string page = path.substr(0, path.find_first_of("?#"));
    if (pages().contains(page)) return path;
    std::vector<std::string_view> names(pages().begin(), pages().end());
    const std::string_view meant = nearest(page, names);
    problem = "is neither a file of the content folder nor a page of the site" +
              (meant.empty() ? "" : "; did you mean " + quote(meant) + '?');
    return "";
  }

  // Of the site, that don't need to be built first; those of authors and tags are not among them.
  const std::set<std::string>& pages() {
    if (pages_.empty()) {
      pages_ = {"", "./", kMapPath, kAllPath, kRssPath, kAtomPath, kJsonFeedPath};
      for (const ColumnPage& column : build_columns(content_)) pages_.insert(column.site_path);
      for (const Story& story : content_.stories) pages_.insert(article_path(story.article.id));
    }
    return pages_;
  }

  // The site path of a file that goes along.
  std::string media(const std::string& path, std::string& problem) {
    auto found = content_.media.find(path);
    if (found == content_.media.end()) {
      std::string why;
      const auto bytes = read_file(std::filesystem::path(content_.folder) / path, ingest::kMaxFileBytes, why);
      if (!bytes) {
        problem = "can't be read: " + why;
        return "";
      }
      MediaFile file;
      file.bytes = bytes->size();
      file.hash = short_hash(*bytes);
      found = content_.media.emplace(path, std::move(file)).first;
    }
    return hashed_path(path, found->second.hash);
  }

  void read_styles() {
    const std::string path = std::string(kFolder) + "style.css";
    if (const auto text = text_of(path)) {
      content_.theme.styles = nested_theme_styles(*text, shown(path), diagnostics_);
    }
    for (auto it = files_.lower_bound(kFonts); it != files_.end() && it->starts_with(kFonts); ++it) {
      std::string problem;
      const std::string site_path = media(*it, problem);
      // The stylesheet stands beside it.
      const std::string face = font_face(std::string_view(*it).substr(std::string_view(kFonts).size()),
                                         site_path.substr(std::min<size_t>(2, site_path.size())));
      if (problem.empty() && !face.empty()) {
        content_.theme.fonts += face;
      } else {
        content_.media.erase(*it);
        warn(*it, problem.empty() ? "a font's file is named FAMILY-WEIGHT.woff2 or FAMILY-WEIGHT-italic.woff2"
                                  : "this font " + problem);
      }
    }
  }

  std::string shown(const std::string& path) const { return shown_ + '/' + path; }
  void warn(const std::string& path, std::string sentence) {
    diagnostics_.push_back({Severity::warning, shown(path), {}, std::move(sentence), Code::theme_file});
  }

  Content& content_;
  const PathSet& files_;
  const std::string& shown_;
  Diagnostics& diagnostics_;
  std::set<std::string> pages_;
};

std::string write_sections(const Site& site, const std::function<std::string(const std::string&)>& address) {
  const std::string& lang = site.content.publication.lang;
  std::string html = "<nav class=\"sections\" aria-label=\"" + escape_html(page_strings_for(lang).sections) +
                     "\">\n<ul class=\"links\" role=\"list\">\n";
  const auto item = [&](const std::string& path, std::string_view name) {
    html += "<li>" + write_link(address(path), name) + "</li>\n";
  };
  for (const ColumnPage& column : site.columns) {
    if (column.depth == 0) item(column.site_path, column.path.back());
  }
  item(kMapPath, layout::strings_for(lang).column_map);
  return html + "</ul>\n</nav>\n";
}

}  // namespace

void read_theme_files(Content& content, const PathSet& files, const std::string& shown,
                      Diagnostics& diagnostics) {
  Reader(content, files, shown, diagnostics).read();
}

std::string fill_theme(const std::optional<ThemeTemplate>& part, const Site& site,
                       const PageAddress& page, std::string_view name_tag) {
  if (!part) return "";
  const model::Publication& publication = site.content.publication;
  const auto address = [&](const std::string& path) {
    return page.base.empty() ? relative_url(page.path, path) : page.base + path;
  };
  const std::string tag(name_tag);
  const bool head = &part == &site.content.theme.head;
  std::string html = head ? "" : "\n<div class=\"theme\">\n";
  for (const ThemePiece& piece : *part) {
    switch (piece.kind) {
      case ThemePiece::Kind::text:
        html += piece.text;
        break;
      case ThemePiece::Kind::link:
        html += escape_html(address(piece.text));
        break;
      case ThemePiece::Kind::name:
        html += '<' + tag + " class=\"site-name\">" + write_link(address(""), publication.title) + "</" + tag + '>';
        break;
      case ThemePiece::Kind::title:
        html += escape_html(publication.title);
        break;
      case ThemePiece::Kind::lang:
        html += escape_html(publication.lang);
        break;
      case ThemePiece::Kind::home:
        html += address("");
        break;
      case ThemePiece::Kind::map:
        html += address(kMapPath);
        break;
      case ThemePiece::Kind::sections:
        html += write_sections(site, address);
        break;
    }
  }
  if (!html.ends_with('\n')) html += '\n';
  return html + (head ? "" : "</div>");
}

}  // namespace lectern::publish
