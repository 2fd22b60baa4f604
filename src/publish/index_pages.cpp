// SPDX-License-Identifier: MIT
#include "publish/index_pages.hpp"

#include <algorithm>

#include "layout/page_tree.hpp"
#include "layout/strings.hpp"
#include "publish/addresses.hpp"
#include "publish/page_strings.hpp"
#include "publish/story_card.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using semantics::escape_html;

// Of each column on the front page: one large, and four beside it (the rows of pages.css).
constexpr size_t kStoriesOfColumn = 5;

const std::string kMain = "<main id=\"" + std::string(layout::kMainId) + "\">\n";

class Page {
 public:
  Page(const Site& site, std::string path, std::string_view css_class)
      : site_(site),
        path_(std::move(path)),
        strings_(page_strings_for(site.content.publication.lang)),
        map_name_(layout::strings_for(site.content.publication.lang).column_map) {
    html_ = "<div class=\"page index " + std::string(css_class) + "\">\n";
  }
  std::string take() { return std::move(html_) + "</div>\n"; }

  // The site's name, as the page's first heading where it has no other, and the top columns.
  void masthead(std::string_view name_tag) {
    const std::string tag(name_tag);
    html_ += "<header class=\"masthead\">\n<" + tag + " class=\"site-name\">" +
             link_to("", site_.content.publication.title) + "</" + tag + ">\n";
    html_ += "<nav class=\"sections\" aria-label=\"" + escape_html(strings_.sections) +
             "\">\n<ul class=\"links\" role=\"list\">\n";
    for (const ColumnPage& column : site_.columns) {
      if (column.depth == 0) item(link_to(column.site_path, column.path.back()));
    }
    item(link_to(kMapPath, map_name_));
    html_ += "</ul>\n</nav>\n</header>\n";
  }

  void stories(const std::vector<size_t>& stories, size_t most, std::string_view heading) {
    html_ += "<ul class=\"stories\" role=\"list\">\n";
    CardForm form;
    form.heading = heading;
    form.picture = true;
    for (size_t i = 0; i < std::min(stories.size(), most); ++i) {
      item(write_card(site_, stories[i], path_, form));
    }
    html_ += "</ul>\n";
  }

  void item(const std::string& html) { html_ += "<li>" + html + "</li>\n"; }
  std::string link_to(const std::string& site_path, std::string_view text) const {
    return write_link(relative_url(path_, site_path), text);
  }

  const Site& site_;
  const std::string path_;
  const PageStrings& strings_;
  const std::string_view map_name_;
  std::string html_;
};

class FrontPage : Page {
 public:
  explicit FrontPage(const Site& site) : Page(site, "", "front") {}

  std::string write() {
    masthead("h1");
    html_ += kMain;
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
    group(escape_html(strings_.more), others);
    html_ += "</main>\n";
    return take();
  }

 private:
  void group(const std::string& heading, std::vector<size_t> list) {
    std::erase(list, size_t{0});  // it leads the page
    if (list.empty()) return;
    html_ +=
        "<section class=\"front-section\">\n<h2 class=\"panel-heading\">" + heading + "</h2>\n";
    stories(list, kStoriesOfColumn, "h3");
    html_ += "</section>\n";
  }
};

class ColumnPageWriter : Page {
 public:
  ColumnPageWriter(const Site& site, size_t index)
      : Page(site, site.columns[index].site_path, "column"), index_(index) {}

  std::string write() {
    const ColumnPage& column = site_.columns[index_];
    masthead("p");
    breadcrumb(column);
    html_ += kMain + "<h1 class=\"title\">" + escape_html(column.path.back()) + "</h1>\n";
    below();
    if (column.stories.empty()) {
      html_ += "<p class=\"standfirst\">" + escape_html(strings_.nothing_here) + "</p>\n";
    } else {
      stories(column.stories, column.stories.size(), "h2");
    }
    html_ += "</main>\n";
    return take();
  }

 private:
  void breadcrumb(const ColumnPage& column) {
    std::vector<std::string> up;
    for (int at = column.parent; at >= 0; at = site_.columns[static_cast<size_t>(at)].parent) {
      const ColumnPage& level = site_.columns[static_cast<size_t>(at)];
      up.push_back(link_to(level.site_path, level.path.back()));
    }
    up.push_back(link_to("", site_.content.publication.title));
    const layout::Strings& words = layout::strings_for(site_.content.publication.lang);
    html_ += "<nav class=\"breadcrumb\" aria-label=\"" + escape_html(words.breadcrumb) +
             "\">\n<ol class=\"crumbs\" role=\"list\">\n";
    for (auto crumb = up.rbegin(); crumb != up.rend(); ++crumb) {
      html_ += "<li class=\"crumb\">" + *crumb + "</li>\n";
    }
    html_ += "</ol>\n</nav>\n";
  }

  void below() {
    std::string items;
    for (const ColumnPage& column : site_.columns) {
      if (column.parent != static_cast<int>(index_)) continue;
      items += "<li>" + link_to(column.site_path, column.path.back()) + "</li>\n";
    }
    if (items.empty()) return;
    html_ += "<nav class=\"sections\" aria-label=\"" + escape_html(strings_.below) +
             "\">\n<ul class=\"links\" role=\"list\">\n" + items + "</ul>\n</nav>\n";
  }

  const size_t index_;
};

class MapPage : Page {
 public:
  explicit MapPage(const Site& site) : Page(site, kMapPath, "map") {}

  std::string write() {
    masthead("p");
    html_ += kMain + "<h1 class=\"title\">" + escape_html(map_name_) + "</h1>\n";
    size_t next = 0;
    while (next < site_.columns.size())
      column(next);
    std::vector<size_t> others;
    for (size_t i = 0; i < site_.content.stories.size(); ++i) {
      if (site_.content.stories[i].article.section.empty()) others.push_back(i);
    }
    if (!others.empty()) {
      html_ += "<section class=\"map-column\" data-depth=\"0\">\n<h2 class=\"panel-heading\">" +
               escape_html(strings_.more) + "</h2>\n";
      headlines(others);
      html_ += "</section>\n";
    }
    open_file();
    html_ += "</main>\n";
    return take();
  }

 private:
  // An article of the reader's own, which the viewer shows; web/own.js answers.
  void open_file() {
    const layout::Strings& words = layout::strings_for(site_.content.publication.lang);
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
      std::string line = link_to(article_path(article.id), article.title);
      const std::string date = write_date(site_, article);
      if (!date.empty()) line += ' ' + date;
      html_ += "<li class=\"related-item\">" + line + "</li>\n";
    }
    html_ += "</ul>\n";
  }
};

}  // namespace

std::string write_front_page(const Site& site) {
  return FrontPage(site).write();
}

std::string write_column_page(const Site& site, std::size_t index) {
  return ColumnPageWriter(site, index).write();
}

std::string write_map_page(const Site& site) {
  return MapPage(site).write();
}

std::string write_not_found_page(const Site& site, const std::string& base_path) {
  const model::Publication& publication = site.content.publication;
  const PageStrings& strings = page_strings_for(publication.lang);
  return "<div class=\"page index not-found\">\n<header class=\"masthead\">\n<p "
         "class=\"site-name\">" +
         write_link(base_path, publication.title) +
         "</p>\n</header>\n" + kMain + "<h1 class=\"title\">" + escape_html(strings.not_found) +
         "</h1>\n<p class=\"standfirst\">" + escape_html(strings.not_found_text) +
         "</p>\n<ul class=\"links\" role=\"list\">\n<li class=\"related-item\">" +
         write_link(base_path, strings.front_page) + "</li>\n<li class=\"related-item\">" +
         write_link(base_path + kMapPath, layout::strings_for(publication.lang).column_map) +
         "</li>\n</ul>\n</main>\n</div>\n";
}

}  // namespace lectern::publish
