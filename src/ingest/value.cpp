// SPDX-License-Identifier: MIT
#include "ingest/value.hpp"

#include <algorithm>
#include <utility>

#include "ingest/limits.hpp"

namespace lectern::ingest {

const Value* Value::find(std::string_view key) const {
  for (const Member& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

std::string_view name_of(const Value& value) {
  switch (value.type) {
    case ValueType::null:
      return "null";
    case ValueType::boolean:
      return value.boolean ? "true" : "false";
    case ValueType::number:
      return "a number";
    case ValueType::text:
    case ValueType::plain:
      return "text";
    case ValueType::list:
      return "a list";
    case ValueType::object:
      return "an object";
  }
  return "";
}

bool TreeBuilder::begin(ValueType list_or_object, size_t offset) {
  if (depth() >= static_cast<size_t>(kMaxJsonDepth)) {
    limit_ = "lists and objects are nested too deep here";
    return false;
  }
  Value value;
  value.type = list_or_object;
  if (!add(std::move(value), offset)) return false;
  complete_ = false;
  open_.push_back(open_.empty() ? &root_
                  : in_object() ? &open_.back()->members.back().value
                                : &open_.back()->items.back());
  return true;
}

bool TreeBuilder::add(Value value, size_t offset) {
  if (++count_ > kMaxJsonValues) {
    limit_ = "there are more values than an article can need";
    return false;
  }
  value.offset = offset;
  if (open_.empty()) {
    root_ = std::move(value);
    complete_ = true;
  } else if (in_object()) {
    open_.back()->members.push_back({std::move(key_), key_offset_, std::move(value)});
    key_.clear();
  } else {
    open_.back()->items.push_back(std::move(value));
  }
  return true;
}

void TreeBuilder::key(std::string key, size_t offset) {
  key_ = std::move(key);
  key_offset_ = offset;
}

void TreeBuilder::end() {
  if (in_object()) keep_last_of_each_key(*open_.back());
  open_.pop_back();
  complete_ = open_.empty();
}

// Sorting finds repeated keys: a search for each key would take an hour on a hostile object.
void TreeBuilder::keep_last_of_each_key(Value& object) {
  std::vector<Member>& members = object.members;
  std::vector<size_t> order(members.size());
  for (size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  const auto before = [&](size_t a, size_t b) {
    const int names = members[a].key.compare(members[b].key);
    return names != 0 ? names < 0 : a < b;
  };
  // A heap's sort is a fifth of std::sort's code, and the viewer downloads it.
  std::make_heap(order.begin(), order.end(), before);
  std::sort_heap(order.begin(), order.end(), before);
  std::vector<bool> repeated(members.size());
  bool any = false;
  for (size_t i = 0; i + 1 < order.size(); ++i) {
    if (members[order[i]].key != members[order[i + 1]].key) continue;
    repeated[order[i]] = any = true;
    const Member& later = members[order[i + 1]];
    duplicates_.push_back({later.key, later.key_offset});
  }
  if (!any) return;
  size_t kept = 0;
  for (size_t i = 0; i < members.size(); ++i) {
    if (repeated[i]) continue;
    if (kept != i) members[kept] = std::move(members[i]);
    ++kept;
  }
  members.resize(kept);
}

}  // namespace lectern::ingest
