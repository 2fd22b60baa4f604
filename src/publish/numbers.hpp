// SPDX-License-Identifier: MIT
// Numbers among words: which form of a word goes with one, and how its digits are grouped. Both as Unicode's
// CLDR 44 has them for the languages that the pages speak; digits are Latin ones everywhere.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lectern::publish {

// The forms of a phrase with {n}; a language leaves out those that it does not have.
struct Plurals {
  std::string_view one = "", two = "", few = "", many = "", other;
};

// "12,345" as the language writes it: "12.345" in German, "12 345" in Russian.
std::string number_in_words(std::size_t number, std::string_view lang);

// The phrase for so many, its {n} filled in.
std::string counted(const Plurals& phrase, std::size_t number, std::string_view lang);

}  // namespace lectern::publish
