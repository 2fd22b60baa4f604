// SPDX-License-Identifier: MIT
#include "moods/postgres_keeping.hpp"

#include "moods/schema.hpp"

namespace lectern::moods {
namespace {

// All of a site may take longer than one reader's statement.
constexpr const char* kNoHurry = "SET LOCAL statement_timeout = 0";
constexpr const char* kFetch = "FETCH 1000 FROM moods";

std::string value(const Selection& selection) {
  return selection.reader ? to_bytea(*selection.reader) : selection.site;
}

}  // namespace

bool list_rows(PostgresSession& session, const Selection& selection, const Database::RowSink& row,
               std::string& problem) {
  const std::string sql =
      "DECLARE moods CURSOR FOR SELECT a.site, a.article, r.reader, r.mood, r.seq"
      " FROM lectern_reactions r JOIN lectern_articles a ON a.id = r.article WHERE " +
      std::string(selection.reader ? "r.reader" : "a.site") +
      " = $1 ORDER BY a.site, a.article, r.reader";
  if (!session.run(kNoHurry, {}, problem) || !session.run(sql.c_str(), {value(selection)}, problem)) {
    return false;
  }
  for (;;) {
    const auto rows = session.run(kFetch, {}, problem);
    if (!rows) return false;
    if (rows->size() == 0) return true;
    for (int i = 0; i < rows->size(); ++i) {
      if (!row(std::string(rows->text(i, 0)), std::string(rows->text(i, 1)), rows->reader(i, 2),
               *rows->own(i, 3))) {
        return true;
      }
    }
  }
}

bool erase_rows(PostgresSession& session, const Selection& selection, std::int64_t& rows,
                std::string& problem) {
  const std::vector<std::string> parameters{value(selection)};
  const std::string of_site = "(SELECT id FROM lectern_articles WHERE site = $1)";
  const std::string lock =
      "SELECT id FROM lectern_articles WHERE " +
      std::string(selection.reader ? "id IN (SELECT article FROM lectern_reactions WHERE reader = $1)"
                                   : "site = $1") +
      " ORDER BY site, article FOR UPDATE";
  // Rows and counts by one statement: it sees one moment.
  const std::string remove =
      "WITH gone AS (DELETE FROM lectern_reactions WHERE " +
      (selection.reader ? std::string("reader = $1") : "article IN " + of_site) +
      " RETURNING article, mood), fewer AS (UPDATE lectern_articles SET " + each_column("% = % - n#") +
      " FROM (SELECT article AS of, " + each_column("count(*) FILTER (WHERE mood = #) AS n#") +
      " FROM gone GROUP BY article) n WHERE id = n.of) SELECT count(*) FROM gone";
  if (!session.run(kNoHurry, {}, problem) || !session.run(lock.c_str(), parameters, problem)) {
    return false;
  }
  const auto removed = session.run(remove.c_str(), parameters, problem);
  if (!removed) return false;
  rows = removed->number(0, 0);
  return selection.reader ||
         session.run("DELETE FROM lectern_articles WHERE site = $1", parameters, problem);
}

bool check_counts(PostgresSession& session, bool& whole, std::string& problem) {
  const std::string sql = "SELECT 1 FROM lectern_articles a LEFT JOIN (SELECT article AS of, " +
                          each_column("count(*) FILTER (WHERE mood = #) AS n#") +
                          " FROM lectern_reactions GROUP BY article) n ON n.of = a.id WHERE (" +
                          count_columns() + ") IS DISTINCT FROM (" + each_column("coalesce(n#, 0)") +
                          ") LIMIT 1";
  const auto rows = session.run(sql.c_str(), {}, problem);
  whole = rows && rows->size() == 0;
  return rows.has_value();
}

}  // namespace lectern::moods
