// SPDX-License-Identifier: MIT
// The articles' sources, read and parsed ahead of whoever takes them, several at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/import/source_file.hpp"
#include "publish/memory.hpp"

namespace lectern::publish {

struct Source {
  std::optional<std::string> text;  // nothing when it can't be read
  std::string problem;              // why
  std::uint64_t hash = 0;           // of the text, for a memory
  ingest::SourceFile file;
};

class Sources {
 public:
  // `paths` in the folder, which diagnostics call `shown`; at most ingest::kMaxFileBytes of each are
  // read. `memory` may be null.
  Sources(std::string folder, std::string shown, std::vector<std::string> paths, int jobs,
          BuildMemory* memory)
      : folder_(std::move(folder)),
        shown_(std::move(shown)),
        paths_(std::move(paths)),
        jobs_(jobs),
        memory_(memory) {}

  // That of the next path. Throws std::bad_alloc alone.
  Source next();

 private:
  void read_batch();
  void parse(const std::string& path, Source& source, BuildMemory::Parsed* known) const;

  const std::string folder_;
  const std::string shown_;
  const std::vector<std::string> paths_;
  const int jobs_;
  BuildMemory* const memory_;
  std::size_t taken_ = 0;
  std::vector<Source> batch_;  // those from `batch_begin_` on
  std::size_t batch_begin_ = 0;
};

}  // namespace lectern::publish
