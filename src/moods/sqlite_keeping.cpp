// SPDX-License-Identifier: MIT
#include "moods/sqlite_keeping.hpp"

#include "moods/schema.hpp"
#include "moods/sqlite_statement.hpp"

namespace lectern::moods {
namespace {

constexpr const char* kArticlesOfSite = "(SELECT id FROM articles WHERE site = ?)";

void bind(Statement::Run& run, const Selection& selection) {
  selection.reader ? run.reader(&*selection.reader) : run.text(selection.site);
}

bool run_for(sqlite3* database, const std::string& sql, const Selection& selection) {
  Statement statement;
  if (!statement.prepare(database, sql)) return false;
  auto run = statement.run();
  bind(run, selection);
  return run.finish();
}

}  // namespace

bool list_rows(sqlite3* database, const Selection& selection, const Database::RowSink& row) {
  Statement statement;
  if (!statement.prepare(database,
                         "SELECT site, articles.article, reader, mood, seq FROM reactions"
                         " JOIN articles ON id = reactions.article WHERE " +
                             std::string(selection.reader ? "reader" : "site") +
                             " = ? ORDER BY site, articles.article, reader")) {
    return false;
  }
  auto rows = statement.run();
  bind(rows, selection);
  while (rows.row()) {
    if (!row(std::string(rows.bytes(0)), std::string(rows.bytes(1)), rows.reader_at(2),
             *rows.own(3))) {
      return true;
    }
  }
  return rows.fine();
}

bool erase_rows(sqlite3* database, const Selection& selection, std::int64_t& rows) {
  if (selection.reader) {
    // The counts first: they are told by the rows.
    std::string fewer = "UPDATE articles SET (" + count_columns() + ") = (SELECT ";
    for (std::size_t mood = 0; mood < model::kMoods.size(); ++mood) {
      fewer += (mood > 0 ? ", " : "") + count_column(mood) + " - (mood IS " + std::to_string(mood) + ')';
    }
    fewer += " FROM reactions WHERE reader = ?1 AND reactions.article = id)"
             " WHERE id IN (SELECT article FROM reactions WHERE reader = ?1)";
    if (!run_for(database, fewer, selection)) return false;
  }
  if (!run_for(database,
               "DELETE FROM reactions WHERE " +
                   (selection.reader ? std::string("reader = ?") : "article IN " + std::string(kArticlesOfSite)),
               selection)) {
    return false;
  }
  rows = sqlite3_changes64(database);
  return selection.reader || run_for(database, "DELETE FROM articles WHERE site = ?", selection);
}

bool check_counts(sqlite3* database, bool& whole) {
  std::string sums, counts;
  for (std::size_t mood = 0; mood < model::kMoods.size(); ++mood) {
    const std::string number = std::to_string(mood);
    sums += ", sum(mood IS " + number + ") AS n" + number;
    counts += (mood > 0 ? ", " : "") + ("coalesce(n" + number) + ", 0)";
  }
  Statement statement;
  if (!statement.prepare(database, "SELECT 1 FROM articles LEFT JOIN (SELECT article AS of" + sums +
                                       " FROM reactions GROUP BY article) ON of = id WHERE (" +
                                       count_columns() + ") IS NOT (" + counts +
                                       ") UNION ALL SELECT 1 FROM reactions WHERE article NOT IN"
                                       " (SELECT id FROM articles) LIMIT 1")) {
    return false;
  }
  auto wrong = statement.run();
  whole = !wrong.row();
  return !whole || wrong.fine();
}

}  // namespace lectern::moods
