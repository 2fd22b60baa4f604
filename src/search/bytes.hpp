// SPDX-License-Identifier: MIT
// The index's bytes: numbers of seven bits a byte, lowest first, and texts after their length. What is read is from
// outside: a reader never leaves its bytes, and says when they were not what they should be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lectern::search {

class ByteWriter {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }
  // Negative numbers too, small ones in one byte.
  void difference(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }
  // `bytes` of them, the highest first.
  void fixed(std::uint64_t value, int bytes) {
    while (bytes-- > 0) out_ += static_cast<char>(value >> (8 * bytes));
  }
  void raw(std::string_view bytes) { out_ += bytes; }
  std::size_t size() const { return out_.size(); }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    fail();
    return 0;
  }
  // A number that counts things of which each takes at least a byte of what is left.
  std::size_t count() {
    const std::uint64_t value = number();
    if (value > rest_.size()) fail();
    return good_ ? static_cast<std::size_t>(value) : 0;
  }
  std::int64_t difference() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }
  std::string_view raw(std::size_t bytes) {
    if (bytes > rest_.size()) {
      fail();
      return {};
    }
    const std::string_view value = rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
    return value;
  }
  std::string_view text() { return raw(count()); }
  std::uint64_t fixed(int bytes) {
    std::uint64_t value = 0;
    for (const char c : raw(static_cast<std::size_t>(bytes))) value = value << 8 | static_cast<unsigned char>(c);
    return value;
  }
  bool at_end() const { return rest_.empty(); }
  bool good() const { return good_; }
  void fail() {
    good_ = false;
    rest_ = {};
  }

 private:
  std::string_view rest_;
  bool good_ = true;
};

}  // namespace lectern::search
