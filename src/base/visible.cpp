// SPDX-License-Identifier: MIT
#include "base/visible.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/utf8.hpp"

namespace lectern {
namespace {

std::string written_out(char32_t c) {
  if (c == '\n') return "\\n";
  if (c == '\t') return "\\t";
  if (c == '\r') return "\\r";
  std::string digits;
  for (; c > 0 || digits.empty(); c >>= 4)
    digits.insert(digits.begin(), "0123456789ABCDEF"[c & 15]);
  return "\\u{" + digits + '}';
}

}  // namespace

bool steers_terminal(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || direction || c == 0x2028 || c == 0x2029;
}

std::string closed_directions(std::string_view text) {
  constexpr char32_t kPopEmbedding = 0x202C, kFirstIsolate = 0x2066, kPopIsolate = 0x2069;
  std::string out;
  std::vector<char32_t> open;  // what ends each
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += static_cast<size_t>(c.bytes);
    const bool steers = (c.value >= 0x202A && c.value <= 0x202E) ||
                        (c.value >= kFirstIsolate && c.value <= kPopIsolate);
    if (c.value == kPopEmbedding || c.value == kPopIsolate) {
      const auto begun = std::find(open.rbegin(), open.rend(), c.value);
      // An isolate takes the embeddings in it along; an embedding ends none around it.
      if (begun == open.rend() || (c.value == kPopEmbedding && begun != open.rbegin())) continue;
      open.erase(std::prev(begun.base()), open.end());
    } else if (steers) {
      open.push_back(c.value < kFirstIsolate ? kPopEmbedding : kPopIsolate);
    }
    append_utf8(out, c.value);
  }
  for (; !open.empty(); open.pop_back())
    append_utf8(out, open.back());
  return out;
}

std::string visible(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += static_cast<size_t>(c.bytes);
    if (steers_terminal(c.value)) {
      out += written_out(c.value);
    } else {
      append_utf8(out, c.value);
    }
  }
  return out;
}

}  // namespace lectern
