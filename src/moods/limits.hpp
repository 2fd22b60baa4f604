// SPDX-License-Identifier: MIT
// How much one token and one network may ask for, and how many tokens a network may bring. All of
// it is in memory and gone with the process: an address, or a part of one, is never written down.
//
// A network is the first 24 bits of an IPv4 address, the first 48 of an IPv6 one: what one
// subscriber or one office has. Behind a carrier's translation thousands of readers share it, so
// the limits of a network are wide.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "moods/ledger.hpp"

namespace lectern::moods {

// Requests that may come at once, and how many a second after them.
struct Allowance {
  double burst;
  double per_second;
};

// A reader who was offline for long sends what waited: so many changes may come at once.
inline constexpr Allowance kChangesOfToken{60, 0.5};
inline constexpr Allowance kChangesOfNetwork{600, 10};
inline constexpr Allowance kReadsOfNetwork{3000, 100};
// New is a token that this process has not seen yet.
inline constexpr Allowance kNewTokensOfNetwork{200, 200.0 / 3600};

class Limits {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // Each takes one from the allowance and gives 0, or the seconds until the next is there, at
  // least 1.
  int read(std::uint64_t network, Time now);
  int change(const Reader& reader, std::uint64_t network, Time now);

 private:
  struct Bucket {
    double used = 0;
    Time at;
  };
  struct ReaderHash {
    std::size_t operator()(const Reader& reader) const;
  };
  struct SameReader {
    bool operator()(const Reader& a, const Reader& b) const { return same_reader(a, b); }
  };
  using Networks = std::unordered_map<std::uint64_t, Bucket>;
  using Readers = std::unordered_map<Reader, Bucket, ReaderHash, SameReader>;

  template <typename Map, typename Key>
  static int take(Map& map, const Key& key, const Allowance& allowance, Time now);

  std::mutex mutex_;
  Networks reads_, changes_, new_tokens_;
  Readers readers_;
  std::unordered_set<Reader, ReaderHash, SameReader> seen_;
};

// The network of an address as text, hashed with a secret of this process; 0 when it is none.
std::uint64_t network_of(std::string_view address);

}  // namespace lectern::moods
