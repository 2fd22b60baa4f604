// SPDX-License-Identifier: MIT
#include "moods/change_body.hpp"

#include <cmath>
#include <string>

#include "ingest/json_reader.hpp"

namespace lectern::moods {
namespace {

using ingest::Value;
using ingest::ValueType;

}  // namespace

bool is_json_type(std::string_view content_type) {
  std::string type(content_type.substr(0, content_type.find(';')));
  while (type.ends_with(' ') || type.ends_with('\t'))
    type.pop_back();
  for (char& c : type) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return type == "application/json";
}

std::optional<Own> read_change_body(std::string_view body, std::string_view& wrong) {
  Diagnostics diagnostics;
  ingest::Report report("", diagnostics);
  const ingest::PlaceIndex places(body, {});
  const auto root = ingest::read_json(body, places, report);
  if (!root || root->type != ValueType::object) {
    wrong = "The body must be a JSON object.";
    return std::nullopt;
  }
  const Value* mood = root->find("mood");
  const Value* seq = root->find("seq");
  Own own;
  if (mood && mood->type == ValueType::text) own.mood = model::mood_from_key(mood->text);
  if (!own.mood) {
    wrong = "The mood must be one of the eight that /v1/moods lists.";
    return std::nullopt;
  }
  if (!seq || seq->type != ValueType::number || seq->number < 0 ||
      seq->number > static_cast<double>(kMaxSeq) || std::floor(seq->number) != seq->number) {
    wrong = "The seq must be a whole number from 0 to 9007199254740991.";
    return std::nullopt;
  }
  own.seq = static_cast<std::int64_t>(seq->number);
  return own;
}

}  // namespace lectern::moods
