// SPDX-License-Identifier: MIT
// From the address of a database to what opens connections to it.
#include <utility>

#include "moods/database.hpp"
#include "moods/postgres_database.hpp"
#include "moods/sqlite_database.hpp"

namespace lectern::moods {

std::optional<DatabaseKind> open_database(const std::string& address, std::string& problem) {
  constexpr std::string_view kSqlite = "sqlite:";
  DatabaseKind kind;
  if (address == "sqlite::memory:") {
    problem = "the database must be in a file";
    return std::nullopt;
  }
  if (address.starts_with(kSqlite) && address.size() > kSqlite.size()) {
    kind.quick_reads = true;
    kind.open = [path = address.substr(kSqlite.size())](std::string& why) {
      auto database = open_sqlite(path, why);
      if (!database) why = path + ": " + why;
      return database;
    };
  } else if (address.starts_with("postgresql://") || address.starts_with("postgres://")) {
    kind.open = [address](std::string& why) { return open_postgres(address, why); };
  } else {
    problem = "the database must be sqlite:PATH or postgresql://…";
    return std::nullopt;
  }
  if (!kind.open(problem)) return std::nullopt;
  return kind;
}

}  // namespace lectern::moods
