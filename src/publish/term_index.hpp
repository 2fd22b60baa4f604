// SPDX-License-Identifier: MIT
// Which stories have which words: an inverted index of the whole publication, with the weights of
// BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) and fields that count
// more than others. publish/related asks it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "publish/content.hpp"
#include "publish/memory.hpp"

namespace lectern::publish {

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

struct TermIndex {
  std::vector<Term> terms;  // by hash
  std::vector<Posting> postings;
  std::vector<std::vector<KeyTerm>> keys;  // of each story: its tags, and its most telling words
  std::vector<std::uint64_t> texts;        // of each story: a hash of its title and body
};

// What each story is counted as, in the order of the stories. What `memory` knows is not counted again; what it knows of
// stories that have gone is forgotten. Throws std::bad_alloc alone, as what follows.
std::vector<BuildMemory::Counted*> count_all_terms(const Content& content, int jobs, BuildMemory& memory);

// Cost: n log n in all words of the stories, on `jobs` threads; the result does not depend on them.
TermIndex build_term_index(const Content& content, const std::vector<BuildMemory::Counted*>& counted, int jobs);

}  // namespace lectern::publish
