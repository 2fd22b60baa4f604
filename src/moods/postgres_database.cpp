// SPDX-License-Identifier: MIT
#include "moods/postgres_database.hpp"

#include <sys/random.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "moods/postgres_keeping.hpp"
#include "moods/postgres_session.hpp"

namespace lectern::moods {
namespace {

constexpr int kMoods = static_cast<int>(model::kMoods.size());
// Keeps two programs from making the tables at once: any number that nobody else takes.
constexpr const char* kSchemaLock = "SELECT pg_advisory_xact_lock(5495893711)";

class PostgresDatabase final : public Database {
 public:
  explicit PostgresDatabase(const std::string& address) : session_(address) {}

  bool open(const SchemaSteps& steps, std::string& problem) {
    return session_.connect(problem) && migrate(steps, problem);
  }

  bool read(const std::string& site, const std::vector<std::string>& articles,
            const Reader* reader, std::vector<Standing>& standings,
            std::string& problem) override {
    static const std::string sql =
        "SELECT asked.place, " + count_columns() +
        ", mood, seq FROM unnest($2::text[]) WITH ORDINALITY AS asked(article, place)"
        " JOIN lectern_articles a ON a.site = $1 AND a.article = asked.article"
        " LEFT JOIN lectern_reactions r ON r.reader = $3 AND r.article = a.id";
    Array ids;
    for (const std::string& article : articles)
      ids.text(article);
    // No reader has an HMAC of no bytes.
    const std::string who = reader ? to_bytea(*reader) : "\\x";
    if (!session_.connect(problem)) return false;
    const std::vector<std::string> parameters{site, ids.str(), who};
    auto rows = session_.run(sql.c_str(), parameters, problem);
    if (!rows && session_.revive(problem)) rows = session_.run(sql.c_str(), parameters, problem);
    standings.assign(articles.size(), {});
    for (int i = 0; rows && i < rows->size(); ++i) {
      Standing& standing = standings[static_cast<std::size_t>(rows->number(i, 0) - 1)];
      standing.counts = rows->counts(i, 1);
      standing.mine = rows->own(i, kMoods + 1);
    }
    return rows.has_value();
  }

  bool secret(Secret& secret, std::string& problem) override {
    Secret made{};
    if (::getrandom(made.data(), made.size(), 0) != static_cast<ssize_t>(made.size())) {
      problem = "the system gives no random bytes";
      return false;
    }
    const std::string bytes = to_bytea({reinterpret_cast<const char*>(made.data()), made.size()});
    if (!session_.connect(problem) ||
        !session_.run("INSERT INTO lectern_settings VALUES('secret', $1) ON CONFLICT DO NOTHING",
                      {bytes}, problem)) {
      return false;
    }
    // The two halves, each as long as a reader's HMAC.
    const auto rows = session_.run(
        "SELECT substr(value, 1, 16), substr(value, 17) FROM lectern_settings"
        " WHERE name = 'secret' AND length(value) = 32",
        {}, problem);
    if (!rows) return false;
    if (rows->size() != 1) {
      problem = "the database's secret is broken";
      return false;
    }
    for (int half = 0; half < 2; ++half) {
      const Reader part = rows->reader(0, half);
      std::copy(part.begin(), part.end(), secret.begin() + half * 16);
    }
    return true;
  }

  bool list(const Selection& selection, const RowSink& row, std::string& problem) override {
    if (!begin(problem)) return false;
    const bool fine = list_rows(session_, selection, row, problem);
    roll_back();
    return fine;
  }

  bool erase(const Selection& selection, std::int64_t& rows, std::string& problem) override {
    if (!begin(problem)) return false;
    if (erase_rows(session_, selection, rows, problem) && commit(problem)) return true;
    roll_back();
    return false;
  }

  bool check(bool& whole, std::string& problem) override {
    return session_.connect(problem) && check_counts(session_, whole, problem);
  }

 protected:
  bool begin(std::string& problem) override {
    if (session_.in_transaction()) roll_back();
    constexpr const char* kBegin = "BEGIN ISOLATION LEVEL READ COMMITTED";
    return session_.connect(problem) &&
           (session_.run_all(kBegin, problem) ||
            (session_.revive(problem) && session_.run_all(kBegin, problem)));
  }
  bool commit(std::string& problem) override { return session_.run_all("COMMIT", problem); }
  void roll_back() override {
    std::string ignored;
    if (session_.in_transaction()) session_.run_all("ROLLBACK", ignored);
  }

  bool load(Group& group, std::string& problem) override {
    Array sites, articles;
    for (const auto& [key, row] : group.articles) {
      sites.text(key.first);
      articles.text(key.second);
    }
    if (!add_articles(sites.str(), articles.str(), problem)) return false;
    if (!lock_articles(group, sites.str(), articles.str(), problem)) return false;
    return load_rows(group, problem);
  }

  bool save(const Group& group, std::string& problem) override {
    Array readers, ids, moods, seqs;
    for (const auto& [key, row] : group.rows) {
      if (!row.changed) continue;
      readers.reader(key.second);
      ids.number(group.articles.at(key.first).id);
      row.own->mood ? moods.number(static_cast<int>(*row.own->mood)) : moods.null();
      seqs.number(row.own->seq);
    }
    if (!session_.run("INSERT INTO lectern_reactions(reader, article, mood, seq)"
                      " SELECT * FROM unnest($1::bytea[], $2::bigint[], $3::smallint[], $4::bigint[])"
                      " ON CONFLICT (article, reader)"
                      " DO UPDATE SET mood = excluded.mood, seq = excluded.seq",
                      {readers.str(), ids.str(), moods.str(), seqs.str()}, problem)) {
      return false;
    }
    Array changed;
    std::vector<Array> counts(kMoods);
    for (const auto& [key, article] : group.articles) {
      if (!article.changed) continue;
      changed.number(article.id);
      for (std::size_t mood = 0; mood < counts.size(); ++mood)
        counts[mood].number(article.counts[mood]);
    }
    static const std::string sql = [] {
      std::string arrays = "$1::bigint[]";
      for (int i = 2; i < 2 + kMoods; ++i)
        arrays += ", $" + std::to_string(i) + "::bigint[]";
      return "UPDATE lectern_articles SET " + each_column("% = n.%") + " FROM unnest(" + arrays +
             ") AS n(id, " + count_columns() + ") WHERE lectern_articles.id = n.id";
    }();
    std::vector<std::string> parameters{changed.str()};
    for (const Array& array : counts)
      parameters.push_back(array.str());
    return session_.run(sql.c_str(), parameters, problem).has_value();
  }

 private:
  // -1 when it can't be asked.
  std::int64_t version(std::string& problem) {
    const auto there = session_.run("SELECT to_regclass('lectern_schema') IS NOT NULL", {}, problem);
    if (!there) return -1;
    if (there->text(0, 0) != "t") return 0;
    const auto rows =
        session_.run("SELECT coalesce(max(version), 0) FROM lectern_schema", {}, problem);
    return rows ? rows->number(0, 0) : -1;
  }

  bool migrate(const SchemaSteps& steps, std::string& problem) {
    const auto known = static_cast<std::int64_t>(steps.size());
    if (version(problem) == known) return true;
    if (!begin(problem)) return false;
    const bool locked = session_.run(kSchemaLock, {}, problem).has_value();
    const std::int64_t found = locked ? version(problem) : -1;
    if (found > known) problem = newer_schema(found, steps.size());
    bool fine = found >= 0 && found <= known;
    for (std::int64_t step = found; fine && step < known; ++step)
      fine = session_.run_all(steps[static_cast<std::size_t>(step)], problem);
    if (fine && found < known) {
      fine = session_.run_all("CREATE TABLE IF NOT EXISTS lectern_schema(version bigint NOT NULL);"
                              "DELETE FROM lectern_schema; INSERT INTO lectern_schema VALUES(" +
                                  std::to_string(known) + ')',
                              problem);
    }
    if (fine && commit(problem)) return true;
    roll_back();
    return false;
  }

  // Before any lock is taken, and in the order of the names.
  bool add_articles(const std::string& sites, const std::string& articles, std::string& problem) {
    return session_
        .run("INSERT INTO lectern_articles(site, article)"
             " SELECT n.site, n.article FROM unnest($1::text[], $2::text[]) AS n(site, article)"
             " WHERE NOT EXISTS (SELECT 1 FROM lectern_articles a"
             " WHERE a.site = n.site AND a.article = n.article)"
             " ORDER BY n.site COLLATE \"C\", n.article COLLATE \"C\" ON CONFLICT DO NOTHING",
             {sites, articles}, problem)
        .has_value();
  }

  bool lock_articles(Group& group, const std::string& sites, const std::string& articles,
                     std::string& problem) {
    static const std::string sql =
        "SELECT a.site, a.article, a.id, " + count_columns() +
        " FROM lectern_articles a JOIN unnest($1::text[], $2::text[]) AS n(site, article)"
        " ON a.site = n.site AND a.article = n.article"
        " ORDER BY a.site, a.article FOR UPDATE OF a";
    const auto rows = session_.run(sql.c_str(), {sites, articles}, problem);
    if (!rows) return false;
    if (rows->size() != static_cast<int>(group.articles.size())) {
      problem = "a site was erased at this moment";
      return false;
    }
    for (int i = 0; i < rows->size(); ++i) {
      ArticleRow& article =
          group.articles[{std::string(rows->text(i, 0)), std::string(rows->text(i, 1))}];
      article.id = rows->number(i, 2);
      article.counts = rows->counts(i, 3);
    }
    return true;
  }

  // Who holds an article's row may read its readers' rows: nobody else changes them meanwhile.
  bool load_rows(Group& group, std::string& problem) {
    Array readers, ids;
    std::vector<ReaderRow*> order;
    for (auto& [key, row] : group.rows) {
      readers.reader(key.second);
      ids.number(group.articles[key.first].id);
      order.push_back(&row);
    }
    const auto rows = session_.run(
        "SELECT n.place, r.mood, r.seq FROM unnest($1::bytea[], $2::bigint[])"
        " WITH ORDINALITY AS n(reader, article, place)"
        " JOIN lectern_reactions r ON r.reader = n.reader AND r.article = n.article",
        {readers.str(), ids.str()}, problem);
    for (int i = 0; rows && i < rows->size(); ++i) {
      order[static_cast<std::size_t>(rows->number(i, 0) - 1)]->own = rows->own(i, 1);
    }
    return rows.has_value();
  }

  PostgresSession session_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const std::string& address, std::string& problem,
                                        const SchemaSteps& steps) {
  auto database = std::make_unique<PostgresDatabase>(address);
  if (!database->open(steps, problem)) return nullptr;
  return database;
}

}  // namespace lectern::moods
