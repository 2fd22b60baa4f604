// SPDX-License-Identifier: MIT
#include "ingest/field_checks.hpp"

namespace lectern::ingest {

void check_article_fields(const Value&, FieldReader&) {}
void check_publication_fields(const Value&, FieldReader&) {}

}  // namespace lectern::ingest
