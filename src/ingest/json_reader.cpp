// SPDX-License-Identifier: MIT
// nlohmann's parser gives events without positions. It reads the same text in the same order, so a
// cursor of our own steps from token to token beside it.
#include "ingest/json_reader.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "ingest/json_error.hpp"

namespace lectern::ingest {
namespace {

using nlohmann::json;

constexpr auto npos = std::string_view::npos;
constexpr std::string_view kAfterZero = ".eE";

class Handler final : public nlohmann::json_sax<json> {
 public:
  explicit Handler(std::string_view text) : text_(text) {}

  bool null() override { return scalar({}); }
  bool boolean(bool value) override {
    Value out;
    out.type = ValueType::boolean;
    out.boolean = value;
    return scalar(std::move(out));
  }
  bool number_integer(number_integer_t value) override {
    return number(static_cast<double>(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return number(static_cast<double>(value));
  }
  bool number_float(number_float_t value, const string_t&) override { return number(value); }
  bool string(string_t& value) override {
    Value out;
    out.type = ValueType::text;
    out.text = clean(std::move(value));
    return scalar(std::move(out));
  }
  bool binary(binary_t&) override { return false; }  // JSON has none

  bool start_object(std::size_t) override { return begin(ValueType::object, JsonState::object); }
  bool start_array(std::size_t) override { return begin(ValueType::list, JsonState::list); }
  bool key(string_t& key) override {
    std::string name = clean(std::move(key));
    const size_t offset = next_token();
    tree_.key(std::move(name), offset);
    state_ = JsonState::key;
    return true;
  }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }

  bool parse_error(std::size_t, const std::string&, const json::exception&) override {
    const size_t container = tree_.depth() > 0 ? tree_.innermost_offset() : 0;
    error_ = explain_json_error(text_, at_, state_, container);
    return false;
  }

  // Reads the text; gives what was wrong, if anything was.
  std::optional<JsonError> read() {
    if (json::sax_parse(text_.begin(), text_.end(), this)) return std::nullopt;
    if (error_) return error_;
    return JsonError{at_, std::string(tree_.limit_reached())};
  }
  TreeBuilder& tree() { return tree_; }
  std::optional<size_t> control() const { return control_; }

 private:
  // "\u0000" and its kin are right in JSON and never in text. Called before the cursor moves on to the
  // string.
  std::string clean(std::string text) {
    if (!find_control(text)) return text;
    if (!control_) control_ = std::min(text_.find('"', at_), text_.size());
    return without_controls(std::move(text));
  }

  // Where the token of this event begins, and `at_` behind it.
  size_t next_token() {
    at_ = std::min(text_.find_first_not_of(" \t\r\n,:", at_), text_.size());
    const size_t begin = at_;
    if (begin == text_.size()) return begin;
    constexpr std::string_view kOneCharacter = "{}[]";
    if (text_[begin] == '"') {
      at_ = end_of_json_string(text_, begin);
    } else if (kOneCharacter.find(text_[begin]) != npos) {
      ++at_;
    } else if (text_[begin] == '0' || text_.substr(begin, 2) == "-0") {
      // A number ends after a leading zero, unless a fraction or an exponent follows.
      const size_t zero = text_.find('0', begin);
      const bool more = zero + 1 < text_.size() && kAfterZero.find(text_[zero + 1]) != npos;
      at_ = more ? end_of_word(begin) : zero + 1;
    } else {
      at_ = end_of_word(begin);
    }
    return begin;
  }
  size_t end_of_word(size_t begin) const {
    return std::min(text_.find_first_of(" \t\r\n,:{}[]\"", begin), text_.size());
  }

  bool begin(ValueType type, JsonState state) {
    const size_t offset = next_token();
    if (tree_.begin(type, offset)) {
      state_ = state;
      return true;
    }
    at_ = offset;
    return false;
  }

  bool end() {
    next_token();
    tree_.end();
    after_value();
    return true;
  }

  bool number(double value) {
    Value out;
    out.type = ValueType::number;
    out.number = value;
    return scalar(std::move(out));
  }

  bool scalar(Value value) {
    const size_t offset = next_token();
    if (!tree_.add(std::move(value), offset)) return false;
    after_value();
    return true;
  }

  void after_value() {
    state_ = tree_.complete()    ? JsonState::end
             : tree_.in_object() ? JsonState::member
                                 : JsonState::item;
  }

  std::string_view text_;
  TreeBuilder tree_;
  size_t at_ = 0;
  JsonState state_ = JsonState::start;
  std::optional<JsonError> error_;
  std::optional<size_t> control_;  // the first string with one in it
};

}  // namespace

size_t end_of_json_string(std::string_view text, size_t offset) {
  for (size_t i = offset + 1; i < text.size(); ++i) {
    if (text[i] == '"') return i + 1;
    if (text[i] == '\\') ++i;
  }
  return text.size();
}

std::optional<Value> read_json(std::string_view text, const PlaceIndex& places, Report& report) {
  Handler handler(text);
  const std::optional<JsonError> error = handler.read();
  if (error) {
    report.error(places.at(error->offset), error->sentence,
                 handler.tree().limit_reached().empty() ? Code::syntax : Code::limit);
    return std::nullopt;
  }
  if (handler.control()) {
    report.warning(places.at(*handler.control()),
                   "this text holds a control character (as \\u0000); it is shown as U+FFFD",
                   Code::encoding);
  }
  for (const TreeBuilder::Duplicate& duplicate : handler.tree().duplicates()) {
    report.warning(places.at(duplicate.offset), quote(duplicate.key) +
                                                    " stands twice in one object; the last one "
                                                    "counts",
                   Code::repeated_key);
  }
  return handler.tree().take();
}

}  // namespace lectern::ingest
