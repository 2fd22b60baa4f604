// SPDX-License-Identifier: MIT
// How large and how deep an input may be. Beyond a limit the rest is said in one sentence and
// what was read stays.
#pragma once

#include <cstddef>

namespace lectern::ingest {

inline constexpr std::size_t kMaxFileBytes = 64u << 20;         // an article of ten million words
inline constexpr int kMaxJsonDepth = 64;                        // the schema itself needs 24
inline constexpr std::size_t kMaxJsonValues = 2u << 20;         // some 200 MB as a tree
inline constexpr std::size_t kMaxFrontMatterBytes = 64u << 10;  // what YAML costs is not linear
inline constexpr int kMaxBlockDepth = 24;   // quotes and lists; readers lose the thread long before
inline constexpr int kMaxInlineDepth = 32;  // nested emphasis, links and allowed tags

}  // namespace lectern::ingest
