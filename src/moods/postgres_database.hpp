// SPDX-License-Identifier: MIT
// Moods in PostgreSQL, for services on more than one machine. Changes of one article wait for each
// other at its row with the counts, in whatever process they are; a group locks the rows of its
// articles in the order of their names, so that no two groups wait for each other in a circle.
#pragma once

#include <memory>
#include <string>

#include "moods/database.hpp"
#include "moods/schema.hpp"

namespace lectern::moods {

// An address as libpq takes it. Makes or updates the tables. A connection that broke is made anew
// when it is next used.
std::unique_ptr<Database> open_postgres(const std::string& address, std::string& problem,
                                        const SchemaSteps& steps = postgres_steps());

}  // namespace lectern::moods
