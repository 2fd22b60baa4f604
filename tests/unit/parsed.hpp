// SPDX-License-Identifier: MIT
// What the publisher writes, read back: XML by a reader that refuses what is not well-formed, JSON
// by the reader of articles. Paths into it are names with "/" between.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "ingest/json_reader.hpp"

namespace lectern::test {

struct Xml {
  std::string name, text;  // text: all of it inside, without markup
  std::map<std::string, std::string> attributes;
  std::vector<Xml> children;

  std::vector<const Xml*> all(std::string_view child) const {
    std::vector<const Xml*> found;
    for (const Xml& item : children) {
      if (item.name == child) found.push_back(&item);
    }
    return found;
  }
  // The first at the path; an empty one when there is none.
  const Xml& at(std::string_view path) const {
    static const Xml kNone;
    const size_t slash = path.find('/');
    const auto found = all(path.substr(0, slash));
    if (found.empty()) return kNone;
    return slash == std::string_view::npos ? *found[0] : found[0]->at(path.substr(slash + 1));
  }
};

// Elements, attributes in double quotes, text, the five entities and one declaration: what the
// publisher may write. Everything else is taken for a fault.
class XmlReader {
 public:
  explicit XmlReader(std::string_view text) : rest_(text) {}

  std::optional<Xml> read() {
    if (!take("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")) return std::nullopt;
    if (find_bad_utf8(rest_)) return std::nullopt;
    Xml root;
    if (!element(root)) return std::nullopt;
    return rest_ == "\n" ? std::optional(root) : std::nullopt;
  }

 private:
  bool take(std::string_view what) {
    if (!rest_.starts_with(what)) return false;
    rest_.remove_prefix(what.size());
    return true;
  }
  std::string name() {
    const size_t end = rest_.find_first_of(" =>/\n");
    const std::string out(rest_.substr(0, end));
    rest_.remove_prefix(out.size());
    return out;
  }
  // Up to the next of `ends`, entities resolved; false at what can't stand there.
  bool characters(std::string_view ends, std::string& out) {
    while (!rest_.empty() && ends.find(rest_.front()) == std::string_view::npos) {
      const auto c = static_cast<unsigned char>(rest_.front());
      if (c == '<' || c == '>' || (c < 0x20 && c != '\n' && c != '\t' && c != '\r')) return false;
      if (c != '&') {
        out += rest_.front();
        rest_.remove_prefix(1);
        continue;
      }
      const std::pair<const char*, char> kEntities[] = {
          {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
      bool known = false;
      for (const auto& [entity, character] : kEntities) {
        if (known || !take(entity)) continue;
        out += character;
        known = true;
      }
      if (!known) return false;
    }
    return !rest_.empty();
  }
  bool element(Xml& out) {
    if (!take("<")) return false;
    out.name = name();
    while (take(" ")) {
      const std::string key = name();
      if (!take("=\"") || !characters("\"", out.attributes[key]) || !take("\"")) return false;
    }
    if (take("/>")) return !out.name.empty();
    if (!take(">")) return false;
    for (;;) {
      if (!characters("<", out.text)) return false;
      if (take("</")) return name() == out.name && take(">");
      if (!element(out.children.emplace_back())) return false;
    }
  }

  std::string_view rest_;
};

inline Xml read_xml(std::string_view text) {
  const auto xml = XmlReader(text).read();
  EXPECT_TRUE(xml) << text;
  return xml ? *xml : Xml{};
}

class Json {
 public:
  explicit Json(const ingest::Value* value) : value_(value) {}
  // An index or a name for each part; what is not there is empty.
  Json at(std::string_view path) const {
    const size_t slash = path.find('/');
    const std::string part(path.substr(0, slash));
    const ingest::Value* next = nullptr;
    if (value_ && value_->type == ingest::ValueType::list) {
      const auto index = static_cast<size_t>(std::stoi(part));
      if (index < value_->items.size()) next = &value_->items[index];
    } else if (value_) {
      next = value_->find(part);
    }
    return slash == std::string_view::npos ? Json(next) : Json(next).at(path.substr(slash + 1));
  }
  std::string text(std::string_view path) const {
    const Json found = at(path);
    return found.value_ ? found.value_->text : "";
  }
  int number(std::string_view path) const {
    const Json found = at(path);
    return found.value_ ? static_cast<int>(found.value_->number) : 0;
  }
  size_t size(std::string_view path) const {
    const Json found = at(path);
    return found.value_ ? found.value_->items.size() : 0;
  }
  bool has(std::string_view path) const { return at(path).value_ != nullptr; }

 private:
  const ingest::Value* value_;
};

// Keeps what it has read.
class JsonFile {
 public:
  explicit JsonFile(const std::string& text) {
    const ingest::PlaceIndex places(text, {1, 1});
    Diagnostics diagnostics;
    ingest::Report report("test.json", diagnostics);
    value_ = ingest::read_json(text, places, report);
    EXPECT_TRUE(value_) << text;
  }
  Json operator*() const { return Json(value_ ? &*value_ : nullptr); }
  std::string text(std::string_view path) const { return (**this).text(path); }
  int number(std::string_view path) const { return (**this).number(path); }
  size_t size(std::string_view path) const { return (**this).size(path); }
  bool has(std::string_view path) const { return (**this).has(path); }

 private:
  std::optional<ingest::Value> value_;
};

}  // namespace lectern::test
