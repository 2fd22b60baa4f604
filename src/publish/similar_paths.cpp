// SPDX-License-Identifier: MIT
#include "publish/similar_paths.hpp"

#include "base/fold.hpp"
#include "ingest/report.hpp"

namespace lectern::publish {

SimilarPaths::SimilarPaths(const PathSet& files) {
  for (const std::string& path : files)
    first_.emplace(folded(path), path);
}

void SimilarPaths::warn(const PathSet& files, const std::string& shown,
                        Diagnostics& diagnostics) const {
  if (first_.size() == files.size()) return;
  for (const std::string& path : files) {
    const std::string& first = first_.at(folded(path));
    if (first == path) continue;
    diagnostics.push_back({Severity::warning,
                           shown + '/' + path,
                           {},
                           "this file's name is like that of " + ingest::quote(first) +
                               " but for capitals or the form of its letters; other systems keep "
                               "only one of them",
                           Code::similar_path});
  }
}

std::string SimilarPaths::find(std::string_view path) const {
  const auto found = first_.find(folded(path));
  return found == first_.end() || found->second == path ? "" : found->second;
}

}  // namespace lectern::publish
