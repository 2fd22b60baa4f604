// SPDX-License-Identifier: MIT
// A prepared SQLite statement. It is reset, with what it was given, when the scope of its run ends,
// so that no read transaction stays open.
#pragma once

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "moods/ledger.hpp"

namespace lectern::moods {

class Statement {
 public:
  Statement() = default;
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  bool prepare(sqlite3* database, std::string_view sql) {
    return sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                              SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) == SQLITE_OK;
  }

  // One run: parameters in their order, then rows.
  class Run {
   public:
    explicit Run(Statement& owner) : statement_(owner.statement_) {}
    ~Run() {
      sqlite3_reset(statement_);
      sqlite3_clear_bindings(statement_);
    }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    // The bytes stay where they are until the run ends.
    Run& text(std::string_view value) {
      sqlite3_bind_text(statement_, ++parameter_, value.data(), static_cast<int>(value.size()),
                        SQLITE_STATIC);
      return *this;
    }
    Run& blob(const std::uint8_t* bytes, std::size_t size) {
      sqlite3_bind_blob(statement_, ++parameter_, bytes, static_cast<int>(size), SQLITE_STATIC);
      return *this;
    }
    Run& reader(const Reader* reader) {
      return reader ? blob(reader->data(), reader->size()) : null();
    }
    Run& number(std::int64_t value) {
      sqlite3_bind_int64(statement_, ++parameter_, value);
      return *this;
    }
    Run& null() {
      sqlite3_bind_null(statement_, ++parameter_);
      return *this;
    }

    // The next row is there.
    bool row() { return (code_ = sqlite3_step(statement_)) == SQLITE_ROW; }
    // There was no error; after row() gave false.
    bool fine() const { return code_ == SQLITE_DONE; }
    // For what gives no rows.
    bool finish() { return !row() && fine(); }

    std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
    bool is_null(int column) const {
      return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }
    std::string_view bytes(int column) const {
      const void* data = sqlite3_column_blob(statement_, column);
      const int size = sqlite3_column_bytes(statement_, column);
      return data ? std::string_view(static_cast<const char*>(data), static_cast<size_t>(size))
                  : std::string_view();
    }

    // From the column on: a mood and its number; nothing where there is no number.
    std::optional<Own> own(int column) const {
      if (is_null(column + 1)) return std::nullopt;
      Own own;
      own.seq = integer(column + 1);
      const auto number = static_cast<std::size_t>(integer(column));
      if (!is_null(column) && number < model::kMoods.size()) {
        own.mood = static_cast<model::Mood>(number);
      }
      return own;
    }
    // Eight columns.
    Counts counts(int column) const {
      Counts counts{};
      for (std::int64_t& count : counts)
        count = integer(column++);
      return counts;
    }
    Reader reader_at(int column) const {
      Reader reader{};
      const std::string_view value = bytes(column);
      std::copy_n(value.begin(), std::min(value.size(), reader.size()), reader.begin());
      return reader;
    }

   private:
    sqlite3_stmt* statement_;
    int parameter_ = 0;
    int code_ = SQLITE_OK;
  };

  Run run() { return Run(*this); }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace lectern::moods
