// SPDX-License-Identifier: MIT
// What the readers of feeds share: one entry of a feed, its fields by type, and the article that it
// becomes. Feeds write null for what is not there, so null is nothing.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/field_reader.hpp"
#include "ingest/import/source_file.hpp"
#include "ingest/value.hpp"

namespace lectern::ingest {

// A feed's text, clean, and the tree that was read from it.
struct Feed {
  std::string_view json;
  const Value& root;
  const PlaceIndex& places;
  std::string path;
  Report& report;  // for what concerns no entry alone
};

class FeedItem {
 public:
  FeedItem(const Feed& feed, const Value& item);
  FeedItem(const FeedItem&) = delete;
  FeedItem& operator=(const FeedItem&) = delete;

  model::Article& article() { return out_.article; }
  FieldReader& fields() { return fields_; }

  // Null is nothing.
  static const Value* find(const Value& object, std::string_view key);
  // The member when it is of the type; an error when it is of another.
  const Value* object(const Value& in, std::string_view key);
  const Value* list(const Value& in, std::string_view key);

  // Each sets `out` when the field says something: a line of text, of HTML, a date, addresses.
  bool line(const Value& in, std::string_view key, std::string& out);
  bool html_line(const Value& in, std::string_view key, std::string& out);
  bool date(const Value& in, std::string_view key, std::string& out);
  bool link(const Value& in, std::string_view key, std::string& out);
  bool image(const Value& in, std::string_view key);

  // Adds the blocks of a text to the body.
  void add_html(const Value& text);
  void add_markdown(const Value& text);
  void add_text(const Value& text);

  void add_author(std::string name, std::string url = "");
  void add_tag(std::string tag);
  // A slug of the name, when it is one; of an address, of its last part that says something.
  void set_id(std::string_view name);
  void set_language(std::string_view tag);
  // The feed's own address: where relative ones begin, if the item has none.
  void set_home(std::string url) { home_ = std::move(url); }

  // The article, with a title in any case: without one its first words are it.
  SourceArticle finish();

 private:
  PlaceIndex places_of(const Value& text) const;
  void add(model::Blocks blocks);

  const Feed& feed_;
  const Value& item_;
  SourceArticle out_;
  std::string home_;
  Report report_;
  FieldReader fields_;
};

// "x" of {"x": text} or of text alone: for names that are written in both ways.
std::string name_in(const Value& value, std::string_view key);

// The first words of a body, at most 80 characters; "" without words.
std::string first_words(const model::Blocks& body);

// The last part of an address's path that names something: "bridge" of
// "https://a.org/2026/bridge/".
std::string last_part(std::string_view url);

// Notes where an article's relative addresses begin (Article::base): at its canonical one, else at
// `home`; a <base> moves it. Its canonical address and its authors' can name no file of a content
// folder and are made absolute at once; a canonical one of which that can't be made goes.
void set_base(model::Article& article, std::string_view home, std::string_view base_element = "");

// Makes ids differ: the second "a" becomes "a-2".
void make_ids_differ(std::vector<SourceArticle>& articles);

}  // namespace lectern::ingest
