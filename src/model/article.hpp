// SPDX-License-Identifier: MIT
// An article, as article JSON version 1 describes it, after parsing.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/block.hpp"

namespace lectern::model {

struct Author {
  std::string name;
  std::string url;
  bool operator==(const Author&) const = default;
};

struct Picture {
  std::string src;
  std::string alt;
  std::string caption;
  std::string credit;
  int width = 0;  // CSS px; 0 when not known
  int height = 0;
  Place place;
  std::string srcset{};  // as an inline image's
  bool operator==(const Picture&) const = default;
};

// Another article by its id, or any page by title and URL.
struct Related {
  std::string id;
  std::string title;
  std::string url;
  Place place;
  bool operator==(const Related&) const = default;
};

struct Correction {
  std::string date;
  std::string text;
  bool operator==(const Correction&) const = default;
};

// body.format, and the source that blocks were made from; it is what article.json carries on.
enum class BodyFormat { markdown, text, blocks };

struct Article {
  std::string id;
  std::string lang;
  std::string dir;  // "ltr", "rtl" or "" (by the language)
  std::string title;
  std::string standfirst;
  std::vector<std::string> section;
  std::vector<Author> authors;
  std::string published;  // RFC 3339; "" when not given
  std::string updated;
  std::string expires;  // from when on it is not published any more
  Picture image;  // none when src is empty
  BodyFormat format = BodyFormat::markdown;
  std::string source;  // markdown and text
  Blocks body;
  std::vector<Related> related;
  std::vector<std::string> tags;
  bool moods = true;
  bool draft = false;
  bool withdrawn = false;      // published once, and no more
  std::string withdrawn_date;  // RFC 3339; "" when not given
  std::string canonical;
  std::string base;  // of a text from elsewhere: the address that its relative ones begin at; else ""
  std::vector<std::string> aliases;  // paths on the site that it stood at before
  std::vector<std::pair<std::string, std::string>> translations;  // language, article id
  std::vector<Correction> corrections;
  Place title_place;
  Place id_place;
  Place updated_place;
  std::vector<Place> translation_places;  // one for each of `translations`
};

}  // namespace lectern::model
