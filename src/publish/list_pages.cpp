// SPDX-License-Identifier: MIT
#include "publish/list_pages.hpp"

#include <algorithm>

#include "layout/strings.hpp"
#include "publish/addresses.hpp"
#include "publish/index_frame.hpp"
#include "publish/saved_page.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using semantics::escape_html;

constexpr std::size_t kNear = 2;  // pages on each side that have links of their own

class ListPage : IndexFrame {
 public:
  ListPage(const Site& site, const Listing& listing, std::size_t page)
      : IndexFrame(site, list_path(listing, page), "column"), listing_(listing), page_(page) {}

  std::string write() {
    const int column = listing_.column;
    masthead("p");
    breadcrumb(column < 0 ? -1 : site_.columns[static_cast<std::size_t>(column)].parent);
    open_main();
    html_ += "<h1 class=\"title\">" + escape_html(listing_.title) + "</h1>\n";
    if (column >= 0 && page_ == 1) introduction(site_.columns[static_cast<std::size_t>(column)].text);
    if (column >= 0) below();
    if (listing_.stories.empty()) {
      html_ += "<p class=\"standfirst\">" + escape_html(strings_.nothing_here) + "</p>\n";
    } else {
      count();
      if (column >= 0 && site_.content.publication.offline) html_ += write_save_column(lang_);
      stories(listing_.stories, (page_ - 1) * kStoriesOnPage, page_ * kStoriesOnPage, "h2");
      if (page_count(listing_) > 1) pages();
    }
    close_main();
    return take();
  }

 private:
  void introduction(const std::string& text) {
    if (!text.empty()) html_ += "<p class=\"standfirst\">" + escape_html(text) + "</p>\n";
  }

  // "63 stories, page 2 of 3"
  void count() {
    const std::size_t number = listing_.stories.size(), all = page_count(listing_);
    std::string words = counted(strings_.stories, number, lang_);
    if (all > 1) {
      words = layout::filled(strings_.count_page, {{"stories", words},
                                                   {"page", number_in_words(page_, lang_)},
                                                   {"pages", number_in_words(all, lang_)}});
    }
    html_ += "<p class=\"list-count\">" + escape_html(words) + "</p>\n";
  }

  void below() {
    std::string items;
    for (const ColumnPage& column : site_.columns) {
      if (column.parent != listing_.column) continue;
      items += "<li>" + link_to(column.site_path, column.path.back()) + "</li>\n";
    }
    if (items.empty()) return;
    html_ += "<nav class=\"sections\" aria-label=\"" + escape_html(strings_.below) +
             "\">\n<ul class=\"links\" role=\"list\">\n" + items + "</ul>\n</nav>\n";
  }

  // The first, the last and those near; the page before and the one after it by their names.
  void pages() {
    const std::size_t all = page_count(listing_);
    html_ += "<nav class=\"pages\" aria-label=\"" + escape_html(strings_.pages) +
             "\">\n<ul class=\"links\" role=\"list\">\n";
    if (page_ > 1) page_link(page_ - 1, strings_.newer, " rel=\"prev\"");
    for (std::size_t i = 1; i <= all; ++i) {
      const bool near = i + kNear >= page_ && i <= page_ + kNear;
      if (near || i == 1 || i == all) {
        page_link(i, number_in_words(i, lang_), i == page_ ? " aria-current=\"page\"" : "");
      }
    }
    if (page_ < all) page_link(page_ + 1, strings_.older, " rel=\"next\"");
    html_ += "</ul>\n</nav>\n";
  }
  void page_link(std::size_t page, std::string_view text, std::string_view attributes) {
    item("<a href=\"" + escape_html(relative_url(path_, list_path(listing_, page))) + '"' +
         std::string(attributes) + '>' + escape_html(text) + "</a>");
  }

  const Listing& listing_;
  const std::size_t page_;
};

}  // namespace

std::vector<Listing> build_listings(const Site& site) {
  std::vector<Listing> all;
  for (std::size_t i = 0; i < site.columns.size(); ++i) {
    const ColumnPage& column = site.columns[i];
    all.push_back({column.path.back(), column.site_path, column.stories, static_cast<int>(i)});
  }
  const std::string_view name = page_strings_for(site.content.publication.lang).all_stories;
  all.push_back({std::string(name), kAllPath, site.all_stories});
  for (const auto* pages : {&site.authors, &site.tags}) {
    for (const NamePage& page : *pages)
      all.push_back({page.name, page.site_path, page.stories});
  }
  return all;
}

std::size_t page_count(const Listing& listing) {
  return std::max<std::size_t>(1, (listing.stories.size() + kStoriesOnPage - 1) / kStoriesOnPage);
}

std::string list_path(const Listing& listing, std::size_t page) {
  return page == 1 ? listing.site_path : listing.site_path + std::to_string(page) + '/';
}

std::string list_title(const Site& site, const Listing& listing, std::size_t page) {
  if (page == 1) return listing.title;
  const std::string& lang = site.content.publication.lang;
  return layout::filled(page_strings_for(lang).list_page,
                        {{"list", listing.title}, {"page", number_in_words(page, lang)}});
}

std::string write_list_page(const Site& site, const Listing& listing, std::size_t page) {
  return ListPage(site, listing, page).write();
}

}  // namespace lectern::publish
