// SPDX-License-Identifier: MIT
// An article in a list: its headline as a link, with what the list shows around it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "publish/page_context.hpp"

namespace lectern::publish {

struct CardForm {
  std::string_view heading = "h2";  // the headline's tag
  std::string_view css_class;       // beside "story"
  bool picture = false;
  bool large_picture = false;  // a column's newest story on the front page
  bool first_screen = false;  // the picture is seen at once: not loaded lazily
  bool column = false;        // names the article's column
};

// <article class="story …">…</article> on the page at the site path `page`. The picture is a link
// that keyboards and screen readers skip, since the headline is the same link.
std::string write_card(const Site& site, std::size_t story, std::string_view page,
                       const CardForm& form);

// The lead picture's URL and size on the page at the site path `page`; its src is empty when there is
// none to show.
model::Picture picture_on(const Site& site, const Story& story, std::string_view page);

// <a href="…">text</a>, both escaped.
std::string write_link(std::string_view url, std::string_view text);

// <time datetime="…">9 May 2026</time>, or "" without a date.
std::string write_date(const Site& site, const model::Article& article);

}  // namespace lectern::publish
