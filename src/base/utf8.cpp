// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned char byte_at(std::string_view text, size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}

}  // namespace

CodePoint decode_utf8(std::string_view text, size_t offset) {
  if (offset >= text.size()) return {0, 0};
  const unsigned char lead = byte_at(text, offset);
  if (lead < 0x80) return {lead, 1};
  // The range of the second byte excludes overlong forms, surrogates and values above U+10FFFF.
  int length = 0;
  unsigned char low = 0x80, high = 0xBF;
  char32_t value = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
    value = lead & 0x1F;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    value = lead & 0x0F;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    value = lead & 0x07;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return {kReplacement, 1};
  }
  for (int i = 1; i < length; ++i) {
    const unsigned char next = byte_at(text, offset + static_cast<size_t>(i));
    if (next < low || next > high) return {kReplacement, i};
    value = (value << 6) | (next & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  return {value, length};
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::optional<size_t> find_bad_utf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    // A U+FFFD that the author wrote is three bytes long; a broken sequence decodes to fewer,
    // or does not start with its lead byte.
    const bool written = c.bytes == 3 && byte_at(text, i) == 0xEF;
    if (c.value == 0 || (c.value == kReplacement && !written)) return i;
    i += static_cast<size_t>(c.bytes);
  }
  return std::nullopt;
}

std::string repair_utf8(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  if (!find_bad_utf8(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    append_utf8(out, c.value == 0 ? kReplacement : c.value);
    i += static_cast<size_t>(c.bytes);
  }
  return out;
}

std::optional<size_t> find_control(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = byte_at(text, i), next = byte_at(text, i + 1);
    const bool low = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    if (low || c == 0x7F || (c == 0xC2 && next >= 0x80 && next < 0xA0)) return i;
  }
  return std::nullopt;
}

std::string without_controls(std::string text) {
  auto at = find_control(text);
  if (!at) return text;
  std::string out;
  std::string_view rest = text;
  for (; at; at = find_control(rest)) {
    out.append(rest.substr(0, *at));
    append_utf8(out, kReplacement);
    rest.remove_prefix(*at + (rest[*at] == '\xC2' ? 2 : 1));
  }
  return out.append(rest);
}

int utf16_length(std::string_view text) {
  int units = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    units += c.value >= 0x10000 ? 2 : 1;
    i += static_cast<size_t>(c.bytes);
  }
  return units;
}

}  // namespace lectern
