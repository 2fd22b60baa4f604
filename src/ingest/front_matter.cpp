// SPDX-License-Identifier: MIT
#include "ingest/front_matter.hpp"

#include <algorithm>

#include "ingest/article_fields.hpp"
#include "ingest/field_checks.hpp"
#include "ingest/field_reader.hpp"
#include "ingest/ingest.hpp"

namespace lectern::ingest {
namespace {

constexpr std::string_view kBlanks = " \t\r";

struct Line {
  std::string_view text;  // without white space at its end
  size_t next;            // the offset of the line after it
};

Line line_at(std::string_view text, size_t offset) {
  const size_t end = std::min(text.find('\n', offset), text.size());
  std::string_view line = text.substr(offset, end - offset);
  line = line.substr(0, line.find_last_not_of(kBlanks) + 1);
  return {line, std::min(end + 1, text.size())};
}

bool looks_like_yaml(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const Line line = line_at(text, i);
    i = line.next;
    const size_t begin = line.text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos || line.text[begin] == '#') continue;
    if (line.text[begin] == '{') return true;
    const size_t colon = line.text.find(':');
    if (colon == std::string_view::npos || colon == begin) return false;
    const bool key_ends = colon + 1 == line.text.size() || line.text[colon + 1] == ' ' ||
                          line.text[colon + 1] == '\t';
    return key_ends && line.text.find_first_of("<>[](){}!`*", begin) > colon;
  }
  return false;
}

}  // namespace

std::optional<FrontMatter> find_front_matter(std::string_view text) {
  const Line first = line_at(text, 0);
  if (first.text != "---" || !looks_like_yaml(text.substr(first.next))) return std::nullopt;
  FrontMatter found;
  int number = 2;
  for (size_t i = first.next; i < text.size(); ++number) {
    const Line line = line_at(text, i);
    if (line.text == "---") {
      found.yaml = text.substr(first.next, i - first.next);
      found.body = text.substr(line.next);
      found.body_line = number + 1;
      return found;
    }
    i = line.next;
  }
  found.body = text.substr(first.next);
  found.body_line = 2;
  found.closed = false;
  return found;
}

bool read_front_matter(const FrontMatter& front, ReadYaml read, Report& report,
                       model::Article& article) {
  if (!front.closed) {
    report.error({1, 1}, "the front matter that starts here is not closed by a line of ---",
                 Code::syntax);
    return false;
  }
  const PlaceIndex places(front.yaml, {front.line, 1});
  const std::optional<Value> root = read(front.yaml, places, report);
  if (!root) return false;
  FieldReader fields(places, report);
  if (root->type != ValueType::object) {
    return fields.wrong(*root, "front matter", "\"key: value\" lines");
  }
  read_article_fields(*root, fields, article);
  check_article_fields(*root, fields);
  return true;
}

}  // namespace lectern::ingest
