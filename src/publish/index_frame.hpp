// SPDX-License-Identifier: MIT
// What the pages that list articles have in common: masthead, breadcrumb and lists of cards. Each
// is a class of its own over this one, which it fills from top to bottom.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "publish/page_context.hpp"
#include "publish/page_strings.hpp"

namespace lectern::publish {

class IndexFrame {
 protected:
  // `path` is the page's own site path.
  IndexFrame(const Site& site, std::string path, std::string_view css_class);

  // The page as it is now; nothing can be added after it.
  std::string take();

  // The site's name, as the page's first heading where it has no other, and the top columns.
  void masthead(std::string_view name_tag);
  // Links from the front page to the one above this; `above` is the column that is that, -1 for
  // none.
  void breadcrumb(int above);
  void open_main();
  void close_main() { html_ += "</main>\n"; }
  // Cards of stories[begin] to stories[end - 1], each with a headline of the tag `heading`.
  void stories(const std::vector<std::size_t>& stories, std::size_t begin, std::size_t end,
               std::string_view heading);
  void item(const std::string& html) { html_ += "<li>" + html + "</li>\n"; }
  // Links to the list of all stories and to what the browser keeps.
  void all_stories();
  std::string link_to(const std::string& site_path, std::string_view text) const;

  const Site& site_;
  const std::string path_;
  const std::string& lang_;
  const PageStrings& strings_;
  const std::string_view map_name_;
  std::string html_;
};

}  // namespace lectern::publish
