// SPDX-License-Identifier: MIT
// toml++'s tree into a value tree. Keys with many dots would make it as deep as they are long, so
// they are refused before it sees them.
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "ingest/import/front_matter_forms.hpp"
#include "ingest/limits.hpp"

namespace lectern::ingest {
namespace {

// The offset of the first key with more dots than a tree may be deep. Texts in quotes and comments
// don't count.
std::optional<size_t> find_deep_key(std::string_view toml) {
  int dots = 0;
  for (size_t i = 0; i < toml.size(); ++i) {
    const char c = toml[i];
    if (c == '"' || c == '\'') {
      const std::string_view three = toml.substr(i, 3);
      const bool many = three == "\"\"\"" || three == "'''";
      const std::string_view close = many ? three : toml.substr(i, 1);
      for (i += close.size(); i < toml.size() && toml.substr(i, close.size()) != close; ++i) {
        if (!many && toml[i] == '\n') break;
        if (c == '"' && toml[i] == '\\') ++i;
      }
      i += close.size() - 1;
    } else if (c == '#') {
      i = std::min(toml.find('\n', i), toml.size()) - 1;
    } else if (c == '.') {
      if (++dots > kMaxJsonDepth) return i;
    } else if (c == '\n' || c == '=' || c == ',' || c == '{') {
      dots = 0;
    }
  }
  return std::nullopt;
}

class Converter {
 public:
  explicit Converter(std::string_view toml) : toml_(toml) {
    lines_.push_back(0);
    for (size_t i = 0; i < toml.size(); ++i) {
      if (toml[i] == '\n') lines_.push_back(i + 1);
    }
  }

  // Recursion is bounded by find_deep_key and by the parser's own limit of nested values.
  Value convert(const toml::node& node) const {
    Value out;
    out.offset = offset(node.source().begin);
    if (const toml::table* table = node.as_table()) {
      out.type = ValueType::object;
      for (const auto& [key, value] : *table) {
        out.members.push_back({std::string(key.str()), offset(key.source().begin), convert(value)});
      }
    } else if (const toml::array* list = node.as_array()) {
      out.type = ValueType::list;
      for (const toml::node& item : *list)
        out.items.push_back(convert(item));
    } else if (const auto* flag = node.as_boolean()) {
      out.type = ValueType::boolean;
      out.boolean = flag->get();
    } else if (const auto* integer = node.as_integer()) {
      out.type = ValueType::number;
      out.number = static_cast<double>(integer->get());
    } else if (const auto* number = node.as_floating_point()) {
      out.type = ValueType::number;
      out.number = number->get();
    } else {
      out.type = ValueType::text;
      out.text = text_of(node);
    }
    return out;
  }

  // Columns count code points, as toml++'s do.
  size_t offset(const toml::source_position& at) const {
    if (at.line == 0 || at.line > lines_.size()) return 0;
    size_t i = lines_[at.line - 1];
    for (toml::source_index left = at.column; left > 1 && i < toml_.size(); --left) {
      do {
        ++i;
      } while (i < toml_.size() && (static_cast<unsigned char>(toml_[i]) & 0xC0) == 0x80);
    }
    return i;
  }

 private:
  static std::string text_of(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    std::ostringstream out;
    if (const auto* date = node.as_date()) out << date->get();
    if (const auto* time = node.as_time()) out << time->get();
    if (const auto* moment = node.as_date_time()) out << moment->get();
    return out.str();
  }

  std::string_view toml_;
  std::vector<size_t> lines_;
};

}  // namespace

std::optional<Value> read_toml(std::string_view toml, const PlaceIndex& places, Report& report) {
  if (toml.size() > kMaxFrontMatterBytes) {
    report.error(places.at(0), "the front matter has more than " +
                                   std::to_string(kMaxFrontMatterBytes / 1024) + " KiB");
    return std::nullopt;
  }
  if (const auto deep = find_deep_key(toml)) {
    report.error(places.at(*deep), "tables are nested too deep here");
    return std::nullopt;
  }
  const Converter converter(toml);
  const toml::parse_result parsed = toml::parse(toml);
  if (!parsed) {
    report.error(places.at(converter.offset(parsed.error().source().begin)),
                 "this is not TOML: " + quote(parsed.error().description()));
    return std::nullopt;
  }
  return converter.convert(parsed.table());
}

}  // namespace lectern::ingest
