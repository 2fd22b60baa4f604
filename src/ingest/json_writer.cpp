// SPDX-License-Identifier: MIT
#include "ingest/json_writer.hpp"

#include <utility>

#include "base/utf8.hpp"

namespace lectern::ingest {

void JsonWriter::key(std::string_view name) {
  before_value();
  quoted(name);
  out_ += ": ";
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  before_value();
  quoted(value);
}

void JsonWriter::number(int value) {
  before_value();
  out_ += std::to_string(value);
}

void JsonWriter::flag(bool value) {
  before_value();
  out_ += value ? "true" : "false";
}

void JsonWriter::text(std::string_view name, std::string_view value) {
  key(name);
  text(value);
}

void JsonWriter::some_text(std::string_view name, std::string_view value) {
  if (!value.empty()) text(name, value);
}

void JsonWriter::some_number(std::string_view name, int value) {
  if (value == 0) return;
  key(name);
  number(value);
}

void JsonWriter::some_flag(std::string_view name, bool value) {
  if (!value) return;
  key(name);
  flag(value);
}

std::string JsonWriter::take() {
  out_ += '\n';
  return std::exchange(out_, {});
}

void JsonWriter::begin(char bracket) {
  before_value();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (!first_) line();
  out_ += bracket;
  first_ = false;
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) out_ += ',';
  if (depth_ > 0) line();
  first_ = false;
}

void JsonWriter::line() {
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

void JsonWriter::quoted(std::string_view value) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string repaired;
  if (find_bad_utf8(value)) {  // a file name of any bytes may be among what the publisher writes
    repaired = repair_utf8(value);
    value = repaired;
  }
  out_ += '"';
  for (const char c : value) {
    if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if (c == '\n') {
      out_ += "\\n";
    } else if (c == '\t') {
      out_ += "\\t";
    } else if (c == '\r') {
      out_ += "\\r";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out_ += "\\u00";
      out_ += kDigits[c >> 4];
      out_ += kDigits[c & 15];
    } else {
      out_ += c;
    }
  }
  out_ += '"';
}

}  // namespace lectern::ingest
