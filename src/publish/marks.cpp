// SPDX-License-Identifier: MIT
#include "publish/marks.hpp"

#include "layout/strings.hpp"

namespace lectern::publish {

std::string mark_of(const Story& story, std::string_view lang) {
  return layout::unpublished_words(layout::strings_for(lang), story.article.draft, story.future);
}

std::string title_in_lists(const Story& story, std::string_view lang) {
  const std::string mark = mark_of(story, lang);
  return mark.empty() ? story.article.title : '[' + mark + "] " + story.article.title;
}

}  // namespace lectern::publish
