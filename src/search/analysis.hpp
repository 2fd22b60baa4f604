// SPDX-License-Identifier: MIT
// What the index needs of one article, worked out from the article alone: so it can be kept while the article stays
// as it is, and made by many threads.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "search/bytes.hpp"
#include "search/stem.hpp"

namespace lectern::search {

constexpr std::int64_t kNoDay = std::numeric_limits<std::int64_t>::min();

// What a result shows of an article, and what results are filtered by.
struct Card {
  std::string path;  // of its page, from the publication's root
  std::string date;  // as it is shown
  std::string title, standfirst, lang;
  std::vector<std::string> section;  // the column's path
  std::vector<std::string> authors, tags;
  std::int64_t day = kNoDay;  // since 1970
};

struct Article {
  Card card;
  std::vector<std::string> paragraphs;  // plain text, headings among it
};

// A word of a chunk.
struct Term {
  std::string form;  // in the plain form
  std::string stem;
  std::uint64_t weight = 0;  // how often it is there; in a title or as a tag it counts for more
};

// A piece of an article's text: long ones are searched, and shown, in several.
struct Chunk {
  std::string_view text;  // whole paragraphs, with a line end between them
  std::vector<Term> terms;
  std::vector<std::uint64_t> pairs;  // hashes of neighbouring words, of 40 bits, in order, each once
};

// The hash of two neighbours in the plain form.
std::uint64_t hash_of_pair(std::string_view first, std::string_view second);

// The article as bytes, for read_analysis. Cost: linear in its words.
std::string analyse(const Article& article, Stemmer& stemmer);

// Calls `take` with each chunk; false, when the bytes are not whole. The card's part stands before them.
bool read_card(ByteReader& in, Card& card);
bool read_chunk(ByteReader& in, Chunk& chunk);
void write_card(ByteWriter& out, const Card& card);

}  // namespace lectern::search
