// SPDX-License-Identifier: MIT
#include "publish/index_pages.hpp"

#include <algorithm>

#include "layout/page_tree.hpp"
#include "layout/strings.hpp"
#include "publish/addresses.hpp"
#include "publish/index_frame.hpp"
#include "publish/list_pages.hpp"
#include "publish/marks.hpp"
#include "publish/saved_page.hpp"
#include "publish/story_card.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using semantics::escape_html;

// Of each column on the front page: one large, and four beside it (the rows of pages.css).
constexpr size_t kStoriesOfColumn = 5;

class FrontPage : IndexFrame {
 public:
  explicit FrontPage(const Site& site) : IndexFrame(site, "", "front") {}

  std::string write() {
    masthead("h1");
    open_main();
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
    html_ += "<h1 class=\"title\">" + escape_html(map_name_) + "</h1>\n";
    size_t next = 0;
    while (next < site_.columns.size())
      column(next);
    std::vector<size_t> others;
    for (size_t i = 0; i < site_.content.stories.size(); ++i) {
      if (site_.content.stories[i].article.section.empty()) others.push_back(i);
    }
    if (!others.empty()) {
      html_ += "<section class=\"map-column\" data-depth=\"0\">\n<h2 class=\"panel-heading\">" +
               link_to(kAllPath, strings_.more) + "</h2>\n";
      headlines(others);
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
    std::vector<size_t> here;
    for (const size_t story : own.stories) {
      if (site_.content.stories[story].article.section == own.path) here.push_back(story);
    }
    if (!here.empty()) headlines(here);
    while (next < site_.columns.size() && site_.columns[next].depth > own.depth)
      column(next);
    html_ += "</section>\n";
  }

  void headlines(const std::vector<size_t>& list) {
    html_ += "<ul class=\"links\" role=\"list\">\n";
    for (const size_t index : list) {
      const model::Article& article = site_.content.stories[index].article;
      std::string line =
          link_to(article_path(article.id), title_in_lists(site_.content.stories[index], lang_));
      const std::string date = write_date(site_, article);
      if (!date.empty()) line += ' ' + date;
      html_ += "<li class=\"related-item\">" + line + "</li>\n";
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
