// SPDX-License-Identifier: MIT
#include "ingest/entity_names.hpp"

// md4c's header has no extern "C" of its own.
extern "C" {
#include <entity.h>
}

#include "base/utf8.hpp"
#include "ingest/ingest.hpp"

namespace lectern::ingest {

bool append_named(std::string& out, std::string_view name) {
  const std::string entity = "&" + std::string(name) + ";";
  const ENTITY* known = entity_lookup(entity.data(), entity.size());
  if (!known) return false;
  append_utf8(out, known->codepoints[0]);
  if (known->codepoints[1] != 0) append_utf8(out, known->codepoints[1]);
  return true;
}

bool wants_entity_names() { return false; }

void take_entity_names(std::string_view) {}

}  // namespace lectern::ingest
