// SPDX-License-Identifier: MIT
#include "ingest/entities.hpp"

#include "base/utf8.hpp"
#include "ingest/entity_names.hpp"

namespace lectern::ingest {
namespace {

constexpr size_t kMaxEntityBytes = 50;  // the longest name has 33; md4c looks at 48

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The value of a digit in base 10 or 16, or -1.
int digit_value(char c, int base) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool append_number(std::string& out, std::string_view digits, int base) {
  if (digits.empty()) return false;
  char32_t value = 0;
  for (const char c : digits) {
    const int digit = digit_value(c, base);
    if (digit < 0) return false;
    if (value <= 0x10FFFF)
      value = value * static_cast<char32_t>(base) + static_cast<char32_t>(digit);
  }
  std::string character;
  append_utf8(character, value);
  out += find_control(character) ? "\uFFFD" : character;
  return true;
}

}  // namespace

void append_entity(std::string& out, std::string_view entity) {
  if (entity.size() > 3 && entity[1] == '#') {
    const bool hex = entity[2] == 'x' || entity[2] == 'X';
    std::string_view digits = entity.substr(hex ? 3 : 2);
    digits.remove_suffix(1);
    if (append_number(out, digits, hex ? 16 : 10)) return;
  } else if (append_named(out, entity.substr(1, entity.size() - 2))) {
    return;
  }
  out += entity;
}

std::string decode_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    size_t end = i + 1;
    if (text[i] == '&') {
      if (end < text.size() && text[end] == '#') ++end;
      while (end < text.size() && end - i < kMaxEntityBytes &&
             (is_letter(text[end]) || is_digit(text[end]))) {
        ++end;
      }
      if (end < text.size() && text[end] == ';' && end - i > 1) {
        append_entity(out, text.substr(i, end + 1 - i));
        i = end + 1;
        continue;
      }
      end = i + 1;
    }
    out += text[i];
    i = end;
  }
  return out;
}

}  // namespace lectern::ingest
