// SPDX-License-Identifier: MIT
// A part of a dictionary: keys in order of their bytes, each written as what it does not share with the one before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::search {

// A list of chunks that a key leads to: those of a stem.
struct ListRef {
  std::uint32_t list = 0;
  std::uint32_t articles = 0;  // in which it is
};

struct Key {
  std::string text;
  bool is_word = false;  // written so in an article; else a stem alone
  std::vector<ListRef> lists;
};

// Keys with their parts' bytes: a new part begins when one is full.
struct DictionaryPart {
  std::string first_key;
  std::string bytes;
};
std::vector<DictionaryPart> write_dictionary(const std::vector<Key>& keys);

// Calls `take` with each key until it gives false. False when the bytes are not whole.
bool read_dictionary(std::string_view bytes, const std::function<bool(const Key&)>& take);

// The text's characters the other way round.
std::string reversed(std::string_view text);

}  // namespace lectern::search
