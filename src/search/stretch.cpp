// SPDX-License-Identifier: MIT
#include "search/stretch.hpp"

#include <utility>

namespace lectern::search {
namespace {

class Reader {
 public:
  Stretch read(std::span<const std::string_view> analyses) {
    Chunk chunk;
    for (const std::string_view analysis : analyses) {
      ByteReader in(analysis);
      Card card;
      if (!read_card(in, card)) continue;
      const std::uint64_t count = in.number();
      const std::uint32_t first = out_.chunks();
      for (std::uint64_t i = 0; i < count && out_.chunks() < kMaxChunks && read_chunk(in, chunk); ++i) take(chunk);
      if (out_.chunks() == first) continue;
      out_.chunk_ends.push_back(out_.chunks());
      out_.cards.push_back(std::move(card));
    }
    // All stretches are held at once, and what vectors reserved to grow is a third of them.
    out_.places.shrink_to_fit();
    out_.stem_at.shrink_to_fit();
    out_.pairs.shrink_to_fit();
    return std::move(out_);
  }

 private:
  struct Last {
    std::uint32_t chunk = kMaxChunks, place = 0;
  };

  void take(const Chunk& chunk) {
    const std::uint32_t number = out_.chunks();
    std::uint64_t length = 0;
    for (const Term& term : chunk.terms) {
      length += term.weight;
      add_place(stem_of(term), number, static_cast<std::uint32_t>(term.weight));
    }
    for (const std::uint64_t pair : chunk.pairs) out_.pairs.push_back(pair << 24 | number);
    out_.lengths.push_back(static_cast<double>(length));
    out_.texts.push_back(chunk.text);
  }

  std::uint32_t stem_of(const Term& term) {
    const std::uint32_t form = out_.forms.number_of(term.form);
    if (form == out_.stems_of.size()) out_.stems_of.emplace_back();
    auto& stems = out_.stems_of[form];
    for (const std::uint32_t stem : stems) {
      if (out_.stems[stem] == term.stem) return stem;
    }
    stems.push_back(out_.stems.number_of(term.stem));
    return stems.back();
  }

  // Forms of one stem are one.
  void add_place(std::uint32_t stem, std::uint32_t chunk, std::uint32_t weight) {
    if (stem == last_.size()) last_.emplace_back();
    Last& last = last_[stem];
    if (last.chunk == chunk) {
      out_.places[last.place].weight += weight;
      return;
    }
    last = {chunk, static_cast<std::uint32_t>(out_.places.size())};
    out_.places.push_back({chunk, weight});
    out_.stem_at.push_back(stem);
  }

  Stretch out_;
  std::vector<Last> last_;  // of each stem
};

}  // namespace

Stretch read_stretch(std::span<const std::string_view> analyses) { return Reader().read(analyses); }

}  // namespace lectern::search
