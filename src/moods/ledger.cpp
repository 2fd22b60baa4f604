// SPDX-License-Identifier: MIT
#include "moods/ledger.hpp"

#include <numeric>

namespace lectern::moods {
namespace {

void count(Counts& counts, const std::optional<model::Mood>& mood, int by) {
  if (mood) counts[static_cast<std::size_t>(*mood)] += by;
}

}  // namespace

bool same_reader(const Reader& a, const Reader& b) {
  unsigned different = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    different |= static_cast<unsigned>(a[i] ^ b[i]);
  return different == 0;
}

std::int64_t total(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

Outcome settle(const Own& wanted, Standing& standing) {
  if (standing.mine && standing.mine->seq == wanted.seq) return Outcome::repeated;
  if (standing.mine && standing.mine->seq > wanted.seq) return Outcome::conflict;
  if (standing.mine) count(standing.counts, standing.mine->mood, -1);
  count(standing.counts, wanted.mood, +1);
  standing.mine = wanted;
  return Outcome::done;
}

}  // namespace lectern::moods
