// SPDX-License-Identifier: MIT
// What one build leaves to the next of the same site, so that it does anew only what has changed: in a process that
// publishes again and again, or in a file (publish/memory_file). Tables of what came of what, each entry
// under a hash of all that it was made of. So nothing in it can be out of date, and who has no memory gets the same
// site.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "publish/kept_bytes.hpp"
#include "publish/source.hpp"
#include "publish/term_counts.hpp"

namespace lectern::publish {

struct BuildMemory {
  // Whether an entry stands in the file as it is here. Whoever makes or changes one leaves it or sets it to false.
  struct Entry {
    bool saved = false;
  };

  struct Parsed : Entry {
    std::uint64_t hash = 0;  // of the source's bytes
    std::uint64_t bytes = 0;
    KeptBytes outline;           // of a file with one article at most (publish/source_archive), whose text is parsed
                                 // again when it is asked for;
    std::optional<Source> feed;  // of a file with many all that it says, for this process alone
  };
  std::map<std::string, Parsed> sources;  // by path in the content folder: publish/sources

  struct Counted : Entry {
    std::uint64_t of = 0;  // the source and the language
    std::uint64_t text = 0;
    TermCounts counts;
    std::vector<std::pair<std::uint64_t, std::string>> forms;  // words that its related stories were shown with
  };
  std::map<std::string, Counted> terms;  // by article id: publish/term_index, publish/related

  struct Searched : Entry {
    std::uint64_t of = 0;  // the source and what the results show of it
    KeptBytes analysis;
  };
  std::map<std::string, Searched> searches;  // by article id: publish/search_index

  struct Put : Entry {
    std::uint64_t made_of = 0;
    std::uint64_t stamp = 0;  // of the file as it was left, and of those beside it: publish/files
  };
  std::unordered_map<std::string, Put> files;  // by path in the site's folder: publish/site_writer

  // The file as it was loaded, whose bytes the entries' are: how many it has, in its first section and in all. None
  // when it must be written anew.
  std::shared_ptr<const char[]> file;
  std::size_t first_bytes = 0, file_bytes = 0;
};

}  // namespace lectern::publish
