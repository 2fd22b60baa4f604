// SPDX-License-Identifier: MIT
// A content hash for file names and cache keys. It tells contents apart; it protects nothing.
#pragma once

#include <cstdint>
#include <cstring>
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

// Another one, of long contents: eight bytes at a time, as machines have them whose lowest byte comes first.
inline std::uint64_t hash_quickly(std::string_view bytes, std::uint64_t seed = 0xcbf29ce484222325u) {
  std::uint64_t hash = seed ^ bytes.size();
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 32;
  };
  for (; bytes.size() >= sizeof(std::uint64_t); bytes.remove_prefix(sizeof(std::uint64_t))) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), sizeof word);
    mix(word);
  }
  std::uint64_t rest = 0;
  if (!bytes.empty()) std::memcpy(&rest, bytes.data(), bytes.size());
  mix(rest);
  return hash;
}

// Ten hexadecimal digits of the hash, for a file name.
std::string short_hash(std::string_view bytes);
std::string short_hash(std::uint64_t hash);

}  // namespace lectern
