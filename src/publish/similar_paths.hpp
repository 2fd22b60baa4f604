// SPDX-License-Identifier: MIT
// Files whose names differ in nothing that a reader sees, or in capitals alone. macOS and Windows
// keep one of them, and a link to the one does not find the other.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "publish/references.hpp"

namespace lectern::publish {

class SimilarPaths {
 public:
  explicit SimilarPaths(const PathSet& files);

  // A warning for each path that is like an earlier one. `shown` is the folder as diagnostics name
  // it.
  void warn(const PathSet& files, const std::string& shown, Diagnostics& diagnostics) const;

  // The file that is like a path and not the same; "" without one.
  std::string find(std::string_view path) const;

 private:
  std::map<std::string, std::string, std::less<>> first_;  // by what base/fold makes of it
};

}  // namespace lectern::publish
