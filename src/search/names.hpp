// SPDX-License-Identifier: MIT
// Texts, each with a number in the order in which they came. An index is made of some million words, nearly all of
// which have been before: so it is a table of one look and one comparison.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"

namespace lectern::search {

class Names {
 public:
  std::uint32_t number_of(std::string_view name) {
    if (2 * names_.size() >= slots_.size()) grow();
    const std::uint64_t hash = hash_quickly(name);
    Slot* slot = &slots_[place_of(hash)];
    while (slot->after != 0 && (slot->hash != static_cast<std::uint32_t>(hash) || names_[slot->after - 1] != name)) slot = next(slot);
    if (slot->after == 0) {
      names_.emplace_back(name);
      *slot = {static_cast<std::uint32_t>(hash), size()};
    }
    return slot->after - 1;
  }
  const std::string& operator[](std::uint32_t number) const { return names_[number]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }

 private:
  struct Slot {
    std::uint32_t hash = 0, after = 0;  // the number and one; 0: nothing is here
  };

  std::size_t place_of(std::uint64_t hash) const { return static_cast<std::size_t>(hash) & (slots_.size() - 1); }
  Slot* next(Slot* slot) { return slot == &slots_.back() ? slots_.data() : slot + 1; }
  void grow() {
    slots_.assign(slots_.empty() ? 64 : 2 * slots_.size(), {});
    for (std::uint32_t number = 0; number < size(); ++number) {
      const std::uint64_t hash = hash_quickly(names_[number]);
      Slot* slot = &slots_[place_of(hash)];
      while (slot->after != 0) slot = next(slot);
      *slot = {static_cast<std::uint32_t>(hash), number + 1};
    }
  }

  std::deque<std::string> names_;  // which stay where they are
  std::vector<Slot> slots_;        // twice as many at least, a power of two
};

}  // namespace lectern::search
