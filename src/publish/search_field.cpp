// SPDX-License-Identifier: MIT
#include "publish/search_field.hpp"

#include "ingest/json_writer.hpp"
#include "publish/addresses.hpp"
#include "publish/list_pages.hpp"
#include "publish/page_strings.hpp"
#include "publish/search_strings.hpp"
#include "publish/story_card.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

using semantics::escape_html;

// What web/search.js says, by its names.
std::string words_of(std::string_view lang) {
  const SearchStrings& words = search_strings_for(lang);
  const Plurals& stories = page_strings_for(lang).stories;
  ingest::JsonWriter out;
  out.begin_object();
  const std::pair<const char*, std::string_view> all[] = {
      {"section", words.section},   {"author", words.author},   {"time", words.time},
      {"any_section", words.any_section}, {"any_author", words.any_author}, {"any_time", words.any_time},
      {"week", words.week},         {"month", words.month},     {"year", words.year},
      {"busy", words.busy},         {"nothing", words.nothing}, {"instead", words.instead},
      {"some", words.some},         {"cut", words.cut},         {"lacking", words.lacking},
      {"failed", words.failed},     {"offline", words.offline}, {"more", words.more},
      {"all_stories", page_strings_for(lang).all_stories},
      {"stories_one", stories.one}, {"stories_two", stories.two}, {"stories_few", stories.few},
      {"stories_many", stories.many}, {"stories_other", stories.other}};
  for (const auto& [name, text] : all) out.some_text(name, text);
  out.end_object();
  // On one line: it stands in an attribute.
  std::string json = out.take(), line;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] != '\n') line += json[i];
    else while (i + 1 < json.size() && json[i + 1] == ' ') ++i;
  }
  return line;
}

}  // namespace

std::string write_search(const Site& site, std::string_view page) {
  const std::string& lang = site.content.publication.lang;
  const SearchStrings& words = search_strings_for(lang);
  const std::string path(page), field = escape_html(words.field);
  const std::string all = relative_url(path, kAllPath);
  return "<search class=\"search\" aria-label=\"" + escape_html(words.name) + "\" data-index=\"" +
         relative_url(path, site.search_path) + "\" data-all=\"" + all + "\" data-words=\"" +
         escape_html(words_of(lang)) + "\">\n<form class=\"search-form\" action=\"./\">\n<input type=\"search\" name=\"q\" aria-label=\"" + field +
         "\" placeholder=\"" + field +
         "\" autocomplete=\"off\" autocapitalize=\"none\" enterkeyhint=\"search\">\n</form>\n<noscript><p class=\"all-stories\">" +
         write_link(all, page_strings_for(lang).all_stories) + "</p></noscript>\n</search>\n";
}

std::string write_find_words(std::string_view lang) {
  const SearchStrings& words = search_strings_for(lang);
  ingest::JsonWriter out;
  out.begin_object();
  out.text("find", words.find);
  out.text("previous", words.previous);
  out.text("next", words.next);
  out.text("close", words.close);
  out.end_object();
  return out.take();
}

}  // namespace lectern::publish
