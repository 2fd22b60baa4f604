// SPDX-License-Identifier: MIT
#include "moods/sqlite_database.hpp"

#include <sqlite3.h>
#include <sys/random.h>

#include <algorithm>
#include <optional>

#include "moods/sqlite_keeping.hpp"
#include "moods/sqlite_statement.hpp"

namespace lectern::moods {
namespace {

constexpr int kApplicationId = 0x4C4D6F6F;  // "LMoo": tells the file from another program's
constexpr int kPatienceMs = 5000;           // for another process that writes
// So few are moved and synced in some milliseconds, and passes that come no nearer to that end.
constexpr int kFewPages = 1000;
constexpr int kMaxPasses = 5;
// A press changes one page of its article's rows, and pages are what is written: small ones are less
// to sync. What is not in the cache is in the system's; each commit may look through all of it.
constexpr const char* kShape = "PRAGMA page_size=1024; PRAGMA cache_size=-4096; PRAGMA mmap_size=1073741824;";

class SqliteDatabase final : public Database {
 public:
  explicit SqliteDatabase(int long_log) : long_log_(long_log) {}
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
    if (!run(kShape) || !run("PRAGMA journal_mode=WAL") || !run("PRAGMA synchronous=FULL")) {
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
        standing.counts = stand.counts(0);
        standing.mine = stand.own(kMoods);
      } else if (!stand.fine()) {
        fine = fail(problem);
        break;
      }
      standings.push_back(standing);
    }
    if (several) run("COMMIT");
    return fine;
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
    return list_rows(database_, selection, row) || fail(problem);
  }

  bool erase(const Selection& selection, std::int64_t& rows, std::string& problem) override {
    if (!begin(problem)) return false;
    if (erase_rows(database_, selection, rows) && commit(problem)) return true;
    fail(problem);
    roll_back();
    return false;
  }

  void leave_tidying() override { sqlite3_wal_autocheckpoint(database_, 0); }

  // What is in the log goes to its place in the file. Writers go on meanwhile, and the log begins
  // anew only when all of it has been moved: where it is long, again for what has come meanwhile,
  // until that is so little that a writer can move it between two changes. What was moved is synced
  // here, since SQLite itself would leave that to the last move.
  bool tidy(bool& rest, std::string& problem) override {
    int pages = 0, before = 0;
    bool fine = move_log(pages, problem);
    for (int pass = 0; fine && pages > long_log_ && pages - before > kFewPages && pass < kMaxPasses; ++pass) {
      before = pages;
      fine = sync_file(problem) && move_log(pages, problem);
    }
    rest = fine && pages > long_log_;
    return fine && (!rest || sync_file(problem));
  }

  bool finish_tidying(std::string& problem) override {
    int pages = 0;
    return move_log(pages, problem);
  }

  bool check(bool& whole, std::string& problem) override {
    return check_counts(database_, whole) || fail(problem);
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
      own.number(group.articles[key.first].id).reader(&key.second);
      if (own.row()) row.own = own.own(0);
      else if (!own.fine()) return fail(problem);
    }
    return true;
  }

  bool save(const Group& group, std::string& problem) override {
    for (const auto& [key, row] : group.rows) {
      if (!row.changed) continue;
      auto put = statements_->put.run();
      put.number(group.articles.at(key.first).id).reader(&key.second);
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
    Statement standing, article, add_article, own, put, set_counts;

    bool prepare(sqlite3* database) {
      std::string values;
      for (int i = 2; i < 2 + kMoods; ++i)
        values += (i > 2 ? ", ?" : "?") + std::to_string(i);
      return standing.prepare(database,
                              "SELECT " + count_columns() +
                                  ", mood, seq FROM articles LEFT JOIN reactions"
                                  " ON reactions.article = id AND reader = ?1"
                                  " WHERE site = ?2 AND articles.article = ?3") &&
             article.prepare(database, "SELECT id, " + count_columns() +
                                           " FROM articles WHERE site = ? AND article = ?") &&
             add_article.prepare(database, "INSERT INTO articles(site, article) VALUES(?, ?)") &&
             own.prepare(database,
                         "SELECT mood, seq FROM reactions WHERE article = ? AND reader = ?") &&
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

  // `pages` is how many the log has. That somebody else does the same is no failure.
  bool move_log(int& pages, std::string& problem) {
    const int code = sqlite3_wal_checkpoint_v2(database_, nullptr, SQLITE_CHECKPOINT_PASSIVE, &pages, nullptr);
    return code == SQLITE_OK || code == SQLITE_BUSY || fail(problem);
  }

  bool sync_file(std::string& problem) {
    sqlite3_file* file = nullptr;
    int code = sqlite3_file_control(database_, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code == SQLITE_OK) code = file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
    if (code == SQLITE_OK) return true;
    problem = sqlite3_errstr(code);
    return false;
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
      row.counts = found.counts(1);
      return true;
    }
    if (!found.fine()) return false;
    if (!statements_->add_article.run().text(key.first).text(key.second).finish()) return false;
    row.id = sqlite3_last_insert_rowid(database_);
    return true;
  }

  const int long_log_;
  sqlite3* database_ = nullptr;
  std::unique_ptr<Statements> statements_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path, std::string& problem,
                                      const SchemaSteps& steps, int long_log) {
  auto database = std::make_unique<SqliteDatabase>(long_log);
  if (!database->open(path, steps, problem)) return nullptr;
  return database;
}

}  // namespace lectern::moods
