// SPDX-License-Identifier: MIT
// What a build remembers, in a file for the next one.
#pragma once

#include <cstdint>
#include <string>

#include "publish/memory.hpp"

namespace lectern::publish {

// What was saved there under the same `of`: a hash of all that the tables' own hashes don't cover, the program above
// all. A memory without anything when there is no such file, or it is another's, cut off or damaged.
BuildMemory load_memory(const std::string& path, std::uint64_t of);

// Where it can't be written, the next build takes longer, that is all. Files that no build has asked for in three months go.
void save_memory(const std::string& path, std::uint64_t of, BuildMemory& memory);

}  // namespace lectern::publish
