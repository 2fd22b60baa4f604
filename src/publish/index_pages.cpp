// SPDX-License-Identifier: MIT
#include "publish/index_pages.hpp"

#include <algorithm>

#include "layout/page_tree.hpp"
#include "layout/strings.hpp"
#include "publish/addresses.hpp"
#include "publish/index_frame.hpp"
#include "publish/list_pages.hpp"
#include "publish/marks.hpp"
#include "publish/numbers.hpp"
#include "publish/saved_page.hpp"
#include "publish/search_field.hpp"
#include "publish/story_card.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using semantics::escape_html;

// Of each column on the map: a publication of any size has a map of a size that can be read. All others are on
// the pages of the column itself.
constexpr size_t kStoriesOnMap = 10;

// Of each column on the front page: one large, and four beside it (the rows of pages.css).
constexpr size_t kStoriesOfColumn = 5;

class FrontPage : IndexFrame {
 public:
  explicit FrontPage(const Site& site) : IndexFrame(site, "", "front") {}

  std::string write() {
    masthead("h1");
    open_main();
    html_ += write_search(site_, path_);
    if (!site_.content.stories.empty()) {
      html_ += write_card(site_, 0, path_, {"h2", "story-lead", true, true, true});
    }
    for (const ColumnPage& column : site_.columns) {
      if (column.depth == 0) {
        group(link_to(column.site_path, column.path.back()), column.stories);
      }
    }
    std::vector<size_t> others;
    for (size_t i = 0; i < site_.content.stories.size(); ++i) {
      if (site_.content.stories[i].article.section.empty()) others.push_back(i);
    }
    group(link_to(kAllPath, strings_.more), others);
    all_stories();
    close_main();
    return take();
  }

 private:
  void group(const std::string& heading, std::vector<size_t> list) {
    std::erase(list, size_t{0});  // it leads the page
    if (list.empty()) return;
    html_ +=
        "<section class=\"front-section\">\n<h2 class=\"panel-heading\">" + heading + "</h2>\n";
    stories(list, 0, kStoriesOfColumn, "h3");
    html_ += "</section>\n";
  }
};

class MapPage : IndexFrame {
 public:
  explicit MapPage(const Site& site) : IndexFrame(site, kMapPath, "map") {}

  std::string write() {
    masthead("p");
    open_main();
    html_ += "<h1 class=\"title\">" + escape_html(map_name_) + "</h1>\n" + write_search(site_, path_);
    size_t next = 0;
    while (next < site_.columns.size())
      column(next);
    const std::vector<size_t> others = newest_in({}, site_.all_stories);
    if (!others.empty()) {
      html_ += "<section class=\"map-column\" data-depth=\"0\">\n<h2 class=\"panel-heading\">" +
               link_to(kAllPath, strings_.more) + "</h2>\n";
      headlines(others, kAllPath, site_.all_stories.size());
      html_ += "</section>\n";
    }
    all_stories();
    open_file();
    close_main();
    return take();
  }

 private:
  // An article of the reader's own, which the viewer shows; web/own.js answers.
  void open_file() {
    const layout::Strings& words = layout::strings_for(lang_);
    html_ += "<p class=\"own-file\"><button type=\"button\">" + escape_html(words.open_file) +
             "</button><input type=\"file\" accept=\".json,.md,.markdown,.txt\" hidden></p>\n";
  }

  // A column and all below it; moves on to the one after them.
  void column(size_t& next) {
    const ColumnPage& own = site_.columns[next++];
    const std::string tag = "h" + std::to_string(std::min(own.depth + 2, 6));
    html_ += "<section class=\"map-column\" data-depth=\"" + std::to_string(own.depth) + "\">\n<" +
             tag + " class=\"panel-heading\">" + link_to(own.site_path, own.path.back()) + "</" +
             tag + ">\n";
    const std::vector<size_t> here = newest_in(own.path, own.stories);
    if (!here.empty()) headlines(here, own.site_path, own.stories.size());
    while (next < site_.columns.size() && site_.columns[next].depth > own.depth)
      column(next);
    html_ += "</section>\n";
  }

  // Those of the column itself, not of one below it; one more than is shown, where there are so many.
  std::vector<size_t> newest_in(const model::SectionPath& column, const std::vector<size_t>& stories) const {
    std::vector<size_t> here;
    for (size_t i = 0; i < stories.size() && here.size() <= kStoriesOnMap; ++i) {
      if (site_.content.stories[stories[i]].article.section == column) here.push_back(stories[i]);
    }
    return here;
  }

  void headlines(const std::vector<size_t>& list, const std::string& column_path, size_t in_column) {
    html_ += "<ul class=\"links\" role=\"list\">\n";
    for (size_t i = 0; i < std::min(list.size(), kStoriesOnMap); ++i) {
      const Story& story = site_.content.stories[list[i]];
      std::string line = link_to(article_path(story.article.id), title_in_lists(story, lang_));
      const std::string date = write_date(site_, story.article);
      if (!date.empty()) line += ' ' + date;
      html_ += "<li class=\"related-item\">" + line + "</li>\n";
    }
    if (list.size() > kStoriesOnMap) {
      html_ += "<li class=\"related-item\">" +
               link_to(column_path, counted(strings_.stories, in_column, lang_)) + "</li>\n";
    }
    html_ += "</ul>\n";
  }
};

struct Notice {
  std::string_view heading, text;
  std::string_view path, name;  // of the page beside the front page that leads on
};

// A page in place of another, at any depth.
std::string write_notice_page(const Site& site, const std::string& base_path,
                              const Notice& notice) {
  const model::Publication& publication = site.content.publication;
  const PageStrings& strings = page_strings_for(publication.lang);
  const ThemeFiles& theme = site.content.theme;
  const std::string masthead =
      theme.masthead ? fill_theme(theme.masthead, site, {"", base_path}, "p")
                     : "\n<p class=\"site-name\">" + write_link(base_path, publication.title) + "</p>";
  const std::string footer =
      theme.footer ? "<footer class=\"footer\">" + fill_theme(theme.footer, site, {"", base_path}, "p") +
                         "\n</footer>\n"
                   : "";
  return "<div class=\"page index not-found\">\n<header class=\"masthead\">" + masthead +
         "\n</header>\n<main id=\"" +
         std::string(layout::kMainId) + "\">\n<h1 class=\"title\">" +
         escape_html(notice.heading) + "</h1>\n<p class=\"standfirst\">" +
         escape_html(notice.text) +
         "</p>\n<ul class=\"links\" role=\"list\">\n<li class=\"related-item\">" +
         write_link(base_path, strings.front_page) + "</li>\n<li class=\"related-item\">" +
         write_link(base_path + std::string(notice.path), notice.name) +
         "</li>\n</ul>\n</main>\n" + footer + "</div>\n";
}

}  // namespace

std::string write_front_page(const Site& site) {
  return FrontPage(site).write();
}

std::string write_map_page(const Site& site) {
  return MapPage(site).write();
}

std::string write_not_found_page(const Site& site, const std::string& base_path) {
  const PageStrings& strings = page_strings_for(site.content.publication.lang);
  return write_notice_page(
      site, base_path, {strings.not_found, strings.not_found_text, kMapPath,
                        layout::strings_for(site.content.publication.lang).column_map});
}

std::string write_offline_page(const Site& site, const std::string& base_path) {
  const PageStrings& strings = page_strings_for(site.content.publication.lang);
  return write_notice_page(site, base_path, {strings.offline, strings.offline_text, kSavedPath,
                                             strings.saved});
}

}  // namespace lectern::publish
