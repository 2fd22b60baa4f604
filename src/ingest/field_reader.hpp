// SPDX-License-Identifier: MIT
// Reads typed fields out of a value tree. A wrong type is an error with its place, in the same
// words for JSON and front matter; a missing field is nothing.
#pragma once

#include <string>
#include <string_view>

#include "ingest/place_index.hpp"
#include "ingest/report.hpp"
#include "ingest/value.hpp"

namespace lectern::ingest {

class FieldReader {
 public:
  FieldReader(const PlaceIndex& places, Report& report) : places_(places), report_(report) {}

  Place place(const Value& value) const { return places_.at(value.offset); }
  const PlaceIndex& places() const { return places_; }
  Report& report() { return report_; }
  void error(const Value& value, std::string sentence, Code code = Code::bad_value);
  void warning(const Value& value, std::string sentence, Code code = Code::bad_value);
  // Error: `what` must be `expected`, not what it is. Gives false.
  bool wrong(const Value& value, std::string_view what, std::string_view expected);

  // The member, if it is there; in YAML an empty one is not.
  static const Value* find(const Value& object, std::string_view key);
  static bool is_text(const Value& value);

  // Each gives true, and sets `out`, when the field is there and of its type.
  bool text(const Value& object, std::string_view key, std::string& out);
  // The same in one line: white space of any kind is one space, none at the ends.
  bool line(const Value& object, std::string_view key, std::string& out);
  bool flag(const Value& object, std::string_view key, bool& out);
  // A whole number from 0 to 99,999.
  bool size(const Value& object, std::string_view key, int& out);
  // An address that the link policy or the image policy allows; a warning when it does not.
  bool link(const Value& object, std::string_view key, std::string& out);
  bool image(const Value& object, std::string_view key, std::string& out);

 private:
  const PlaceIndex& places_;
  Report& report_;
};

// White space and control characters of any kind are one space, none at the ends; no direction goes on
// beyond it (base/visible).
std::string one_line(std::string_view text);

}  // namespace lectern::ingest
