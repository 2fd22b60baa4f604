// SPDX-License-Identifier: MIT
// What was published once and is no more, for whoever kept a copy: an app, an embedding site, the
// mood service.
#pragma once

#include <string>

#include "publish/content.hpp"

namespace lectern::publish {

inline constexpr const char* kWithdrawnPath = "withdrawn.json";

// {"withdrawn": [{"id": "…", "date": "…"}, …]} by id; without "date" where none was given.
std::string write_withdrawn(const Content& content);

}  // namespace lectern::publish
