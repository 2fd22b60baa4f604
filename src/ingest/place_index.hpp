// SPDX-License-Identifier: MIT
// Byte offsets of a text as places in its file. Diagnostics and every inline ask for one, also in
// a file of one very long line, so the places of every 256th byte are kept, up to the furthest that was asked
// for: a later answer costs a walk of at most 256 bytes. The text may also be what a JSON string says, whose
// escapes are then walked too.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace lectern::ingest {

class PlaceIndex {
 public:
  // `origin` is the place of the first character; {0, 0} when it is not known, and then every
  // place is. The text must outlive the index.
  PlaceIndex(std::string_view text, Place origin);

  // For offsets into the decoded value of a well-formed JSON string; `raw` is what stands between
  // its quotes and `origin` the place of its first character.
  static PlaceIndex of_json_string(std::string_view raw, Place origin);

  Place at(size_t offset) const;

 private:
  struct Point {
    size_t offset;  // in the decoded text
    size_t raw;     // in the file's text; the same when nothing is escaped
    Place place;
  };
  PlaceIndex(std::string_view raw, Place origin, bool escaped);
  void step(Point& point) const;
  void step_escape(Point& point) const;

  std::string_view raw_;
  bool escaped_;
  mutable std::vector<Point> points_;
};

}  // namespace lectern::ingest
