// SPDX-License-Identifier: MIT
// A publication, and what one article's page needs to know of it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/article.hpp"

namespace lectern::model {

using SectionPath = std::vector<std::string>;

// A design token that the publication has another value for, as publication.json has it.
struct ThemeToken {
  std::string name;
  std::string value;
  Place name_place;
  Place value_place;
};

struct Publication {
  std::string title = "Lectern";
  std::string url;  // absolute, without a final slash; "" when not given
  std::string lang = "en";
  std::vector<SectionPath> sections;  // in the order of the column map
  bool offline = true;                // a service worker keeps what was read
  std::string moods_service;          // the base URL of a mood service; "" for none
  std::string moods_site;             // the SITE that this is there
  // Who may show articles in pages of their own, as frame-ancestors has them ("https://*.example.org");
  // all may when there is no list.
  std::optional<std::vector<std::string>> embed_allow;
  std::vector<ThemeToken> theme;      // each name once
};

// A link as a panel shows it. `url` is relative to the page that shows it.
struct Link {
  std::string title;
  std::string url;
  std::string published{};  // of the article behind it; "" otherwise
  bool current = false;   // the page itself
  std::string lang{};     // of the title, where it is not the publication's; "" otherwise
  std::string reason{};   // why a related story is one, in the publication's language; "" for none
  bool operator==(const Link&) const = default;
};

struct Column {
  SectionPath path;
  std::string url;
  int depth = 0;  // 0 for a top section
  bool current = false;
};

// One of the files that a browser may choose from to show a picture.
struct ImageSource {
  std::string url;  // relative to the page
  int width = 0;    // px
  bool operator==(const ImageSource&) const = default;
};

// Where the publisher put a picture, and how large it is (CSS px; 0 when not known).
struct ImageInfo {
  std::string src;  // as the article's source names it
  std::string url;  // relative to the page; "" when the file is not there
  int width = 0;
  int height = 0;
  std::vector<ImageSource> sources{};  // narrow ones first; empty for `url` alone
  bool operator==(const ImageInfo&) const = default;
};

// Everything around an article on its page: what the publisher knows and the viewer is told.
struct PageContext {
  std::string site_title;
  std::string site_lang;
  std::string home_url;
  std::string page_url;          // absolute, "" without a base URL; of an embedded page, to the whole one
  std::vector<Link> breadcrumb;  // from the front page to the article's column
  std::vector<Link> related;
  std::vector<Column> columns;
  std::vector<Link> headlines;  // the newest of the column, at most ten
  std::vector<Link> translations;  // titles are the languages' own names; lang is always given
  Link prev;                    // title empty when there is none
  Link next;
  std::vector<Link> authors;  // by name: the pages of those who have no address of their own
  std::vector<Link> tags;     // with the pages of the tags
  bool own = false;           // a file of the reader's own: it has no place on the site
  bool draft = false;         // shown although it is not published yet
  bool future = false;        // shown although its date has not come
  bool own_masthead = false;  // the publication's theme makes what stands inside of it
  bool own_footer = false;    // the theme has one
  // The article's own URLs that are others on the page: as its source has them, each once and in
  // order, and relative to the page. model/urls applies them.
  std::vector<std::pair<std::string, std::string>> urls;  // of links
  std::vector<ImageInfo> images;
  std::vector<std::size_t> cuts;  // of the article's source: ingest::markdown_cuts
  std::vector<std::string> code;  // of the article's blocks of code, as they stand: write_code_runs; "" for a plain one
};

}  // namespace lectern::model
