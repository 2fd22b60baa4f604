// SPDX-License-Identifier: MIT
// The tables, as the steps that lead from an empty database to them. A database knows how many of
// them it has behind it, its schema version; the rest are taken when it is opened, in one
// transaction. A step that has once been released is never changed: another is added.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lectern::moods {

using SchemaSteps = std::vector<std::string>;  // each any number of SQL statements

const SchemaSteps& sqlite_steps();
const SchemaSteps& postgres_steps();

// What an older program says of a newer database.
std::string newer_schema(std::int64_t found, std::size_t known);

// The column with the counts of the mood of that place in the list: "no_comment".
std::string count_column(std::size_t mood);
// All eight, in the order of the moods: "touched, …".
const std::string& count_columns();

}  // namespace lectern::moods
