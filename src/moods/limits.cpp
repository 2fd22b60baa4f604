// SPDX-License-Identifier: MIT
#include "moods/limits.hpp"

#include <arpa/inet.h>
#include <sys/random.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/hash.hpp"

namespace lectern::moods {
namespace {

constexpr std::size_t kMaxEntries = 200'000;  // some 15 MB each

double used_now(double used, double seconds, const Allowance& allowance) {
  return std::max(0.0, used - seconds * allowance.per_second);
}

std::uint64_t process_secret() {
  static const std::uint64_t secret = [] {
    std::uint64_t random = 0;
    if (::getrandom(&random, sizeof random, 0) != sizeof random) random = 0x9E3779B97F4A7C15u;
    return random;
  }();
  return secret;
}

}  // namespace

// An entry that is full again says nothing any more and makes room. When there are too many others,
// all are forgotten: an attack from that many networks is for the host to stop.
template <typename Map, typename Key>
int Limits::take(Map& map, const Key& key, const Allowance& allowance, Time now) {
  const auto seconds = [&](Time since) { return std::chrono::duration<double>(now - since).count(); };
  if (map.size() >= kMaxEntries) {
    std::erase_if(map, [&](const auto& entry) {
      return used_now(entry.second.used, seconds(entry.second.at), allowance) == 0;
    });
    if (map.size() >= kMaxEntries / 2) map.clear();
  }
  Bucket& bucket = map.try_emplace(key, Bucket{0, now}).first->second;
  bucket.used = used_now(bucket.used, seconds(bucket.at), allowance);
  bucket.at = now;
  if (bucket.used + 1 > allowance.burst) {
    const double wait = (bucket.used + 1 - allowance.burst) / allowance.per_second;
    return std::max(1, static_cast<int>(std::ceil(wait)));
  }
  bucket.used += 1;
  return 0;
}

int Limits::read(std::uint64_t network, Time now) {
  const std::lock_guard lock(mutex_);
  return take(reads_, network, kReadsOfNetwork, now);
}

int Limits::change(const Reader& reader, std::uint64_t network, Time now) {
  const std::lock_guard lock(mutex_);
  if (const int wait = take(changes_, network, kChangesOfNetwork, now)) return wait;
  if (!seen_.contains(reader)) {
    if (const int wait = take(new_tokens_, network, kNewTokensOfNetwork, now)) return wait;
    if (seen_.size() >= kMaxEntries) seen_.clear();
    seen_.insert(reader);
  }
  return take(readers_, reader, kChangesOfToken, now);
}

// A reader is an HMAC: its bytes are as good as random, and nobody outside can choose them.
std::size_t Limits::ReaderHash::operator()(const Reader& reader) const {
  std::size_t hash = 0;
  std::memcpy(&hash, reader.data(), sizeof hash);
  return hash;
}

std::uint64_t network_of(std::string_view address) {
  const std::string text(address);
  char bytes[16] = {};
  std::size_t size = 0;
  constexpr std::string_view kMapped("\0\0\0\0\0\0\0\0\0\0\xFF\xFF", 12);
  if (::inet_pton(AF_INET, text.c_str(), bytes) == 1) {
    size = 3;
  } else if (::inet_pton(AF_INET6, text.c_str(), bytes) == 1) {
    size = 6;
    if (std::string_view(bytes, kMapped.size()) == kMapped) {  // IPv4 on an IPv6 socket
      std::memmove(bytes, bytes + kMapped.size(), 4);
      size = 3;
    }
  }
  return size == 0 ? 0 : hash_bytes({bytes, size}, process_secret());
}

}  // namespace lectern::moods
