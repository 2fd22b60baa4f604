// SPDX-License-Identifier: MIT
// The request headers that make an answer smaller, read as RFC 9110 says.
#pragma once

#include <cstdint>
#include <string_view>

namespace lectern::server {

// If-None-Match (13.1.2): weak comparison with any of the list, or "*".
bool matches_etag(std::string_view if_none_match, std::string_view etag);

enum class RangeKind {
  whole,          // no range, several of them, another unit or bad syntax: all of it is sent
  part,           // [first, first + length)
  unsatisfiable,  // begins behind the end
};
struct ByteRange {
  RangeKind kind = RangeKind::whole;
  std::uint64_t first = 0;
  std::uint64_t length = 0;
};

// Range (14.2) with one range of bytes, for a file of `size` bytes.
ByteRange parse_range(std::string_view range, std::uint64_t size);

// Accept-Encoding (12.5.3): true when the coding is named with a weight above 0.
bool accepts(std::string_view accept_encoding, std::string_view coding);

}  // namespace lectern::server
