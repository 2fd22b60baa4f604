// SPDX-License-Identifier: MIT
#include "ingest/import/front_matter_forms.hpp"

#include <algorithm>

#include "ingest/json_reader.hpp"
#include "ingest/limits.hpp"

namespace lectern::ingest {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view kBlanks = " \t\r";

std::string_view line_at(std::string_view text, size_t offset) {
  const size_t end = std::min(text.find('\n', offset), text.size());
  const std::string_view line = text.substr(offset, end - offset);
  return line.substr(0, line.find_last_not_of(kBlanks) + 1);
}

size_t next_line(std::string_view text, size_t offset) {
  return std::min(text.find('\n', offset), text.size() - 1) + 1;
}

// What stands from the second line to a line that is `fence`.
FoundFrontMatter between(std::string_view text, std::string_view fence, FrontMatterForm form) {
  FoundFrontMatter found;
  found.form = form;
  const size_t begin = next_line(text, 0);
  int number = 2;
  for (size_t i = begin; i < text.size(); i = next_line(text, i), ++number) {
    if (line_at(text, i) != fence) continue;
    found.front.yaml = text.substr(begin, i - begin);
    found.front.body = text.substr(next_line(text, i));
    found.front.body_line = number + 1;
    return found;
  }
  found.front.body = text.substr(begin);
  found.front.body_line = 2;
  found.front.closed = false;
  return found;
}

// "key =" or "[table]" first: else the line of "+++" is text.
bool looks_like_toml(std::string_view text) {
  for (size_t i = 0; i < text.size(); i = next_line(text, i)) {
    std::string_view line = line_at(text, i);
    line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
    if (line.empty() || line.starts_with('#')) continue;
    return line.starts_with('[') || line.starts_with("+++") || line.find('=') != npos;
  }
  return false;
}

// A JSON object from the first character on, alone on its last line.
std::optional<FoundFrontMatter> find_json(std::string_view text) {
  const size_t key = text.starts_with('{') ? text.find_first_not_of(" \t\r\n", 1) : npos;
  if (key == npos || text[key] != '"') return std::nullopt;
  int depth = 0;
  for (size_t i = 0; i < text.size() && i <= kMaxFrontMatterBytes; ++i) {
    if (text[i] == '"') {
      i = end_of_json_string(text, i) - 1;
    } else if (text[i] == '{' || text[i] == '[') {
      ++depth;
    } else if ((text[i] == '}' || text[i] == ']') && --depth == 0) {
      if (!line_at(text, i + 1).empty()) return std::nullopt;
      FoundFrontMatter found;
      found.form = FrontMatterForm::json;
      found.front.yaml = text.substr(0, i + 1);
      found.front.body = text.substr(next_line(text, i));
      const auto lines = std::count(found.front.yaml.begin(), found.front.yaml.end(), '\n');
      found.front.body_line = static_cast<int>(lines) + 2;
      found.front.line = 1;
      return found;
    }
  }
  return std::nullopt;
}

std::optional<Value> read_json_front(std::string_view json, const PlaceIndex& places,
                                     Report& report) {
  if (json.size() <= kMaxFrontMatterBytes) return read_json(json, places, report);
  report.error(places.at(0), "the front matter has more than " +
                                 std::to_string(kMaxFrontMatterBytes / 1024) + " KiB");
  return std::nullopt;
}

template <ReadYaml read, bool dated_name>
std::optional<Value> read_with_usual_names(std::string_view text, const PlaceIndex& places,
                                           Report& report) {
  auto root = read(text, places, report);
  if (root && root->type == ValueType::object) adopt_usual_names(*root, dated_name);
  return root;
}

template <ReadYaml read>
ReadYaml reader(bool dated_name) {
  return dated_name ? read_with_usual_names<read, true> : read_with_usual_names<read, false>;
}

}  // namespace

std::optional<FoundFrontMatter> find_any_front_matter(std::string_view text) {
  if (const auto yaml = find_front_matter(text)) return FoundFrontMatter{*yaml};
  if (text.empty()) return std::nullopt;
  const std::string_view first = line_at(text, 0);
  if (first == "+++" && looks_like_toml(text.substr(next_line(text, 0)))) {
    return between(text, "+++", FrontMatterForm::toml);
  }
  if (first == "---yaml") return between(text, "---", FrontMatterForm::yaml);
  if (first == "---toml") return between(text, "---", FrontMatterForm::toml);
  if (first == "---json") return between(text, "---", FrontMatterForm::json);
  return find_json(text);
}

bool read_any_front_matter(const FoundFrontMatter& found, bool dated_name, Report& report,
                           model::Article& article) {
  switch (found.form) {
    case FrontMatterForm::yaml:
      return read_front_matter(found.front, reader<read_yaml>(dated_name), report, article);
    case FrontMatterForm::json:
      return read_front_matter(found.front, reader<read_json_front>(dated_name), report, article);
    case FrontMatterForm::toml:
      break;
  }
  if (!found.front.closed) {
    report.error({1, 1},
                 "the front matter that starts here is not closed by a line like its first");
    return false;
  }
  return read_front_matter(found.front, reader<read_toml>(dated_name), report, article);
}

}  // namespace lectern::ingest
