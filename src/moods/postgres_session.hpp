// SPDX-License-Identifier: MIT
// A session with PostgreSQL (libpq): statements with parameters as text, and arrays of them, so that
// a group of any size is one statement.
#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "moods/ledger.hpp"

namespace lectern::moods {

class Rows {
 public:
  explicit Rows(PGresult* result) : result_(result, PQclear) {}
  int size() const { return PQntuples(result_.get()); }
  bool is_null(int row, int column) const { return PQgetisnull(result_.get(), row, column) != 0; }
  std::string_view text(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
  }
  std::int64_t number(int row, int column) const;
  Reader reader(int row, int column) const;  // of bytea in hexadecimal digits
  // From the column on: a mood and its number; nothing where there is no number.
  std::optional<Own> own(int row, int column) const;
  Counts counts(int row, int column) const;  // eight columns

 private:
  std::unique_ptr<PGresult, void (*)(PGresult*)> result_;
};

// "{a,b}": an array as PostgreSQL reads it.
class Array {
 public:
  void text(std::string_view value);
  void number(std::int64_t value) { item(std::to_string(value)); }
  void null() { item("NULL"); }
  void reader(const Reader& reader);
  std::string str() const { return text_ + '}'; }

 private:
  void item(std::string_view written);
  std::string text_ = "{";
};

std::string to_bytea(std::string_view bytes);  // "\x…"
std::string to_bytea(const Reader& reader);

// The pattern for each of the eight columns with counts, with its name for "%" and its mood's number
// for "#", and commas between.
std::string each_column(std::string_view pattern);

class PostgresSession {
 public:
  explicit PostgresSession(std::string address) : address_(std::move(address)) {}

  // Connects, or again if the connection broke. False, and a sentence, when it can't be.
  bool connect(std::string& problem);
  // After a failure: true when the reason was that the connection had broken, and there is a new one.
  bool revive(std::string& problem);

  // Nothing, and a sentence, when it failed.
  std::optional<Rows> run(const char* sql, const std::vector<std::string>& parameters,
                          std::string& problem);
  bool run_all(const std::string& sql, std::string& problem);  // several statements

  bool in_transaction() const;

 private:
  std::string say_why(const PGresult* result);

  const std::string address_;
  std::unique_ptr<PGconn, void (*)(PGconn*)> connection_{nullptr, PQfinish};
  bool ended_ = false;  // by the server
};

}  // namespace lectern::moods
