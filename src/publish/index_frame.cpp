// SPDX-License-Identifier: MIT
#include "publish/index_frame.hpp"

#include <algorithm>
#include <utility>

#include "layout/page_tree.hpp"
#include "layout/strings.hpp"
#include "publish/addresses.hpp"
#include "publish/index_pages.hpp"
#include "publish/list_pages.hpp"
#include "publish/saved_page.hpp"
#include "publish/story_card.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {

using semantics::escape_html;

IndexFrame::IndexFrame(const Site& site, std::string path, std::string_view css_class)
    : site_(site),
      path_(std::move(path)),
      lang_(site.content.publication.lang),
      strings_(page_strings_for(lang_)),
      map_name_(layout::strings_for(lang_).column_map) {
  html_ = "<div class=\"page index " + std::string(css_class) + "\">\n";
}

void IndexFrame::masthead(std::string_view name_tag) {
  if (site_.content.theme.masthead) {
    html_ += "<header class=\"masthead\">" +
             fill_theme(site_.content.theme.masthead, site_, {path_}, name_tag) + "\n</header>\n";
    return;
  }
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

void IndexFrame::breadcrumb(int above) {
  std::vector<std::string> up;
  for (; above >= 0; above = site_.columns[static_cast<size_t>(above)].parent) {
    const ColumnPage& level = site_.columns[static_cast<size_t>(above)];
    up.push_back(link_to(level.site_path, level.path.back()));
  }
  up.push_back(link_to("", site_.content.publication.title));
  html_ += "<nav class=\"breadcrumb\" aria-label=\"" +
           escape_html(layout::strings_for(lang_).breadcrumb) +
           "\">\n<ol class=\"crumbs\" role=\"list\">\n";
  for (auto crumb = up.rbegin(); crumb != up.rend(); ++crumb) {
    html_ += "<li class=\"crumb\">" + *crumb + "</li>\n";
  }
  html_ += "</ol>\n</nav>\n";
}

void IndexFrame::open_main() {
  html_ += "<main id=\"" + std::string(layout::kMainId) + "\">\n";
}

void IndexFrame::stories(const std::vector<std::size_t>& stories, std::size_t begin,
                         std::size_t end, std::string_view heading) {
  html_ += "<ul class=\"stories\" role=\"list\">\n";
  CardForm form;
  form.heading = heading;
  form.picture = true;
  for (std::size_t i = begin; i < std::min(stories.size(), end); ++i) {
    form.large_picture = path_.empty() && i == begin;
    item(write_card(site_, stories[i], path_, form));
  }
  html_ += "</ul>\n";
}

void IndexFrame::all_stories() {
  html_ += "<p class=\"all-stories\">" + link_to(kAllPath, strings_.all_stories) + "</p>\n";
  if (site_.content.publication.offline) {
    html_ += "<p class=\"all-stories\">" + link_to(kSavedPath, strings_.saved) + "</p>\n";
  }
}

std::string IndexFrame::take() {
  if (site_.content.theme.footer) {
    html_ += "<footer class=\"footer\">" + fill_theme(site_.content.theme.footer, site_, {path_}, "p") +
             "\n</footer>\n";
  }
  return std::move(html_) + "</div>\n";
}

std::string IndexFrame::link_to(const std::string& site_path, std::string_view text) const {
  return write_link(relative_url(path_, site_path), text);
}

}  // namespace lectern::publish
