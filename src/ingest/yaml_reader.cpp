// SPDX-License-Identifier: MIT
// yaml-cpp's events into a value tree. Its own tree would share what an alias names, so that a few
// lines could stand for gigabytes; here an alias is an error. The one file that catches exceptions.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "ingest/front_matter.hpp"
#include "ingest/limits.hpp"

namespace lectern::ingest {
namespace {

// Thrown through the parser and caught below, in this file.
struct Stop {
  size_t offset;
  std::string sentence;
};

size_t offset_of(const YAML::Mark& mark) {
  return static_cast<size_t>(std::max(mark.pos, 0));
}

// yaml-cpp 0.7 takes the end of the text for the end of a text in quotes.
bool closes_quote(std::string_view yaml, size_t begin) {
  const char quote = begin < yaml.size() ? yaml[begin] : ' ';
  if (quote != '"' && quote != '\'') return true;  // a block scalar
  for (size_t i = begin + 1; i < yaml.size(); ++i) {
    if (quote == '"' && yaml[i] == '\\') {
      ++i;
    } else if (yaml[i] == quote) {
      if (quote == '"' || yaml.substr(i + 1, 1) != "'") return true;
      ++i;  // '' is one quote inside
    }
  }
  return false;
}

// YAML has none but these (1.2, production 1), and yaml-cpp ends at one of the others.
std::optional<size_t> find_control(std::string_view yaml) {
  for (size_t i = 0; i < yaml.size(); ++i) {
    const auto c = static_cast<unsigned char>(yaml[i]);
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F) return i;
  }
  return std::nullopt;
}

class Handler final : public YAML::EventHandler {
 public:
  explicit Handler(std::string_view yaml) : yaml_(yaml) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add("", ValueType::plain, mark, anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Stop{offset_of(mark),
               "front matter has no aliases (\"*name\"); write it out, or put it "
               "in quotes"};
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    // yaml-cpp tags a scalar in quotes "!", one without "?".
    const bool plain = tag == "?";
    if (!plain && !closes_quote(yaml_, offset_of(mark))) {
      throw Stop{offset_of(mark), "the text that begins here is not closed by a quote"};
    }
    add(value, plain ? ValueType::plain : ValueType::text, mark, anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    begin(ValueType::list, mark, anchor);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    begin(ValueType::object, mark, anchor);
  }
  void OnMapEnd() override { end(); }

  TreeBuilder& tree() { return tree_; }

 private:
  // In an object every other event is a key.
  bool takes_key() const { return tree_.in_object() && !key_given_.back(); }

  void begin(ValueType type, const YAML::Mark& mark, YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    if (takes_key()) throw Stop{offset_of(mark), "a list or an object cannot be a key"};
    if (tree_.in_object()) key_given_.back() = false;
    if (!tree_.begin(type, offset_of(mark))) throw limit(mark);
    key_given_.push_back(false);
  }

  void end() {
    tree_.end();
    key_given_.pop_back();
  }

  void add(const std::string& text, ValueType type, const YAML::Mark& mark, YAML::anchor_t anchor) {
    refuse_anchor(mark, anchor);
    if (takes_key()) {
      tree_.key(text, offset_of(mark));
      key_given_.back() = true;
      return;
    }
    if (tree_.in_object()) key_given_.back() = false;
    Value value;
    value.type = type;
    value.text = text;
    if (!tree_.add(std::move(value), offset_of(mark))) throw limit(mark);
  }

  Stop limit(const YAML::Mark& mark) const {
    return {offset_of(mark), std::string(tree_.limit_reached())};
  }

  static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == 0) return;
    throw Stop{offset_of(mark), "front matter has no anchors (\"&name\"); put it in quotes"};
  }

  std::string_view yaml_;
  TreeBuilder tree_;
  std::vector<bool> key_given_;  // of each open list or object
};

std::string sentence_of(const YAML::ParserException& problem) {
  return "this is not YAML: " + quote(problem.msg);
}

}  // namespace

std::optional<Value> read_yaml(std::string_view yaml, const PlaceIndex& places, Report& report) {
  if (yaml.size() > kMaxFrontMatterBytes) {
    report.error(places.at(0), "the front matter has more than " +
                                   std::to_string(kMaxFrontMatterBytes / 1024) + " KiB",
                 Code::limit);
    return std::nullopt;
  }
  if (const auto control = find_control(yaml)) {
    report.error(places.at(*control), "a control character stands here, which YAML does not have",
                 Code::syntax);
    return std::nullopt;
  }
  Handler handler(yaml);
  try {
    std::istringstream in{std::string(yaml)};
    YAML::Parser parser(in);
    if (!parser.HandleNextDocument(handler)) return Value{};
    if (parser) throw Stop{0, "front matter is one document; there is a second one in it"};
  } catch (const Stop& stop) {
    report.error(places.at(stop.offset), stop.sentence, Code::syntax);
    return std::nullopt;
  } catch (const YAML::ParserException& problem) {
    report.error(places.at(offset_of(problem.mark)), sentence_of(problem), Code::syntax);
    return std::nullopt;
  } catch (const std::exception&) {
    report.error(places.at(0), "this front matter cannot be read as YAML", Code::syntax);
    return std::nullopt;
  }
  for (const TreeBuilder::Duplicate& duplicate : handler.tree().duplicates()) {
    report.error(places.at(duplicate.offset), quote(duplicate.key) + " stands here a second time",
                 Code::repeated_key);
  }
  return handler.tree().take();
}

}  // namespace lectern::ingest
