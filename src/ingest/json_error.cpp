// SPDX-License-Identifier: MIT
#include "ingest/json_error.hpp"

#include <algorithm>

#include "base/diagnostic.hpp"
#include "ingest/json_reader.hpp"
#include "ingest/report.hpp"

namespace lectern::ingest {
namespace {

constexpr std::string_view kEscapes = "\"\\/bfnrtu";

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         c == '$' || c == '+' || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view expected_in(JsonState state) {
  switch (state) {
    case JsonState::object:
      return "a key in double quotes or \"}\"";
    case JsonState::key:
      return "a colon";
    case JsonState::member:
      return "a comma or \"}\"";
    case JsonState::item:
      return "a comma or \"]\"";
    case JsonState::list:
      return "a value or \"]\"";
    default:
      return "a value";
  }
}

class Explainer {
 public:
  Explainer(std::string_view text, size_t offset, JsonState state, size_t container)
      : text_(text), at_(offset), state_(state), container_(container) {}

  JsonError explain() {
    skip_blanks();
    std::string_view expected = expected_in(state_);
    // The comma or colon itself may be right, and what follows it wrong.
    const bool after_comma =
        here() == ',' && (state_ == JsonState::member || state_ == JsonState::item);
    const bool after_colon = here() == ':' && state_ == JsonState::key;
    bool value = state_ == JsonState::start || state_ == JsonState::list;
    bool key = state_ == JsonState::object;
    const size_t comma = at_;
    if (after_comma || after_colon) {
      ++at_;
      skip_blanks();
      key = state_ == JsonState::member;
      value = !key;
      expected = key ? "a key in double quotes" : "a value";
      if (here() == '}' || here() == ']') {
        return {comma, std::string(after_comma ? "a comma is too much here, before "
                                               : "a value is missing here, before ") +
                           quote(text_.substr(at_, 1))};
      }
    }
    if (state_ == JsonState::end) return {at_, "the file goes on after its end: " + found()};
    if (at_ >= text_.size()) return at_end(expected);
    if (here() == '"' && (value || key)) return in_string();
    if (here() == '/') return {at_, "a comment stands here, which JSON does not have"};
    if (here() == '\'') {
      return {at_, "text and keys stand in double quotes in JSON, not in single ones"};
    }
    if (value && is_word(here())) return bad_word();
    return {at_, std::string(expected) + " is expected here, not " + found()};
  }

 private:
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  std::string found() const {
    if (here() == '"') return "a double quote";
    size_t end = at_;
    while (end < text_.size() && is_word(text_[end]))
      ++end;
    return quote(text_.substr(at_, std::max<size_t>(end - at_, 1)));
  }

  JsonError at_end(std::string_view expected) const {
    if (state_ == JsonState::start) return {at_, "the file holds nothing but white space"};
    const Place place = place_of(text_, container_);
    const bool list = text_[container_] == '[';
    return {at_, "the file ends here, where " + std::string(expected) + " is expected; the " +
                     (list ? "list" : "object") + " of line " + std::to_string(place.line) +
                     " is not closed"};
  }

  JsonError bad_word() const {
    const char c = here();
    if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.') {
      return {at_, found() + " is no number as JSON writes them, or one too large"};
    }
    return {at_, found() + " is no value: text stands in double quotes"};
  }

  JsonError in_string() const {
    for (size_t i = at_ + 1; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == '"') break;
      if (c == '\n' || c == '\r') {
        return {at_,
                "the text that begins here is not closed on its line; a line end in it is "
                "written \\n"};
      }
      if (static_cast<unsigned char>(c) < 0x20) {
        return {i, "a control character stands here; a tab in text is written \\t"};
      }
      if (c != '\\') continue;
      const char escape = i + 1 < text_.size() ? text_[i + 1] : 'n';
      if (kEscapes.find(escape) == std::string_view::npos) {
        return {i,
                quote(text_.substr(i, 2)) + " means nothing; a backslash itself is written \\\\"};
      }
      if (escape == 'u') {
        if (const char* wrong = wrong_unit(i)) return {i, quote(text_.substr(i, 6)) + wrong};
        if (is_high(i)) i += 6;
        i += 4;
      }
      ++i;
    }
    return {at_, "the text that begins here is not closed by a double quote"};
  }

  unsigned unit_at(size_t escape) const {
    unsigned unit = 0;
    for (const char c : text_.substr(escape + 2, 4)) {
      unit = unit * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return unit;
  }
  bool is_unit(size_t i) const {
    const std::string_view escape = text_.substr(std::min(i, text_.size()), 6);
    return escape.size() == 6 && escape.substr(0, 2) == "\\u" &&
           std::all_of(escape.begin() + 2, escape.end(), is_hex);
  }
  bool is_high(size_t i) const { return unit_at(i) >= 0xD800 && unit_at(i) <= 0xDBFF; }
  bool is_low(size_t i) const { return unit_at(i) >= 0xDC00 && unit_at(i) <= 0xDFFF; }

  const char* wrong_unit(size_t i) const {
    if (!is_unit(i)) return " is not \\u and four hexadecimal digits";
    const bool paired = is_high(i) && is_unit(i + 6) && is_low(i + 6);
    if ((is_high(i) && !paired) || is_low(i)) return " is only half of a character";
    return nullptr;
  }

  std::string_view text_;
  size_t at_;
  JsonState state_;
  size_t container_;
};

}  // namespace

JsonError explain_json_error(std::string_view text, size_t offset, JsonState state,
                             size_t container) {
  return Explainer(text, offset, state, container).explain();
}

}  // namespace lectern::ingest
