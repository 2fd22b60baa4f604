// SPDX-License-Identifier: MIT
// Values as bytes and back, for files that this program writes and reads itself (publish/memory_file). A struct
// says its members once, for both ways: `template <class A> void fields(A& a, Place& p) { a(p.line, p.column); }`.
// What is read may be anything: a value is then wrong, good() says so, and nothing else happens.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "publish/kept_bytes.hpp"

namespace lectern::publish {

class ArchiveWriter {
 public:
  // `begin`: what stands before all else.
  explicit ArchiveWriter(std::string begin = "") : bytes_(std::move(begin)) {}

  template <typename... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  std::string& bytes() { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  void put(std::uint64_t hash) {  // no bits to spare
    const std::size_t at = bytes_.size();
    bytes_.resize(at + sizeof hash);
    std::memcpy(bytes_.data() + at, &hash, sizeof hash);
  }
  void put(const std::string& text) { put(std::string_view(text)); }
  void put(const KeptBytes& bytes) { put(std::string_view(bytes)); }
  void put(std::string_view text) {
    put_number(text.size());
    bytes_ += text;
  }
  template <typename T>
  void put(const std::vector<T>& list) {
    put_number(list.size());
    for (const T& item : list)
      put(item);
  }
  template <typename T, typename U>
  void put(const std::pair<T, U>& pair) {
    put(pair.first);
    put(pair.second);
  }
  template <typename T>
  void put(const T& value) {
    if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      put_number(static_cast<std::uint64_t>(static_cast<std::int64_t>(value)));
    } else {
      fields(*this, const_cast<T&>(value));
    }
  }
  void put_number(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7)
      bytes_ += static_cast<char>(number | 0x80);
    bytes_ += static_cast<char>(number);
  }

  std::string bytes_;
};

class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) : left_(bytes) {}

  template <typename... T>
  void operator()(T&... values) {
    (take(values), ...);
  }
  // Whether all that was asked for was there.
  bool good() const { return good_; }
  bool at_end() const { return left_.empty(); }

 private:
  void take(std::uint64_t& hash) {
    const std::string_view bytes = take_bytes(sizeof hash);
    if (good_) std::memcpy(&hash, bytes.data(), sizeof hash);
  }
  void take(std::string& text) { text = take_bytes(take_number()); }
  void take(KeptBytes& bytes) { bytes = KeptBytes::in_file(take_bytes(take_number())); }
  template <typename T>
  void take(std::vector<T>& list) {
    const std::uint64_t size = take_number();
    good_ = good_ && size <= left_.size();  // each takes a byte at least
    if (!good_) return;
    list.resize(static_cast<std::size_t>(size));
    for (T& item : list)
      take(item);
  }
  template <typename T, typename U>
  void take(std::pair<T, U>& pair) {
    take(pair.first);
    take(pair.second);
  }
  template <typename T>
  void take(T& value) {
    if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      value = static_cast<T>(static_cast<std::int64_t>(take_number()));
    } else {
      fields(*this, value);
    }
  }
  std::uint64_t take_number() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::string_view byte = take_bytes(1);
      if (!good_) return 0;
      const auto bits = static_cast<unsigned char>(byte.front());
      number |= static_cast<std::uint64_t>(bits & 0x7F) << shift;
      if (bits < 0x80) return number;
    }
    good_ = false;
    return 0;
  }
  std::string_view take_bytes(std::uint64_t count) {
    good_ = good_ && count <= left_.size();
    if (!good_) return {};
    const std::string_view bytes = left_.substr(0, static_cast<std::size_t>(count));
    left_.remove_prefix(static_cast<std::size_t>(count));
    return bytes;
  }

  std::string_view left_;
  bool good_ = true;
};

}  // namespace lectern::publish
