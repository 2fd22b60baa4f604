// SPDX-License-Identifier: MIT
// A content hash for file names and cache keys. It tells contents apart; it protects nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lectern {

// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
constexpr std::uint64_t hash_bytes(std::string_view bytes,
                                   std::uint64_t seed = 0xcbf29ce484222325u) {
  std::uint64_t hash = seed;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3u;
  }
  return hash;
}

// Ten hexadecimal digits of the hash, for a file name.
std::string short_hash(std::string_view bytes);
std::string short_hash(std::uint64_t hash);

}  // namespace lectern
