// SPDX-License-Identifier: MIT
// A JSON or YAML document as a small tree in which every value knows where it stands, which neither
// library's own tree does. Built from events, with limits on depth and number.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lectern::ingest {

enum class ValueType {
  null,
  boolean,
  number,
  text,
  plain,  // YAML without quotes: text, or what it looks like where something else is wanted
  list,
  object,
};

struct Member;

struct Value {
  ValueType type = ValueType::null;
  bool boolean = false;
  double number = 0;
  std::string text;  // text and plain
  std::vector<Value> items;
  std::vector<Member> members;  // each key once
  size_t offset = 0;            // in the document

  // The member of that name, or null. Cost: linear in the members.
  const Value* find(std::string_view key) const;
};

struct Member {
  std::string key;
  size_t key_offset = 0;
  Value value;
};

// "a number", "a list", … for a sentence.
std::string_view name_of(const Value& value);

class TreeBuilder {
 public:
  // Each gives false, and does nothing, when a limit is reached; see limit_reached().
  bool begin(ValueType list_or_object, size_t offset);
  bool add(Value value, size_t offset);
  void key(std::string key, size_t offset);
  void end();

  // What limit it was, as the second half of a sentence; "" when none was.
  std::string_view limit_reached() const { return limit_; }
  bool in_object() const { return !open_.empty() && open_.back()->type == ValueType::object; }
  size_t depth() const { return open_.size(); }
  bool complete() const { return complete_; }
  size_t innermost_offset() const { return open_.back()->offset; }

  // Keys that stood twice in one object, with the offset of the later one, which counts.
  struct Duplicate {
    std::string key;
    size_t offset;
  };
  const std::vector<Duplicate>& duplicates() const { return duplicates_; }

  Value take() { return std::move(root_); }

 private:
  void keep_last_of_each_key(Value& object);

  Value root_;
  std::vector<Value*> open_;  // each is the last in the one before, so it stays where it is
  std::string key_;
  size_t key_offset_ = 0;
  size_t count_ = 0;
  bool complete_ = false;
  std::string_view limit_;
  std::vector<Duplicate> duplicates_;
};

}  // namespace lectern::ingest
