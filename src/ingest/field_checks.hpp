// SPDX-License-Identifier: MIT
// What an author is told about fields that can be read, and are likely not what was meant: keys
// that nothing reads, and languages that don't exist. In the viewer, whose readers can't mend them,
// these functions do nothing (field_checks_none.cpp).
#pragma once

#include "ingest/field_reader.hpp"

namespace lectern::ingest {

// A key that is surely a known one misspelt is a warning, another unknown key a note; of an
// object's first hundred.
void check_article_fields(const Value& article, FieldReader& fields);  // of JSON and front matter
void check_publication_fields(const Value& publication, FieldReader& fields);

}  // namespace lectern::ingest
