// SPDX-License-Identifier: MIT
// The words of the pages that list articles and of what stands before each page, by language; those of
// an article's own page are layout's. In braces stands what is filled in (layout::filled).
#pragma once

#include <array>
#include <string_view>

#include "publish/numbers.hpp"

namespace lectern::publish {

// The names by which web/room_words.js asks for the words of the reader's panels.
inline constexpr auto kRoomKeys = std::to_array<std::string_view>({
    "settings", "contents", "theme", "auto", "paper", "sepia", "grey", "night", "contrast", "size",
    "face", "own", "serif", "sans", "dyslexia", "measure", "narrow", "medium", "wide",
    "leading", "tight", "normal", "loose", "looser",
    "align", "ragged", "justified", "hyphens", "off", "on", "reset", "close", "unkept",
    "copy_heading", "copied", "copy_failed", "left", "resumed", "start_again", "copy_code", "code_copied",
    "keys", "key_keys", "key_contents", "key_settings", "key_next", "key_previous", "key_start",
    "keys_on", "failed", "passage", "copy_link", "copy_quote", "email", "share_sheet",
    "mark", "marks", "note", "remove_mark", "gone", "elsewhere", "no_marks", "kept_here", "export", "import",
    "imported", "unreadable", "erase", "erased", "undo",
    "listen", "play", "pause", "previous_part", "next_part", "speed", "voice", "pause_hidden", "no_voice", "speech_failed",
    "not_kept", "key_enlarge", "previous_picture", "next_picture", "about",
});

struct PageStrings {
  std::string_view skip;      // to what the page is about
  std::string_view sections;  // the name of the navigation with the top columns
  std::string_view front_page;
  std::string_view more;          // heading of the stories without a section
  std::string_view below;         // the columns below a column
  std::string_view nothing_here;  // in a column without stories
  std::string_view not_found;
  std::string_view not_found_text;
  // Why a story is related; tags or words follow all but the first two.
  std::string_view chosen;  // named by the article, without anything in common
  std::string_view same_column;
  std::string_view same_column_and_topic, same_topic;
  std::string_view same_column_about, same_about;
  // Lists over several pages.
  std::string_view all_stories;
  Plurals stories;              // {n}
  std::string_view pages;       // the name of the navigation
  std::string_view count_page;  // {stories} {page} {pages}
  std::string_view list_page;   // {list} {page}: the title of a page but the first
  std::string_view newer, older;
  // What the browser keeps.
  std::string_view offline, offline_text;
  std::string_view saved, saved_text;  // the page that lists it
  std::string_view saved_list, read_list, nothing_saved, remove, kept_total, keeps_nothing;
  std::string_view save_column, column_saved, column_failed;
  std::string_view update, update_now;  // another version is ready
  // What the reader's panels say, by kRoomKeys.
  std::array<std::string_view, kRoomKeys.size()> room;
  std::string_view embed_load;  // {host}: the button that an embedded article waits behind
  // What the viewer's modules say, in the order of web/words.js, which has the English.
  std::array<std::string_view, 15> viewer;
};

// By the base language; English for a language without a translation.
const PageStrings& page_strings_for(std::string_view lang);

}  // namespace lectern::publish
