// SPDX-License-Identifier: MIT
// What is wrong with malformed JSON, in one sentence for who wrote it. The library's own message
// names its grammar; this one names what stands there and what should.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lectern::ingest {

struct JsonError {
  size_t offset;
  std::string sentence;
};

// What was read up to the error.
enum class JsonState {
  start,   // nothing
  object,  // "{"
  key,     // a key
  member,  // a value in an object
  list,    // "["
  item,    // a value in a list
  end,     // the whole value
};

// `offset` is where the last part that could be read ends; `container` is where the innermost open
// list or object begins.
JsonError explain_json_error(std::string_view text, size_t offset, JsonState state,
                             size_t container);

}  // namespace lectern::ingest
