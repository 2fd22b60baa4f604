// SPDX-License-Identifier: MIT
// What the keeper of a SQLite file asks of it, seldom and with time: rows written out, erased, and
// compared with the counts. Each gives false on an error, which the connection then tells.
#pragma once

#include "moods/database.hpp"

struct sqlite3;

namespace lectern::moods {

bool list_rows(sqlite3* database, const Selection& selection, const Database::RowSink& row);

// In a transaction that the caller has begun and ends.
bool erase_rows(sqlite3* database, const Selection& selection, std::int64_t& rows);

bool check_counts(sqlite3* database, bool& whole);

}  // namespace lectern::moods
