// SPDX-License-Identifier: MIT
#include "moods/schema.hpp"

#include <algorithm>

#include "model/mood.hpp"

namespace lectern::moods {
namespace {

// "touched BIGINT NOT NULL DEFAULT 0, …"
std::string count_definitions() {
  std::string out;
  for (const model::MoodName& name : model::kMoods) {
    std::string column(name.key);
    std::replace(column.begin(), column.end(), '-', '_');
    out += ", " + column + " BIGINT NOT NULL DEFAULT 0";
  }
  return out;
}

}  // namespace

const std::string& count_columns() {
  static const std::string columns = [] {
    std::string out;
    for (const model::MoodName& name : model::kMoods) {
      if (!out.empty()) out += ", ";
      out += name.key;
    }
    std::replace(out.begin(), out.end(), '-', '_');
    return out;
  }();
  return columns;
}

// A mood is its place in the list of the eight, which never changes its order. A reader's rows lie
// side by side, so that all of one token are found, and a new one told, without a second index.
const SchemaSteps& sqlite_steps() {
  static const SchemaSteps steps{
      "CREATE TABLE settings(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;"
      "CREATE TABLE articles(id INTEGER PRIMARY KEY, site TEXT NOT NULL, article TEXT NOT NULL" +
      count_definitions() +
      ", UNIQUE(site, article));"
      "CREATE TABLE reactions(reader BLOB NOT NULL, article INTEGER NOT NULL, mood INTEGER,"
      " seq INTEGER NOT NULL, PRIMARY KEY(reader, article)) WITHOUT ROWID;"};
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
      "CREATE TABLE lectern_reactions(reader bytea NOT NULL,"
      " article bigint NOT NULL REFERENCES lectern_articles, mood smallint, seq bigint NOT NULL,"
      " PRIMARY KEY(reader, article));"};
  return steps;
}

std::string newer_schema(std::int64_t found, std::size_t known) {
  return "the database has schema version " + std::to_string(found) +
         ", made by a newer lectern; this one knows version " + std::to_string(known);
}

}  // namespace lectern::moods
