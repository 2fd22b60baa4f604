// SPDX-License-Identifier: MIT
// UTF-8 as the rest of the core needs it: decoding that never fails, repair of broken input with
// the place of the first fault, and lengths in UTF-16 code units, in which the DOM counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lectern {

struct CodePoint {
  char32_t value = 0;
  int bytes = 0;  // 1 to 4; 0 at the end of the text
};

// Decodes the code point at a byte offset. A broken sequence gives U+FFFD and the length of its
// maximal subpart (Unicode 15, section 3.9, table 3-8), so that a loop always moves on.
CodePoint decode_utf8(std::string_view text, size_t offset);

void append_utf8(std::string& out, char32_t code_point);

// The offset of the first byte that is not well-formed UTF-8 or is a NUL, if there is one.
std::optional<size_t> find_bad_utf8(std::string_view text);

// The text with each broken sequence and each NUL replaced by U+FFFD, and without a leading
// byte-order mark.
std::string repair_utf8(std::string_view text);

// The offset of the first character that no document may hold (HTML, 13.2.2.1,
// "control-character-in-input-stream"; XML, production 2), if there is one: the control characters but
// tab, line feed and carriage return. Of well-formed text.
std::optional<size_t> find_control(std::string_view text);

// The text with U+FFFD for each of them.
std::string without_controls(std::string text);

// The length in UTF-16 code units.
int utf16_length(std::string_view text);

}  // namespace lectern
