// SPDX-License-Identifier: MIT
// The one rule of the mood service: what becomes of a reader's mood when a change arrives. Both
// databases keep what it says, so that no change counts twice and none late.
//
// A reader numbers their changes of an article upwards. The highest number wins. The same number
// again changes nothing and is answered as the first time, whatever comes with it: a device that
// lost its last note of a change sees so that it was made. A lower number is a conflict. Taking a
// mood back leaves its number behind, so that a late press cannot count again.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "model/mood.hpp"

namespace lectern::moods {

// The HMAC of a reader's token, shortened to as many bits as a token has.
using Reader = std::array<std::uint8_t, 16>;

// Takes the same time whatever differs.
bool same_reader(const Reader& a, const Reader& b);

// Numbers are whole and from 0 to this, which is what JSON carries everywhere (2^53 - 1).
inline constexpr std::int64_t kMaxSeq = (std::int64_t{1} << 53) - 1;

// By model::Mood, in its order.
using Counts = std::array<std::int64_t, model::kMoods.size()>;

std::int64_t total(const Counts& counts);

// A reader's mood of an article; none when it was taken back.
struct Own {
  std::optional<model::Mood> mood;
  std::int64_t seq = 0;
  bool operator==(const Own&) const = default;
};

struct Change {
  std::string site;
  std::string article;
  Reader reader{};
  Own wanted;
};

enum class Outcome {
  done,
  repeated,  // there was a change of this number before; nothing has changed
  conflict,  // nothing has changed
};

// How an article stands, and its reader with it.
struct Standing {
  Counts counts{};
  std::optional<Own> mine;
  bool operator==(const Standing&) const = default;
};

// Applies a change of `wanted` to how things stand.
Outcome settle(const Own& wanted, Standing& standing);

}  // namespace lectern::moods
