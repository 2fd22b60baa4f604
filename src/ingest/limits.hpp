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
inline constexpr int kMaxBlockDepth = 24;  // quotes and lists; readers lose the thread long before
// Blocks and inlines of one text: ten million words in lines of a dozen need half of it.
inline constexpr std::size_t kMaxNodes = 4u << 20;
// Each of them takes a byte of text at least, but a row of a table is as wide as its head however
// little is written in it: so many nodes may stand for nothing.
inline constexpr std::size_t kMaxEmptyNodes = 256u << 10;
// Link targets of one text, beyond twice its own size: a reference repeats its target each time.
inline constexpr std::size_t kMaxRepeatedBytes = 1u << 20;
inline constexpr int kMaxInlineDepth = 32;  // nested emphasis, links and allowed tags

// HTML from elsewhere: a page with its pictures inside. Its tree takes many times that.
inline constexpr std::size_t kMaxHtmlBytes = 32u << 20;
inline constexpr std::size_t kMaxHtmlMemory = 640u << 20;
// Blocks (a list and its item are two) and inlines of HTML. Such a body is written as JSON, where both
// together must stay within kMaxJsonDepth.
inline constexpr int kMaxHtmlBlockDepth = 12;
inline constexpr int kMaxHtmlInlineDepth = 12;

}  // namespace lectern::ingest
