// SPDX-License-Identifier: MIT
// The small reader of front matter: lines by their indent, a level of lists and keys at a time. It
// gives the same tree as yaml-cpp for what it reads, but for white space, and leaves out the rest.
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

bool is_quoted(std::string_view text) { return text.starts_with('"') || text.starts_with('\''); }

// Whether a text can stand without quotes.
bool is_plain(std::string_view text) {
  return !text.empty() && std::string_view("{}[]&*!|>%@`,").find(text[0]) == std::string_view::npos;
}

std::string unquoted(std::string_view text) {
  std::string out;
  for (size_t i = 1; i + 1 < text.size(); ++i) {
    char c = text[i];
    if (c == '\'' && text[0] == c) ++i;
    if (c == '\\' && text[0] == '"') {
      c = text[++i];
      if (c == 'n' || c == 't') c = ' ';
    }
    out += c;
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
  const bool quoted = is_quoted(text);
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

  std::optional<Value> read() {
    tree_.begin(ValueType::object, 0);
    if (more(0) && !line().is_item()) members(line().indent, 1);
    tree_.end();
    for (const TreeBuilder::Duplicate& duplicate : tree_.duplicates()) {
      report_.error(places_.at(duplicate.offset), quote(duplicate.key) + " stands here a second time",
                    Code::repeated_key);
    }
    return tree_.take();
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

  void members(int indent, int depth) {
    while (more(indent)) {
      const Line own = line();
      const size_t colon = key_end(own.text);
      if (own.indent != indent || own.is_item() || colon == std::string_view::npos) {
        ++at_;
        skip_deeper(indent);
        continue;
      }
      const std::string_view key = trimmed(own.text.substr(0, colon));
      tree_.key(is_quoted(key) ? unquoted(key) : std::string(key), own.offset);
      value(own, colon + 1, depth);
    }
  }

  void items(int indent, int depth) {
    while (more(indent) && line().indent == indent && line().is_item()) {
      const Line own = line();
      const size_t begin = std::min(own.text.find_first_not_of(kBlanks, 1), own.text.size());
      const std::string_view rest = own.text.substr(begin);
      if (key_end(rest) != std::string_view::npos || rest.substr(0, 2) == "- ") {
        // What stands behind the mark begins a level of its own.
        line() = {indent + static_cast<int>(begin), own.offset + begin, rest};
        nested(depth);
      } else {
        value(own, 1, depth);
      }
    }
    skip_deeper(indent);
  }

  // The list or the keys that begin at this line.
  void nested(int depth) {
    const Line own = line();
    if (depth >= kMaxDepth) {
      ++at_;
      return skip_deeper(own.indent - 1);
    }
    tree_.begin(own.is_item() ? ValueType::list : ValueType::object, own.offset);
    if (own.is_item()) {
      items(own.indent, depth + 1);
    } else {
      members(own.indent, depth + 1);
    }
    tree_.end();
  }

  // What stands behind a colon or a "-", and below it. Nothing when it cannot be read: the next key
  // takes the place of this one.
  void value(const Line& own, size_t from, int depth) {
    ++at_;
    const size_t begin = std::min(own.text.find_first_not_of(kBlanks, from), own.text.size());
    const std::string_view text = own.text.substr(begin);
    const size_t offset = own.offset + begin;
    if (ends(text)) {
      const bool list = more(own.indent) && line().indent == own.indent && line().is_item();
      if ((list && !own.is_item()) || more(own.indent + 1)) return nested(depth);
      return scalar("", offset);
    }
    if (text[0] == '[') {
      flow_list(text, offset);
    } else if (is_quoted(text)) {
      const size_t end = quoted_end(text);
      if (end > 0 && ends(text.substr(end))) scalar(text.substr(0, end), offset);
    } else if (text[0] == '|' || text[0] == '>' || is_plain(text)) {
      // Lines go on below. Where they end counts nowhere in an article's fields.
      std::string whole(is_plain(text) ? without_comment(text) : std::string_view());
      for (; more(own.indent + 1); ++at_) whole += ' ' + std::string(without_comment(line().text));
      scalar(whole, offset);
    }
    skip_deeper(own.indent);
  }

  void scalar(std::string_view text, size_t offset) {
    Value value;
    value.type = is_quoted(text) ? ValueType::text : ValueType::plain;
    value.text = is_quoted(text) ? unquoted(text) : std::string(text);
    tree_.add(std::move(value), offset);
  }

  // [a, "b"]: texts alone, in one line.
  void flow_list(std::string_view text, size_t offset) {
    tree_.begin(ValueType::list, offset);
    for (size_t i = 1; (i = text.find_first_not_of(" \t,", i)) < text.size();) {
      const std::string_view rest = text.substr(i);
      const size_t length =
          is_quoted(rest) ? quoted_end(rest) : std::min(rest.find_first_of(",]"), rest.size());
      const std::string_view item = trimmed(rest.substr(0, length));
      if (!is_quoted(item) && !is_plain(item)) break;
      scalar(item, offset + i);
      i += length;
    }
    tree_.end();
  }

  const PlaceIndex& places_;
  Report& report_;
  std::vector<Line> lines_;
  size_t at_ = 0;
  TreeBuilder tree_;
};

}  // namespace

std::optional<Value> read_yaml_lines(std::string_view yaml, const PlaceIndex& places,
                                     Report& report) {
  if (yaml.size() > kMaxFrontMatterBytes) {
    report.error(places.at(0), "the front matter has more than " +
                                   std::to_string(kMaxFrontMatterBytes / 1024) + " KiB",
                 Code::limit);
    return std::nullopt;
  }
  return Reader(yaml, places, report).read();
}

}  // namespace lectern::ingest
