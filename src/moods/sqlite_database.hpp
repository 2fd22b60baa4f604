// SPDX-License-Identifier: MIT
// Moods in a SQLite file: write-ahead log, each commit synced to the disk (synchronous=FULL), so
// that what was committed is there after a power cut. Other connections and processes may read and
// write the same file.
#pragma once

#include <memory>
#include <string>

#include "moods/database.hpp"
#include "moods/schema.hpp"

namespace lectern::moods {

// A log of so many pages, 256 MiB, is to begin anew. Its pages are then written where they stand in
// the file: of a big file that is a page for each row after a short log; after a long one the rows of
// a page have come together, and the pages lie closer. A longer one is slower to look into.
inline constexpr int kLongLog = 256 * 1024;

// ":memory:" is a database of its own that ends with the connection. Makes or updates the tables.
std::unique_ptr<Database> open_sqlite(const std::string& path, std::string& problem,
                                      const SchemaSteps& steps = sqlite_steps(),
                                      int long_log = kLongLog);

}  // namespace lectern::moods
