// SPDX-License-Identifier: MIT
// The root of an index: which parts there are, and of each article what results are filtered by. It is the first that
// a search loads; all else is loaded by the names that it has.
//
// The parts, each a file whose name has the hash of its bytes, unpacked:
//   words  the dictionary: a part of all forms and stems, in order, each with the lists of its stems
//   ends   the same by the words' ends: what begins with a wrong letter is found there
//   lists  of each stem the chunks that have it
//   pairs  of each two neighbouring words, by their hash, the chunks that have them
//   texts  the articles' cards and texts
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::search {

enum class Kind { words, ends, lists, pairs, texts };
constexpr std::size_t kKinds = 5;
constexpr std::uint64_t kFormat = 2;  // of all files; another one is not read

struct Part {
  std::uint64_t hash = 0;   // of the file's bytes, 40 bits; 0: nothing is in it, and there is no file
  std::string first_key;    // words, ends
  std::uint64_t first = 0;  // lists: the first stem's number; texts: the first chunk's
};

// Of a file's bytes, as they are in memory.
std::uint64_t hash_of_file(std::string_view bytes);
// The file's name in the folder "_".
std::string name_of(Kind kind, const Part& part);
std::string file_name(std::string_view what, std::uint64_t hash);

struct Root {
  std::vector<std::uint32_t> first_chunk;  // of each article, oldest first; one more at the end
  std::vector<std::uint32_t> section;      // of each article, 0 for none, else an index into `sections` + 1
  std::vector<std::vector<std::uint32_t>> authors;  // of each article, indices into `author_names`
  std::vector<std::int64_t> day;                    // of each article, kNoDay for none
  std::vector<std::string> langs;                   // those that its words were stemmed by
  std::vector<std::vector<std::string>> sections;   // paths
  std::vector<std::string> author_names;
  std::array<std::vector<Part>, kKinds> parts;

  std::size_t articles() const { return section.size(); }
  std::size_t chunks() const { return first_chunk.back(); }
  const std::vector<Part>& of(Kind kind) const { return parts[static_cast<std::size_t>(kind)]; }
};

std::string write_root(const Root& root);
// Nothing when the bytes are none, or of another format.
std::optional<Root> read_root(std::string_view bytes);

}  // namespace lectern::search
