// SPDX-License-Identifier: MIT
// Names for folders and addresses, made of a path or a title. Letters of other scripts stay: a
// Japanese title would otherwise leave nothing.
#include "base/slug.hpp"

#include "base/letters.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr size_t kMaxSlugBytes = 80;  // with ".json" and a hash well below the 255 of a file name

}  // namespace

std::string slug(std::string_view text) {
  std::string out;
  bool gap = false;
  for (size_t i = 0; i < text.size();) {
    const CodePoint code_point = decode_utf8(text, i);
    i += static_cast<size_t>(code_point.bytes);
    const char32_t c = small_letter(code_point.value);
    if (!is_letter_or_digit(c)) {
      gap = !out.empty();
      continue;
    }
    std::string next = gap ? "-" : "";
    append_utf8(next, c);
    if (out.size() + next.size() > kMaxSlugBytes) break;
    out += next;
    gap = false;
  }
  return out.empty() ? "article" : out;
}

}  // namespace lectern
