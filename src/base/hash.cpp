// SPDX-License-Identifier: MIT
#include "base/hash.hpp"

namespace lectern {

std::string short_hash(std::string_view bytes) { return short_hash(hash_bytes(bytes)); }

std::string short_hash(std::uint64_t hash) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (int i = 0; i < 10; ++i, hash >>= 4) out += kDigits[hash & 0xF];
  return out;
}

}  // namespace lectern
