// SPDX-License-Identifier: MIT
// A content folder, read and checked: everything that publishing needs, before anything is written.
// `lectern check` is this and no more.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/article.hpp"
#include "model/publication.hpp"
#include "publish/theme_files.hpp"

namespace lectern::publish {

// A URL in an article's source that names something in the content folder.
struct Reference {
  enum class Kind {
    article,  // `target` is its id
    file,     // `target` is its path in the content folder
    page,     // of the site, that lists articles; `target` is its site path
    web,      // of a text from elsewhere, on the site that it is from; `target` is the whole address
    nothing,  // refused, not there or not published; a warning has said so
  };
  std::string url;  // as the model has it
  bool image = false;
  Kind kind = Kind::nothing;
  std::string target;
  std::string suffix;  // "?query", "#fragment"
};

// What an article says at length.
struct Text {
  model::Blocks body;
  std::string source;  // of Markdown and plain text
};

struct Story {
  model::Article article;             // an outline, as written: its URLs are the source's
  Text text;                          // see publish/outline
  std::string unread;                 // its whole source, when that has not been parsed for `text`
  std::string path;                   // of its source, in the content folder
  std::int64_t published_s = 0;       // since 1970; the least number without a date
  std::uint64_t source_hash = 0;      // of its source's bytes
  bool future = false;                // dated after LoadOptions::now_s
  bool is_published() const { return !future && !article.draft; }
  std::vector<Reference> references;  // in the order of the text, each URL once
};

// The local file of the lead picture; null when there is none.
const Reference* lead_reference(const Story& story);

// An article that was published once and is no more: its id is never free for another.
struct Withdrawn {
  std::string id;
  std::string date;  // RFC 3339; "" when not given
  std::string path;  // of its source, in the content folder
};

// A column that is a folder of the content: its _index.md, as Hugo has it.
struct ColumnText {
  std::string path;            // of the _index.md, in the content folder
  model::SectionPath section;  // filled by publish/sections
  std::string name;
  std::string text;            // what stands under its title; may be ""
};

// A picture made smaller.
struct PictureVersion {
  int width = 0;  // px; 0 for none
  int height = 0;
  std::string ending;  // of its file's name, as "webp"
  std::string hash;
  std::size_t bytes = 0;
};

// What a page offers a browser to choose from instead of the picture itself; see publish/images.
struct PictureSet {
  std::vector<PictureVersion> versions;  // narrow ones first; each is worth it
  bool with_original = false;  // the picture itself is the widest choice, as no version is smaller
  PictureVersion card;         // for what other sites show of a link; width 0: the picture itself
};

// A file that an article refers to.
struct MediaFile {
  std::string hash;
  std::uint64_t content = 0;  // the whole of the hash
  std::size_t bytes = 0;
  int width = 0;  // of a picture, CSS px; 0 when not known
  int height = 0;
  bool lead = false;    // an article's lead picture
  PictureSet smaller;   // of a picture that an article shows
  // Where it is first shown as a picture: the source as diagnostics name it, "" for nowhere; the place
  // in it, and the picture's address there.
  std::string shown_in;
  Place shown_at;
  std::string shown_as;
};

struct Content {
  std::string folder;
  std::string picture_cache;  // LoadOptions'
  model::Publication publication;
  std::uint64_t publication_hash = 0;  // of the text of publication.json
  std::vector<Story> stories;              // newest first, then by id
  std::vector<Withdrawn> withdrawn;        // by id
  std::vector<ColumnText> column_texts;    // by path
  std::map<std::string, MediaFile> media;  // by path in the content folder
  // Paths of articles with errors, as diagnostics name them; "PATH#ID" of one among several in a file.
  std::vector<std::string> left_out;
  ThemeFiles theme;
  int drafts = 0;                     // articles left out as drafts
  int later = 0;                      // articles dated in the future, left out
  int expired = 0;                    // articles whose time is over, left out
};

struct LoadOptions {
  bool drafts = false;          // with those that say `draft: true`
  bool future = false;          // with those dated after `now_s`
  int jobs = 1;                 // threads, which do not change the result
  std::int64_t now_s = 0;       // since 1970
  std::string except_folder{};  // not read although it lies inside, as the site that is written
  std::string picture_cache{};  // keeps pictures made smaller; "" leaves all as they are, unlooked at
  struct BuildMemory* memory = nullptr;  // of the build before, for this one and the next
};

// Reads publication.json, theme/, the articles (Markdown, article JSON, feeds, saved pages; see
// ingest/import/source_file.hpp) and the files that they refer to. A README without front matter is for
// who opens the folder and no article.
// Errors, each leaving its article out: what ingest finds, an id that is another's or can't stand
// in an address, a file that can't be read. Warnings: a link, picture, related or translated
// article that is not there, a broken picture, a way out of the folder, an alias that can't be one, what
// is likely not meant so. All with places, sorted by path and place. Nothing when the folder or none of its articles
// can be read.
std::optional<Content> load_content(const std::string& folder, const LoadOptions& options,
                                    Diagnostics& diagnostics);

}  // namespace lectern::publish
