// SPDX-License-Identifier: MIT
// What a process that publishes the same folder again and again keeps from build to build, so that it
// does anew only what has changed. All of it is by content: who has no memory gets the same site.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "publish/source.hpp"
#include "publish/term_index.hpp"

namespace lectern::publish {

struct BuildMemory {
  struct Parsed {
    std::uint64_t hash = 0;  // of the source's text
    std::size_t bytes = 0;
    Source source;
  };
  std::map<std::string, Parsed> sources;  // by path in the content folder: publish/sources

  struct Counted {
    std::uint64_t of = 0;  // the source and the language
    std::uint64_t text = 0;
    std::vector<TermCount> counts;
  };
  std::map<std::string, Counted> terms;  // by article id: publish/term_index

  std::map<std::string, std::uint64_t> pages;  // by site path, a hash of what it is made of: publish/site
  std::mutex pages_mutex;
};

}  // namespace lectern::publish
