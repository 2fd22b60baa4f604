// SPDX-License-Identifier: MIT
// The articles' sources, read and parsed ahead of whoever takes them, several at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "publish/memory.hpp"
#include "publish/source.hpp"

namespace lectern::publish {

class Sources {
 public:
  // `paths` in the folder, which diagnostics call `shown`; at most ingest::kMaxFileBytes of each are
  // read. `options` must outlive it.
  Sources(std::string folder, std::string shown, std::vector<std::string> paths,
          const LoadOptions& options)
      : folder_(std::move(folder)),
        shown_(std::move(shown)),
        paths_(std::move(paths)),
        options_(options) {}

  // That of the next path. Throws std::bad_alloc alone.
  Source next();

 private:
  void read_batch();
  void parse(const std::string& path, Source& source, BuildMemory::Parsed* known) const;

  const std::string folder_;
  const std::string shown_;
  const std::vector<std::string> paths_;
  const LoadOptions& options_;
  std::size_t taken_ = 0;
  std::vector<Source> batch_;  // those from `batch_begin_` on
  std::size_t batch_begin_ = 0;
};

}  // namespace lectern::publish
