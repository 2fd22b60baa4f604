// SPDX-License-Identifier: MIT
// What the keeper of a PostgreSQL database asks of it, seldom and with time: rows written out, erased,
// and compared with the counts. Each gives false, and a sentence, when it failed. The first two are
// for a transaction that the caller has begun and ends.
#pragma once

#include <string>

#include "moods/database.hpp"
#include "moods/postgres_session.hpp"

namespace lectern::moods {

bool list_rows(PostgresSession& session, const Selection& selection, const Database::RowSink& row,
               std::string& problem);
bool erase_rows(PostgresSession& session, const Selection& selection, std::int64_t& rows,
                std::string& problem);
bool check_counts(PostgresSession& session, bool& whole, std::string& problem);

}  // namespace lectern::moods
