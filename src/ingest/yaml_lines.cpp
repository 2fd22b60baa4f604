// SPDX-License-Identifier: MIT
// The small reader of front matter: lines by their indent, a level of lists and keys at a time. It
// gives the same tree as yaml-cpp for what it reads, and leaves out the rest.
#include <algorithm>
#include <utility>

#include "ingest/front_matter.hpp"
#include "ingest/limits.hpp"

namespace lectern::ingest {
namespace {

constexpr int kMaxDepth = 8;  // front matter needs three
constexpr std::string_view kBlanks = " \t\r";

struct Line {
  int indent = 0;
  size_t offset = 0;      // of its first character that is not a space
  std::string_view text;  // from there, without white space at its end
  bool is_item() const { return text == "-" || text.substr(0, 2) == "- "; }
};

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

// Where a text in quotes ends: one past its closing quote; 0 when nothing closes it.
size_t quoted_end(std::string_view text) {
  for (size_t i = 1; i < text.size(); ++i) {
    if (text[0] == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == text[0]) {
      if (text[0] == '"' || text.substr(i + 1, 1) != "'") return i + 1;
      ++i;  // '' is one quote inside
    }
  }
  return 0;
}

std::string unquoted(std::string_view text) {
  std::string out;
  for (size_t i = 1; i + 1 < text.size(); ++i) {
    const char c = text[i];
    if (text[0] == '\'') {
      out += c;
      if (c == '\'') ++i;
    } else if (c == '\\') {
      const char escaped = text[++i];
      out += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
    } else {
      out += c;
    }
  }
  return out;
}

// Without a comment, which a space and "#" begin.
std::string_view without_comment(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '#' && (i == 0 || kBlanks.find(text[i - 1]) != std::string_view::npos)) {
      return trimmed(text.substr(0, i));
    }
  }
  return text;
}

// Whether only a comment, or nothing, follows a value.
bool ends(std::string_view rest) { return without_comment(trimmed(rest)).empty(); }

// Where the colon stands that ends a key; npos when the line has none.
size_t key_end(std::string_view text) {
  const bool quoted = text[0] == '"' || text[0] == '\'';
  for (size_t i = quoted ? quoted_end(text) : 0; i < text.size(); ++i) {
    if (text[i] == ':' && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\t')) {
      return i;
    }
    if (quoted && text[i] != ' ') break;
  }
  return std::string_view::npos;
}

class Reader {
 public:
  Reader(std::string_view yaml, const PlaceIndex& places, Report& report)
      : places_(places), report_(report) {
    for (size_t i = 0; i < yaml.size();) {
      const size_t end = std::min(yaml.find('\n', i), yaml.size());
      const std::string_view whole = yaml.substr(i, end - i);
      const size_t begin = std::min(whole.find_first_not_of(' '), whole.size());
      lines_.push_back({static_cast<int>(begin), i + begin, trimmed(whole.substr(begin))});
      i = end + 1;
    }
  }

  Value read() {
    Value root;
    if (more(0) && !line().is_item()) root = members(line().indent, 0);
    root.type = ValueType::object;
    return root;
  }

 private:
  Line& line() { return lines_[at_]; }

  // Moves on to the next line that says something; whether it belongs to a level.
  bool more(int indent) {
    while (at_ < lines_.size() && (line().text.empty() || line().text[0] == '#')) ++at_;
    return at_ < lines_.size() && line().indent >= indent;
  }
  void skip_deeper(int indent) {
    while (more(indent + 1)) ++at_;
  }

  Value members(int indent, int depth) {
    Value object;
    object.type = ValueType::object;
    object.offset = line().offset;
    while (more(indent)) {
      const Line own = line();
      const size_t colon = own.text.empty() ? std::string_view::npos : key_end(own.text);
      if (own.indent != indent || own.is_item() || colon == std::string_view::npos) {
        ++at_;
        skip_deeper(indent);
        continue;
      }
      std::string key(trimmed(own.text.substr(0, colon)));
      if (key[0] == '"' || key[0] == '\'') key = unquoted(key);
      Value value;
      if (!read_value(own, colon + 1, depth, value)) continue;
      if (object.find(key)) {
        report_.error(places_.at(own.offset), quote(key) + " stands here a second time");
      } else {
        object.members.push_back({std::move(key), own.offset, std::move(value)});
      }
    }
    return object;
  }

  Value items(int indent, int depth) {
    Value list;
    list.type = ValueType::list;
    list.offset = line().offset;
    while (more(indent) && line().indent == indent && line().is_item()) {
      const Line own = line();
      const size_t begin = own.text.find_first_not_of(kBlanks, 1);
      Value value;
      if (begin != std::string_view::npos &&
          (key_end(own.text.substr(begin)) != std::string_view::npos ||
           own.text.substr(begin, 2) == "- ")) {
        // What stands behind the mark begins a level of its own.
        Line& inner = line();
        inner.indent += static_cast<int>(begin);
        inner.offset += begin;
        inner.text.remove_prefix(begin);
        if (nested(inner.indent, depth, value)) list.items.push_back(std::move(value));
      } else if (read_value(own, 1, depth, value)) {
        list.items.push_back(std::move(value));
      }
    }
    skip_deeper(indent);
    return list;
  }

  // The list or the keys that begin at this line.
  bool nested(int indent, int depth, Value& value) {
    if (depth >= kMaxDepth) {
      ++at_;
      skip_deeper(indent - 1);
      return false;
    }
    value = line().is_item() ? items(indent, depth + 1) : members(indent, depth + 1);
    return true;
  }

  // What stands behind a colon or a "-", and below it. Gives false when it cannot be read.
  bool read_value(const Line& own, size_t from, int depth, Value& value) {
    ++at_;
    const size_t begin = std::min(own.text.find_first_not_of(kBlanks, from), own.text.size());
    const std::string_view text = own.text.substr(begin);
    value.offset = own.offset + begin;
    if (ends(text)) {
      const bool list = more(own.indent) && line().indent == own.indent && line().is_item();
      if ((list && !own.is_item()) || more(own.indent + 1)) {
        return nested(line().indent, depth, value);
      }
      value.type = ValueType::plain;
      return true;
    }
    if (text[0] == '|' || text[0] == '>') {
      value.type = ValueType::text;
      value.text = block_text(own.indent, text[0] == '|');
      return true;
    }
    if (text[0] == '[') {
      const bool read = flow_list(text, value);
      skip_deeper(own.indent);
      return read;
    }
    if (!scalar(text, value)) {
      skip_deeper(own.indent);
      return false;
    }
    while (value.type == ValueType::plain && more(own.indent + 1)) {
      value.text += ' ' + std::string(without_comment(line().text));
      ++at_;
    }
    return true;
  }

  static bool scalar(std::string_view text, Value& value) {
    if (text[0] == '"' || text[0] == '\'') {
      const size_t end = quoted_end(text);
      if (end == 0 || !ends(text.substr(end))) return false;
      value.type = ValueType::text;
      value.text = unquoted(text.substr(0, end));
      return true;
    }
    if (std::string_view("{}[]&*!|>%@`,").find(text[0]) != std::string_view::npos) return false;
    value.type = ValueType::plain;
    value.text = without_comment(text);
    return true;
  }

  // [a, "b"]: texts alone, in one line.
  bool flow_list(std::string_view text, Value& list) {
    list.type = ValueType::list;
    const size_t start = list.offset;
    for (size_t i = 1; i < text.size();) {
      i = text.find_first_not_of(" \t,", i);
      if (i == std::string_view::npos) return false;
      if (text[i] == ']') return ends(text.substr(i + 1));
      const bool quoted = text[i] == '"' || text[i] == '\'';
      const size_t length = quoted ? quoted_end(text.substr(i))
                                   : std::min(text.find_first_of(",]", i), text.size()) - i;
      Value item;
      item.offset = start + i;
      if (length == 0 || !scalar(trimmed(text.substr(i, length)), item)) return false;
      list.items.push_back(std::move(item));
      i += length;
    }
    return false;
  }

  // The lines below "|" as they are, those below ">" as one; the first line's indent is theirs.
  std::string block_text(int indent, bool keep_lines) {
    std::string out;
    int own = -1, empty = 0;
    for (; at_ < lines_.size(); ++at_) {
      if (line().text.empty()) {
        ++empty;
        continue;
      }
      if (line().indent <= indent) break;
      if (own < 0) own = line().indent;
      if (!out.empty()) {
        out += keep_lines || empty ? std::string(static_cast<size_t>(empty + keep_lines), '\n') : " ";
      }
      empty = 0;
      if (keep_lines && line().indent > own) {
        out.append(static_cast<size_t>(line().indent - own), ' ');
      }
      out += line().text;
    }
    return out + '\n';
  }

  const PlaceIndex& places_;
  Report& report_;
  std::vector<Line> lines_;
  size_t at_ = 0;
};

}  // namespace

std::optional<Value> read_yaml_lines(std::string_view yaml, const PlaceIndex& places,
                                     Report& report) {
  if (yaml.size() > kMaxFrontMatterBytes) {
    report.error(places.at(0), "the front matter has more than " +
                                   std::to_string(kMaxFrontMatterBytes / 1024) + " KiB");
    return std::nullopt;
  }
  return Reader(yaml, places, report).read();
}

}  // namespace lectern::ingest
