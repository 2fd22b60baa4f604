// SPDX-License-Identifier: MIT
#include "moods/schema.hpp"

#include <algorithm>

#include "model/mood.hpp"

namespace lectern::moods {
namespace {

// "touched BIGINT NOT NULL DEFAULT 0, …"
std::string count_definitions() {
  std::string out;
  for (std::size_t mood = 0; mood < model::kMoods.size(); ++mood)
    out += ", " + count_column(mood) + " BIGINT NOT NULL DEFAULT 0";
  return out;
}

}  // namespace

std::string count_column(std::size_t mood) {
  std::string column(model::kMoods[mood].key);
  std::replace(column.begin(), column.end(), '-', '_');
  return column;
}

const std::string& count_columns() {
  static const std::string columns = [] {
    std::string out;
    for (std::size_t mood = 0; mood < model::kMoods.size(); ++mood)
      out += (mood > 0 ? ", " : "") + count_column(mood);
    return out;
  }();
  return columns;
}

// A mood is its place in the list of the eight, which never changes its order. The rows of an
// article lie side by side, since presses come for the newest: what changes stays together, however
// much lies behind. All of one token are found by reading everything, which seldom happens.
const SchemaSteps& sqlite_steps() {
  static const SchemaSteps steps{
      "CREATE TABLE settings(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;"
      "CREATE TABLE articles(id INTEGER PRIMARY KEY, site TEXT NOT NULL, article TEXT NOT NULL" +
      count_definitions() +
      ", UNIQUE(site, article));"
      "CREATE TABLE reactions(article INTEGER NOT NULL, reader BLOB NOT NULL, mood INTEGER,"
      " seq INTEGER NOT NULL, PRIMARY KEY(article, reader)) WITHOUT ROWID;"};
  return steps;
}

const SchemaSteps& postgres_steps() {
  static const SchemaSteps steps{
      "CREATE TABLE lectern_settings(name text PRIMARY KEY, value bytea NOT NULL);"
      // Names are compared as bytes, so that every program puts them in one order.
      "CREATE TABLE lectern_articles(id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
      " site text COLLATE \"C\" NOT NULL, article text COLLATE \"C\" NOT NULL" +
      count_definitions() +
      // Counts change often and are in no index: room in each page keeps their updates within it.
      ", UNIQUE(site, article)) WITH (fillfactor = 50);"
      "CREATE TABLE lectern_reactions(article bigint NOT NULL REFERENCES lectern_articles,"
      " reader bytea NOT NULL, mood smallint, seq bigint NOT NULL, PRIMARY KEY(article, reader));"};
  return steps;
}

std::string newer_schema(std::int64_t found, std::size_t known) {
  return "the database has schema version " + std::to_string(found) +
         ", made by a newer lectern; this one knows version " + std::to_string(known);
}

}  // namespace lectern::moods
