// SPDX-License-Identifier: MIT
#include "moods/sqlite_database.hpp"

#include <sqlite3.h>
#include <sys/random.h>

#include <algorithm>
#include <optional>

#include "moods/sqlite_statement.hpp"

namespace lectern::moods {
namespace {

constexpr int kApplicationId = 0x4C4D6F6F;  // "LMoo": tells the file from another program's
constexpr int kPatienceMs = 5000;           // for another process that writes
constexpr const char* kCacheKiB = "-65536";

std::optional<Own> own_at(const Statement::Run& run, int mood, int seq) {
  if (run.is_null(seq)) return std::nullopt;
  Own own;
  own.seq = run.integer(seq);
  const std::int64_t number = run.integer(mood);
  if (!run.is_null(mood) && number >= 0 && number < std::int64_t{model::kMoods.size()}) {
    own.mood = static_cast<model::Mood>(number);
  }
  return own;
}

Counts counts_at(const Statement::Run& run, int column) {
  Counts counts{};
  for (std::int64_t& count : counts)
    count = run.integer(column++);
  return counts;
}

Reader reader_at(const Statement::Run& run, int column) {
  Reader reader{};
  const std::string_view bytes = run.bytes(column);
  std::copy_n(bytes.begin(), std::min(bytes.size(), reader.size()), reader.begin());
  return reader;
}

class SqliteDatabase final : public Database {
 public:
  ~SqliteDatabase() override {
    statements_.reset();
    sqlite3_close(database_);
  }

  bool open(const std::string& path, const SchemaSteps& steps, std::string& problem) {
    const int code = sqlite3_open_v2(
        path.c_str(), &database_,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) return fail(problem);
    sqlite3_busy_timeout(database_, kPatienceMs);
    sqlite3_extended_result_codes(database_, 1);
    if (!run("PRAGMA journal_mode=WAL") || !run("PRAGMA synchronous=FULL") ||
        !run(std::string("PRAGMA cache_size=") + kCacheKiB)) {
      return fail(problem);
    }
    if (!migrate(steps, problem)) return false;
    statements_ = std::make_unique<Statements>();
    return statements_->prepare(database_) || fail(problem);
  }

  bool read(const std::string& site, const std::vector<std::string>& articles,
            const Reader* reader, std::vector<Standing>& standings,
            std::string& problem) override {
    standings.clear();
    // Of one article a single statement tells all, and is a transaction by itself.
    const bool several = articles.size() > 1;
    if (several && !run("BEGIN")) return fail(problem);
    bool fine = true;
    for (const std::string& article : articles) {
      auto stand = statements_->standing.run();
      stand.reader(reader).text(site).text(article);
      Standing standing;
      if (stand.row()) {
        standing.counts = counts_at(stand, 0);
        standing.mine = own_at(stand, kMoods, kMoods + 1);
      } else if (!stand.fine()) {
        fine = fail(problem);
        break;
      }
      standings.push_back(standing);
    }
    if (several) run("COMMIT");
    return fine;
  }

  bool knows(const Reader& reader, bool& known, std::string& problem) override {
    auto any = statements_->any.run();
    any.reader(&reader);
    known = any.row();
    return known || any.fine() || fail(problem);
  }

  bool secret(Secret& secret, std::string& problem) override {
    Secret made{};
    if (::getrandom(made.data(), made.size(), 0) != static_cast<ssize_t>(made.size())) {
      problem = "the system gives no random bytes";
      return false;
    }
    Statement insert, select;
    if (!insert.prepare(database_, "INSERT OR IGNORE INTO settings VALUES('secret', ?)") ||
        !select.prepare(database_, "SELECT value FROM settings WHERE name = 'secret'") ||
        !insert.run().blob(made.data(), made.size()).finish()) {
      return fail(problem);
    }
    auto kept = select.run();
    if (!kept.row()) return fail(problem);
    const std::string_view bytes = kept.bytes(0);
    if (bytes.size() != secret.size()) {
      problem = "the database's secret is broken";
      return false;
    }
    std::copy(bytes.begin(), bytes.end(), secret.begin());
    return true;
  }

  bool list(const Selection& selection, const RowSink& row, std::string& problem) override {
    Statement statement;
    if (!statement.prepare(database_,
                           "SELECT site, articles.article, reader, mood, seq FROM reactions"
                           " JOIN articles ON id = reactions.article" +
                               where(selection) + " ORDER BY site, articles.article, reader")) {
      return fail(problem);
    }
    auto rows = statement.run();
    bind(rows, selection);
    while (rows.row()) {
      const auto own = own_at(rows, 3, 4);
      if (!row(std::string(rows.bytes(0)), std::string(rows.bytes(1)), reader_at(rows, 2), *own)) {
        return true;
      }
    }
    return rows.fine() || fail(problem);
  }

  bool erase(const Selection& selection, std::int64_t& rows, std::string& problem) override {
    if (!begin(problem)) return false;
    if (erase_all(selection, rows) && commit(problem)) return true;
    fail(problem);
    roll_back();
    return false;
  }

  bool check(bool& whole, std::string& problem) override {
    std::string sum;
    for (int mood = 0; mood < kMoods; ++mood)
      sum += ", sum(mood IS " + std::to_string(mood) + ") AS n" + std::to_string(mood);
    std::string all;
    for (int mood = 0; mood < kMoods; ++mood)
      all += ", coalesce(n" + std::to_string(mood) + ", 0)";
    Statement statement;
    if (!statement.prepare(
            database_, "SELECT 1 FROM articles LEFT JOIN (SELECT article AS of" + sum +
                           " FROM reactions GROUP BY article) ON of = id WHERE (" +
                           count_columns() + ") IS NOT (" + all.substr(2) +
                           ") UNION ALL SELECT 1 FROM reactions WHERE article NOT IN"
                           " (SELECT id FROM articles) LIMIT 1")) {
      return fail(problem);
    }
    auto wrong = statement.run();
    whole = !wrong.row();
    return !whole || wrong.fine() || fail(problem);
  }

 protected:
  bool begin(std::string& problem) override { return run("BEGIN IMMEDIATE") || fail(problem); }
  bool commit(std::string& problem) override { return run("COMMIT") || fail(problem); }
  void roll_back() override {
    if (!sqlite3_get_autocommit(database_)) run("ROLLBACK");
  }

  bool load(Group& group, std::string& problem) override {
    for (auto& [key, article] : group.articles) {
      if (!load_article(key, article)) return fail(problem);
    }
    for (auto& [key, row] : group.rows) {
      auto own = statements_->own.run();
      own.reader(&key.second).number(group.articles[key.first].id);
      if (own.row()) row.own = own_at(own, 0, 1);
      else if (!own.fine()) return fail(problem);
    }
    return true;
  }

  bool save(const Group& group, std::string& problem) override {
    for (const auto& [key, row] : group.rows) {
      if (!row.changed) continue;
      auto put = statements_->put.run();
      put.reader(&key.second).number(group.articles.at(key.first).id);
      row.own->mood ? put.number(static_cast<int>(*row.own->mood)) : put.null();
      if (!put.number(row.own->seq).finish()) return fail(problem);
    }
    for (const auto& [key, article] : group.articles) {
      if (!article.changed) continue;
      auto counts = statements_->set_counts.run();
      counts.number(article.id);
      for (const std::int64_t count : article.counts)
        counts.number(count);
      if (!counts.finish()) return fail(problem);
    }
    return true;
  }

 private:
  static constexpr int kMoods = static_cast<int>(model::kMoods.size());

  struct Statements {
    Statement standing, any, article, add_article, own, put, set_counts;

    bool prepare(sqlite3* database) {
      std::string values;
      for (int i = 2; i < 2 + kMoods; ++i)
        values += (i > 2 ? ", ?" : "?") + std::to_string(i);
      return standing.prepare(database,
                              "SELECT " + count_columns() +
                                  ", mood, seq FROM articles LEFT JOIN reactions"
                                  " ON reader = ?1 AND reactions.article = id"
                                  " WHERE site = ?2 AND articles.article = ?3") &&
             any.prepare(database, "SELECT 1 FROM reactions WHERE reader = ? LIMIT 1") &&
             article.prepare(database, "SELECT id, " + count_columns() +
                                           " FROM articles WHERE site = ? AND article = ?") &&
             add_article.prepare(database, "INSERT INTO articles(site, article) VALUES(?, ?)") &&
             own.prepare(database,
                         "SELECT mood, seq FROM reactions WHERE reader = ? AND article = ?") &&
             put.prepare(database, "INSERT OR REPLACE INTO reactions VALUES(?1, ?2, ?3, ?4)") &&
             set_counts.prepare(database, "UPDATE articles SET (" + count_columns() + ") = (" +
                                              values + ") WHERE id = ?1");
    }
  };

  bool run(const std::string& sql) {
    return sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  }

  bool fail(std::string& problem) {
    problem = database_ ? sqlite3_errmsg(database_) : "memory ran out";
    return false;
  }

  std::int64_t number(const std::string& sql) {
    Statement statement;
    if (!statement.prepare(database_, sql)) return -1;
    auto run = statement.run();
    return run.row() ? run.integer(0) : -1;
  }

  bool migrate(const SchemaSteps& steps, std::string& problem) {
    const auto known = static_cast<std::int64_t>(steps.size());
    if (number("PRAGMA user_version") == known && number("PRAGMA application_id") == kApplicationId)
      return true;
    if (!begin(problem)) return false;
    const std::int64_t version = number("PRAGMA user_version");
    const bool ours = number("PRAGMA application_id") == kApplicationId;
    const bool empty = number("SELECT count(*) FROM sqlite_master") == 0;
    bool fine = false;
    if (!ours && !empty) {
      problem = "the file is another program's database";
    } else if (version > known) {
      problem = newer_schema(version, steps.size());
    } else {
      fine = true;
      for (std::int64_t step = version; fine && step < known; ++step)
        fine = run(steps[static_cast<std::size_t>(step)]);
      fine = fine && run("PRAGMA user_version=" + std::to_string(known)) &&
             run("PRAGMA application_id=" + std::to_string(kApplicationId)) && run("COMMIT");
      if (!fine) fail(problem);
    }
    if (!fine) roll_back();
    return fine;
  }

  bool load_article(const ArticleKey& key, ArticleRow& row) {
    auto found = statements_->article.run();
    found.text(key.first).text(key.second);
    if (found.row()) {
      row.id = found.integer(0);
      row.counts = counts_at(found, 1);
      return true;
    }
    if (!found.fine()) return false;
    if (!statements_->add_article.run().text(key.first).text(key.second).finish()) return false;
    row.id = sqlite3_last_insert_rowid(database_);
    return true;
  }

  static std::string where(const Selection& selection) {
    return selection.reader ? " WHERE reader = ?" : " WHERE site = ?";
  }
  static void bind(Statement::Run& run, const Selection& selection) {
    selection.reader ? run.reader(&*selection.reader) : run.text(selection.site);
  }

  bool erase_all(const Selection& selection, std::int64_t& rows) {
    Statement remove;
    const std::string ids = "(SELECT id FROM articles WHERE site = ?)";
    if (selection.reader) {
      // The counts first: they are told by the rows.
      Statement each;
      if (!each.prepare(database_, "SELECT article, mood FROM reactions"
                                   " WHERE reader = ? AND mood IS NOT NULL")) {
        return false;
      }
      auto moods = each.run();
      moods.reader(&*selection.reader);
      while (moods.row()) {
        const auto name = model::kMoods[static_cast<std::size_t>(moods.integer(1)) % kMoods].key;
        std::string column(name);
        std::replace(column.begin(), column.end(), '-', '_');
        if (!run("UPDATE articles SET " + column + " = " + column +
                 " - 1 WHERE id = " + std::to_string(moods.integer(0)))) {
          return false;
        }
      }
      if (!moods.fine()) return false;
    }
    if (!remove.prepare(database_, "DELETE FROM reactions" +
                                       (selection.reader ? std::string(" WHERE reader = ?")
                                                         : " WHERE article IN " + ids))) {
      return false;
    }
    {
      auto removing = remove.run();
      bind(removing, selection);
      if (!removing.finish()) return false;
    }
    rows = sqlite3_changes64(database_);
    if (selection.reader) return true;
    Statement articles;
    return articles.prepare(database_, "DELETE FROM articles WHERE site = ?") &&
           articles.run().text(selection.site).finish();
  }

  sqlite3* database_ = nullptr;
  std::unique_ptr<Statements> statements_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path, std::string& problem,
                                      const SchemaSteps& steps) {
  auto database = std::make_unique<SqliteDatabase>();
  if (!database->open(path, steps, problem)) return nullptr;
  return database;
}

}  // namespace lectern::moods
