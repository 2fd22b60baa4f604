// SPDX-License-Identifier: MIT
#include "cli/arguments.hpp"

#include <algorithm>
#include <charconv>

namespace lectern::cli {

Arguments parse_arguments(const Words& words, std::initializer_list<Option> options) {
  Arguments arguments;
  bool only_names = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (only_names || word == "-" || !word.starts_with('-')) {
      arguments.names.push_back(word);
      continue;
    }
    if (word == "--") {
      only_names = true;
      continue;
    }
    if (word == "--help" || word == "-h") {
      arguments.help = true;
      continue;
    }
    const size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    const std::string name = word.substr(0, equals);
    const auto* option = std::find_if(options.begin(), options.end(),
                                      [&](const Option& o) { return o.name == name; });
    if (option == options.end()) {
      arguments.problem = "there is no option " + name;
    } else if (!option->has_value && equals != std::string::npos) {
      arguments.problem = name + " takes no value";
    } else if (!option->has_value) {
      arguments.values[name] = "";
    } else if (equals != std::string::npos) {
      arguments.values[name] = word.substr(equals + 1);
    } else if (i + 1 < words.size()) {
      arguments.values[name] = words[++i];
    } else {
      arguments.problem = name + " needs a value";
    }
    if (!arguments.problem.empty()) return arguments;
  }
  return arguments;
}

int parse_number(std::string_view text, int low, int high) {
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && number >= low && number <= high ? number : -1;
}

}  // namespace lectern::cli
