// SPDX-License-Identifier: MIT
// What some articles that follow each other say, taken together: the first half of an index (search/build), which
// threads do for a stretch each. Numbers of words, stems and chunks are the stretch's own.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "search/analysis.hpp"
#include "search/names.hpp"

namespace lectern::search {

constexpr std::uint32_t kMaxChunks = 0xFFFFFF;  // as pairs are written

// A chunk that has a stem, in whatever form.
struct Occurrence {
  std::uint32_t chunk = 0;
  std::uint32_t weight = 0;
};

struct Stretch {
  std::vector<Card> cards;
  std::vector<std::uint32_t> chunk_ends;             // of each card's article
  Names forms, stems;
  std::vector<std::vector<std::uint32_t>> stems_of;  // of each form: one, or one of each language
  std::vector<Occurrence> places;                    // by chunk
  std::vector<std::uint32_t> stem_at;                // of each place
  std::vector<std::uint64_t> pairs;                  // hash and chunk
  std::vector<double> lengths;                       // of each chunk
  std::vector<std::string_view> texts;               // of each chunk, in the analyses

  std::uint32_t chunks() const { return static_cast<std::uint32_t>(texts.size()); }
};

// Of analyses (search/analysis); those that can't be read are left out.
Stretch read_stretch(std::span<const std::string_view> analyses);

}  // namespace lectern::search
