// SPDX-License-Identifier: MIT
// Answers what a reader asks of an index. It loads nothing: an answer that wants parts says which, the host puts
// them in and asks again. Nothing in the files is trusted.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/analysis.hpp"
#include "search/parts.hpp"
#include "search/passage.hpp"

namespace lectern::search {

struct Question {
  std::string text;
  int section = -1;  // an index into Root::sections: that column and those below it
  int author = -1;   // an index into Root::author_names
  std::int64_t from_day = kNoDay, to_day = kNoDay;  // both included; kNoDay for any
  std::size_t count = 10;  // results that are wanted
};

struct Result {
  Card card;
  Marked title, passage;
};

struct Answer {
  std::vector<std::string> wanted;  // names of files; when there are any, the rest is not known yet
  std::size_t total = 0;            // articles that were found
  std::vector<Result> results;      // the best of them
  std::vector<std::string> instead;  // words that were looked for in place of misspelt ones
  bool some = false;     // no article has all words: these have most of them
  bool lacking = false;  // a part of the index could not be had
  bool cut = false;      // there were too many words
};

class Engine {
 public:
  // Nothing when the bytes are no root of this format.
  static std::unique_ptr<Engine> open(std::string_view root);

  const Root& root() const { return parts_.root(); }
  // A part by its file's name: its unpacked bytes, "" for one that can't be had.
  void put(std::string name, std::string bytes) { parts_.put(std::move(name), std::move(bytes)); }

  // Articles with all of the words, the most fitting first, newer ones first among equals. Cost: the postings of
  // the words' lists.
  Answer ask(const Question& question);

 private:
  explicit Engine(Root root) : parts_(std::move(root)) {}

  Parts parts_;
  Stemmer stemmer_;
  std::string asked_;  // last
};

}  // namespace lectern::search
