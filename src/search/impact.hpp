// SPDX-License-Identifier: MIT
// How much a chunk is about a word: BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009), of
// which the index has the part that a chunk decides, in 31 steps.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace lectern::search {

constexpr double kSaturation = 1.2, kLength = 0.75;  // BM25's usual constants
constexpr double kImpacts = 31;

// `length` as a share of the usual one.
inline std::uint8_t impact_of(double weight, double length) {
  const double norm = 1 - kLength + kLength * length;
  const double share = weight / (weight + kSaturation * norm);  // 0 to 1
  return static_cast<std::uint8_t>(std::clamp(std::round(share * kImpacts), 1.0, kImpacts));
}

// The mean length in steps of a factor of two: one article more must not change every list.
inline double usual_length(double mean) {
  return std::exp2(std::round(std::log2(std::max(mean, 1.0))));
}

inline double rarity_of(std::size_t articles, std::size_t with) {
  const auto all = static_cast<double>(articles), n = static_cast<double>(std::min(with, articles));
  return std::log(1 + (all - n + 0.5) / (n + 0.5));
}

}  // namespace lectern::search
