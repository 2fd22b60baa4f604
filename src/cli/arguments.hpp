// SPDX-License-Identifier: MIT
// The words of a command line, told apart: options with and without a value, and the rest.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"

namespace lectern::cli {

struct Option {
  std::string_view name;  // "--port", "-o"
  bool has_value = false;
};

struct Arguments {
  std::vector<std::string> names;                          // what is no option, and all after "--"
  std::map<std::string, std::string, std::less<>> values;  // by option; "" for one without a value
  bool help = false;
  std::string problem;  // one sentence when the words don't fit the options
  bool has(std::string_view option) const { return values.contains(option); }
  std::string value(std::string_view option, std::string otherwise = "") const {
    const auto found = values.find(option);
    return found == values.end() ? otherwise : found->second;
  }
};

// A value follows its option as the next word, or after "=" in the same. The last of several
// counts.
Arguments parse_arguments(const Words& words, std::initializer_list<Option> options);

// A whole number within a range; -1 when it is none.
int parse_number(std::string_view text, int low, int high);

}  // namespace lectern::cli
