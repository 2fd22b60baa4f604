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

// ":memory:" is a database of its own that ends with the connection. Makes or updates the tables.
std::unique_ptr<Database> open_sqlite(const std::string& path, std::string& problem,
                                      const SchemaSteps& steps = sqlite_steps());

}  // namespace lectern::moods
