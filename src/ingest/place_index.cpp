// SPDX-License-Identifier: MIT
#include "ingest/place_index.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace lectern::ingest {
namespace {

constexpr size_t kSpacing = 256;

unsigned hex_digits(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) {
    value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return value;
}

// In UTF-8; a control character has become U+FFFD.
size_t utf8_size(unsigned unit) {
  const bool white = unit == '\t' || unit == '\n' || unit == '\r';
  const bool control = (unit < 0x20 && !white) || (unit >= 0x7F && unit < 0xA0);
  return control ? 3 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
}

}  // namespace

PlaceIndex::PlaceIndex(std::string_view text, Place origin) : PlaceIndex(text, origin, false) {}

PlaceIndex PlaceIndex::of_json_string(std::string_view raw, Place origin) {
  return PlaceIndex(raw, origin, true);
}

PlaceIndex::PlaceIndex(std::string_view raw, Place origin, bool escaped)
    : raw_(raw), escaped_(escaped) {
  if (origin.line > 0) points_.push_back({0, 0, origin});
}

Place PlaceIndex::at(size_t offset) const {
  if (points_.empty()) return {};
  Point point = points_[std::min(offset / kSpacing, points_.size() - 1)];
  while (point.offset < offset && point.raw < raw_.size()) {
    step(point);
    if (point.offset >= points_.size() * kSpacing) points_.push_back(point);
  }
  return point.place;
}

void PlaceIndex::step(Point& point) const {
  const char c = raw_[point.raw];
  if (escaped_ && c == '\\') return step_escape(point);
  size_t bytes = 1;
  if (static_cast<unsigned char>(c) >= 0x80) {
    bytes = static_cast<size_t>(decode_utf8(raw_, point.raw).bytes);
  }
  const bool line_end = c == '\n' || (c == '\r' && raw_.substr(point.raw + 1, 1) != "\n");
  point.offset += bytes;
  point.raw += bytes;
  point.place =
      line_end ? Place{point.place.line + 1, 1} : Place{point.place.line, point.place.column + 1};
}

void PlaceIndex::step_escape(Point& point) const {
  size_t raw_bytes = 2, bytes = 1;
  if (raw_.substr(point.raw, 2) == "\\u") {
    const unsigned unit = hex_digits(raw_.substr(point.raw + 2, 4));
    const bool pair = unit >= 0xD800 && unit < 0xDC00;
    raw_bytes = pair ? 12 : 6;
    bytes = pair ? 4 : utf8_size(unit);
  } else if (const std::string_view two = raw_.substr(point.raw, 2); two == "\\b" || two == "\\f") {
    bytes = utf8_size('\b');
  }
  point.offset += bytes;
  point.raw += raw_bytes;
  point.place.column += static_cast<int>(raw_bytes);
}

}  // namespace lectern::ingest
