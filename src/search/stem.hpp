// SPDX-License-Identifier: MIT
// The stem of a word, by Snowball's stemmers (snowballstem.org): "bridges" and "bridge" have one.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/names.hpp"

struct SN_env;

namespace lectern::search {

// Stemmers have a state: one object for each thread.
class Stemmer {
 public:
  Stemmer() = default;
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  ~Stemmer();

  // Of a word in small letters, in the plain form. For a language without a stemmer the word itself.
  std::string stem(std::string_view lower, std::string_view lang);

 private:
  struct Tool {
    SN_env* state = nullptr;
    int (*stem)(SN_env*) = nullptr;
    void (*close)(SN_env*) = nullptr;
    Names words;  // those that came before, and their stems: texts are made of few
    std::vector<std::string> stems;
  };
  Tool& tool_for(std::string_view lang);
  static std::string stem_anew(std::string_view lower, const Tool& tool);

  std::map<std::string, Tool, std::less<>> tools_;  // by base language
};

}  // namespace lectern::search
