// SPDX-License-Identifier: MIT
#include "ingest/field_reader.hpp"

#include <utility>

#include "base/visible.hpp"
#include "ingest/html_tags.hpp"
#include "ingest/ingest.hpp"

namespace lectern::ingest {
namespace {

constexpr int kMaxSize = 99999;

// How YAML 1.2's core schema writes nothing.
bool is_yaml_null(const Value& value) {
  if (value.type != ValueType::plain) return false;
  return value.text.empty() || value.text == "~" || value.text == "null" || value.text == "Null" ||
         value.text == "NULL";
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

}  // namespace

void FieldReader::error(const Value& value, std::string sentence, Code code) {
  report_.error(place(value), std::move(sentence), code);
}

void FieldReader::warning(const Value& value, std::string sentence, Code code) {
  report_.warning(place(value), std::move(sentence), code);
}

bool FieldReader::wrong(const Value& value, std::string_view what, std::string_view expected) {
  error(value, std::string(what) + " must be " + std::string(expected) + ", not " +
                   std::string(name_of(value)),
        Code::wrong_type);
  return false;
}

const Value* FieldReader::find(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value && is_yaml_null(*value) ? nullptr : value;
}

bool FieldReader::is_text(const Value& value) {
  return value.type == ValueType::text || value.type == ValueType::plain;
}

bool FieldReader::text(const Value& object, std::string_view key, std::string& out) {
  const Value* value = find(object, key);
  if (!value) return false;
  if (!is_text(*value)) return wrong(*value, quote(key), "text");
  out = value->text;
  return true;
}

bool FieldReader::line(const Value& object, std::string_view key, std::string& out) {
  if (!text(object, key, out)) return false;
  out = one_line(out);
  return true;
}

bool FieldReader::flag(const Value& object, std::string_view key, bool& out) {
  const Value* value = find(object, key);
  if (!value) return false;
  if (value->type == ValueType::plain) {
    const std::string word = lower(value->text);
    const bool yes = word == "true" || word == "yes" || word == "on";
    if (yes || word == "false" || word == "no" || word == "off") {
      out = yes;
      return true;
    }
  }
  if (value->type != ValueType::boolean) return wrong(*value, quote(key), "true or false");
  out = value->boolean;
  return true;
}

bool FieldReader::size(const Value& object, std::string_view key, int& out) {
  const Value* value = find(object, key);
  if (!value) return false;
  double number = -1;
  if (value->type == ValueType::number) number = value->number;
  if (value->type == ValueType::plain) {
    const int px = pixels(value->text);
    if (px > 0 || value->text == "0") number = px;
  }
  if (value->type != ValueType::number && number < 0) {
    return wrong(*value, quote(key), "a number");
  }
  if (!(number >= 0 && number <= kMaxSize) || number != static_cast<int>(number)) {
    error(*value, quote(key) + " must be a whole number from 0 to 99999");
    return false;
  }
  out = static_cast<int>(number);
  return true;
}

bool FieldReader::link(const Value& object, std::string_view key, std::string& out) {
  std::string url;
  if (!text(object, key, url)) return false;
  out = allowed_link(url);
  if (out.empty() && !url.empty()) {
    warning(*find(object, key), quote(key) + " is left out: " + quote(url) +
                                    " is neither http, https, mailto, tel nor a relative link",
            Code::bad_url);
  }
  return !out.empty();
}

bool FieldReader::image(const Value& object, std::string_view key, std::string& out) {
  std::string url;
  if (!text(object, key, url)) return false;
  out = allowed_image(url);
  if (out.empty() && !url.empty()) {
    warning(*find(object, key),
            quote(key) + " is left out: " + quote(url) +
                " is neither http, https, relative nor data: of a raster image",
            Code::bad_url);
  }
  return !out.empty();
}

std::string one_line(std::string_view text) {
  std::string out;
  bool gap = false, steers = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool late_control = c == '\xC2' && i + 1 < text.size() && (text[i + 1] & 0xE0) == 0x80;
    const bool blank = static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || late_control;
    if (!blank && gap && !out.empty()) out += ' ';
    if (!blank) out += c;
    if (late_control) ++i;
    steers = steers || c == '\xE2';
    gap = blank;
  }
  return steers ? closed_directions(out) : out;
}

}  // namespace lectern::ingest
