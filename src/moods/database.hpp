// SPDX-License-Identifier: MIT
// Where moods are kept: one connection to a database, used by one thread at a time, blocking. A
// row for each article has its counts, a row for each article and reader their mood and its number;
// both change in one transaction. The functions of the two kinds do the same; tests run one suite
// against both.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "moods/ledger.hpp"

namespace lectern::moods {

struct Settled {
  Outcome outcome = Outcome::done;
  Standing standing;
};

// Moods to write out or to erase: those of a site, or of a reader on all sites.
struct Selection {
  std::string site;
  std::optional<Reader> reader;
};

using Secret = std::array<std::uint8_t, 32>;

class Database {
 public:
  virtual ~Database() = default;

  // Each gives false, and one sentence in `problem`, when the database does not do it; nothing has
  // changed then, as far as one knows: a commit may have been made although its answer was lost.

  // One transaction for all the changes, in their order, durable when it returns. settled[i] is
  // what became of changes[i].
  bool apply(const std::vector<Change>& changes, std::vector<Settled>& settled,
             std::string& problem);

  // How the articles stand, those unknown too. `mine` only where a reader is given.
  virtual bool read(const std::string& site, const std::vector<std::string>& articles,
                    const Reader* reader, std::vector<Standing>& standings,
                    std::string& problem) = 0;

  // The key of the tokens' HMACs: random, made once for a database and kept in it.
  virtual bool secret(Secret& secret, std::string& problem) = 0;

  // Each row of the selection, of one moment, by article and reader. Ends early when `row` gives
  // false.
  using RowSink = std::function<bool(const std::string& site, const std::string& article,
                                     const Reader& reader, const Own& own)>;
  virtual bool list(const Selection& selection, const RowSink& row, std::string& problem) = 0;

  // Takes the rows out and the counts with them. How many rows there were.
  virtual bool erase(const Selection& selection, std::int64_t& rows, std::string& problem) = 0;

  // Work that no change needs to wait for. After leave_tidying() this connection does none of it by
  // itself, and another's tidy() does it twice a second or so. Where that can't catch up with the
  // changes, `rest` says that the last of it is to be done between two of them, by finish_tidying()
  // of the connection that makes them: some milliseconds.
  virtual void leave_tidying() {}
  virtual bool tidy(bool& rest, std::string&) { return rest = false, true; }
  virtual bool finish_tidying(std::string&) { return true; }

  // Whether each count is the number of its rows. For tests; reads everything.
  virtual bool check(bool& whole, std::string& problem) = 0;

 protected:
  using ArticleKey = std::pair<std::string, std::string>;  // site, article
  using RowKey = std::pair<ArticleKey, Reader>;

  struct ArticleRow {
    std::int64_t id = 0;
    Counts counts{};
    bool changed = false;
  };
  struct ReaderRow {
    std::optional<Own> own;
    bool changed = false;
  };
  // What a group of changes touches.
  struct Group {
    std::map<ArticleKey, ArticleRow> articles;
    std::map<RowKey, ReaderRow> rows;
  };

  // The parts of apply(). load() fills in what stands and keeps others from changing it until
  // commit() or roll_back(); articles that were not there are there afterwards.
  virtual bool begin(std::string& problem) = 0;
  virtual bool load(Group& group, std::string& problem) = 0;
  virtual bool save(const Group& group, std::string& problem) = 0;
  virtual bool commit(std::string& problem) = 0;
  virtual void roll_back() = 0;
};

// What opens connections to one database.
struct DatabaseKind {
  std::function<std::unique_ptr<Database>(std::string& problem)> open;
  // Reads take microseconds and need no network, so that whoever asks can do them.
  bool quick_reads = false;
};

// "sqlite:PATH" or "postgresql://…". Makes or updates the schema. Nothing, and one sentence in
// `problem`, when the address is neither, can't be reached, or is of a newer program.
std::optional<DatabaseKind> open_database(const std::string& address, std::string& problem);

}  // namespace lectern::moods
