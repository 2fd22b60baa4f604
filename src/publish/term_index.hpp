// SPDX-License-Identifier: MIT
// Which stories have which words: an inverted index of the whole publication, with the weights of
// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) and fields that count
// more than others. publish/related asks it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "publish/content.hpp"

namespace lectern::publish {

struct BuildMemory;

struct Posting {
  std::uint32_t story;
  float weight;  // how much the story is about the term, 0 to 2.2
};

// A word or a tag that at least two stories share. There is no list of stop words: a word in more
// than about a third of a language's stories says nothing about one, and is no term.
struct Term {
  std::uint64_t hash = 0;            // of the word and its language, or of the tag
  float rarity = 0;                  // inverse document frequency
  std::uint32_t begin = 0, end = 0;  // its postings, by story
};

struct KeyTerm {
  std::uint32_t term;
  float weight;  // of the story's own posting
  bool tag;
};

// How often a story has a word or tag, by the weights of its fields.
struct TermCount {
  std::uint64_t hash;
  float weight;
  bool tag;
};

struct TermIndex {
  std::vector<Term> terms;  // by hash
  std::vector<Posting> postings;
  std::vector<std::vector<KeyTerm>> keys;  // of each story: its tags, and its most telling words
  std::vector<std::uint64_t> texts;        // of each story: a hash of its title and body
};

// Cost: n log n in all words of the stories, on `jobs` threads; the result does not depend on them.
// What `memory` knows of a story is not counted again.
TermIndex build_term_index(const Content& content, int jobs, BuildMemory* memory = nullptr);

std::uint64_t hash_of_tag(std::string_view tag);

// Calls `take` for each word of a story with its hash, its form there and the weight of its field.
void for_each_story_word(const Content& content, std::size_t story,
                         const std::function<void(std::uint64_t, std::string_view, float)>& take);

}  // namespace lectern::publish
