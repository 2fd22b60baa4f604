// SPDX-License-Identifier: MIT
#include "publish/theme_template.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "base/nearest.hpp"
#include "ingest/ingest.hpp"
#include "ingest/place_index.hpp"
#include "ingest/report.hpp"
#include "publish/theme_tags.hpp"

namespace lectern::publish {
namespace {

using ingest::quote;
using Kind = ThemePiece::Kind;
using Names = std::span<const std::string_view>;

struct Placeholder {
  std::string_view name;
  Kind kind;
  bool in_attribute;
};
constexpr Placeholder kPlaceholders[] = {
    {"home", Kind::home, true},   {"lang", Kind::lang, true},          {"map", Kind::map, true},
    {"name", Kind::name, false},  {"sections", Kind::sections, false}, {"title", Kind::title, true},
};

bool is_one_of(std::string_view name, Names names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}
bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

class Parser {
 public:
  Parser(std::string_view text, ThemePart part, const std::string& path, const ThemeResolver& resolve,
         Diagnostics& diagnostics)
      : text_(text), part_(part), resolve_(resolve), places_(text, {1, 1}), report_(path, diagnostics) {}

  std::optional<ThemeTemplate> parse() {
    while (at_ < text_.size()) {
      if (rest().starts_with("{{")) placeholder(text_.size(), false);
      else if (text_[at_] == '<') tag();
      else add_text(text_.substr(at_++, 1));
    }
    for (const auto& [name, offset] : open_) error(offset, "<" + name + "> is not closed");
    const bool named = std::any_of(pieces_.begin(), pieces_.end(),
                                   [](const ThemePiece& piece) { return piece.kind == Kind::name; });
    if (part_ == ThemePart::masthead && !named) {
      error(0, "a masthead needs {{name}}, which is the front page's heading");
    }
    if (wrong_) return std::nullopt;
    if (!pieces_.empty() && pieces_[0].kind == Kind::text) {  // what comments leave
      std::string& first = pieces_[0].text;
      first.erase(0, first.find_first_not_of(" \n\t"));
    }
    return std::move(pieces_);
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }
  bool in_head() const { return part_ == ThemePart::head; }

  void error(size_t offset, std::string sentence) {
    report_.error(places_.at(offset), std::move(sentence), Code::theme_file);
    wrong_ = true;
  }

  void add_text(std::string_view text) {
    if (pieces_.empty() || pieces_.back().kind != Kind::text) pieces_.push_back({Kind::text, ""});
    pieces_.back().text += text;
  }

  // At "{{", within `end`.
  void placeholder(size_t end, bool in_attribute) {
    const size_t begin = at_;
    const size_t close = text_.find("}}", at_);
    if (close == std::string_view::npos || close >= end) {
      error(begin, "{{ has no end");
      at_ = end;
      return;
    }
    const std::string_view name = text_.substr(begin + 2, close - begin - 2);
    at_ = close + 2;
    const auto* known = std::find_if(std::begin(kPlaceholders), std::end(kPlaceholders),
                                     [&](const Placeholder& p) { return p.name == name; });
    if (known == std::end(kPlaceholders)) {
      constexpr std::string_view kNames[] = {"home", "lang", "map", "name", "sections", "title"};
      const std::string_view meant = nearest(name, kNames);
      return error(begin, "there is nothing to fill in for " + quote(name) +
                              (meant.empty() ? "" : ": did you mean {{" + std::string(meant) + "}}?"));
    }
    const bool block = known->kind == Kind::name || known->kind == Kind::sections;
    if (block && (in_attribute || in_head())) {
      return error(begin, "{{" + std::string(name) + "}} is a part of a page and can't stand here");
    }
    if (known->kind == Kind::name && (part_ != ThemePart::masthead || named_)) {
      return error(begin, "{{name}} stands once, in the masthead");
    }
    if (block) check_inside("{{" + std::string(name) + "}}", begin);
    named_ = named_ || known->kind == Kind::name;
    pieces_.push_back({known->kind, ""});
  }

  void tag() {
    const size_t begin = at_;
    if (rest().starts_with("<!--")) {
      const size_t end = text_.find("-->", at_ + 4);
      if (end == std::string_view::npos) error(begin, "this comment is not closed");
      at_ = end == std::string_view::npos ? text_.size() : end + 3;
      return;
    }
    const bool closing = rest().starts_with("</");
    at_ += closing ? 2 : 1;
    size_t end = at_;
    while (end < text_.size() && is_letter_or_digit(text_[end])) ++end;
    const std::string name = small(text_.substr(at_, end - at_));
    at_ = end;
    if (name.empty()) return error(begin, "this < begins no tag; as a sign it is written &lt;");
    if (closing) return close_tag(name, begin);
    check_tag(name, begin);
    add_text("<" + std::string(text_.substr(begin + 1, name.size())));
    attributes(name, begin);
    if (!is_one_of(name, kVoid) && !closed_itself_) open_.emplace_back(name, begin);
  }

  void close_tag(const std::string& name, size_t begin) {
    const size_t end = text_.find('>', at_);
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
    if (open_.empty() || open_.back().first != name) {
      return error(begin, "</" + name + "> closes nothing" +
                              (open_.empty() ? "" : ": <" + open_.back().first + "> is open"));
    }
    open_.pop_back();
    add_text("</" + name + ">");
  }

  // A browser would end a paragraph or heading before it.
  void check_inside(const std::string& what, size_t begin) {
    for (const auto& [name, offset] : open_) {
      if (is_one_of(name, kOfText)) return error(begin, what + " can't stand inside <" + name + ">");
    }
  }

  void check_tag(const std::string& name, size_t begin) {
    if (is_one_of(name, kBlocks)) check_inside("<" + name + ">", begin);
    if (is_one_of(name, in_head() ? Names(kHeadTags) : Names(kBodyTags))) return;
    if (name == "script") return error(begin, "a theme runs no scripts, so <script> can't stand here");
    if (name == "style") return error(begin, "styles belong in theme/style.css, not in <style>");
    error(begin, "<" + name + "> can't stand " + (in_head() ? "in a head: only <meta> and <link> can"
                                                            : "here; docs/themes.md lists the tags"));
  }

  void attributes(const std::string& tag_name, size_t begin) {
    bool alt = false;
    std::string relation;
    closed_itself_ = false;
    for (;;) {
      while (at_ < text_.size() && is_space(text_[at_])) ++at_;
      if (at_ == text_.size() || text_[at_] == '<') return error(begin, "<" + tag_name + " has no >");
      if (text_[at_] == '>' || rest().starts_with("/>")) break;
      const size_t name_at = at_;
      while (at_ < text_.size() && !is_space(text_[at_]) &&
             std::string_view("=>/\"'<").find(text_[at_]) == std::string_view::npos) {
        ++at_;
      }
      if (at_ == name_at) {
        ++at_;
        error(name_at, "this is no attribute");
        continue;
      }
      const std::string name = small(text_.substr(name_at, at_ - name_at));
      const std::string_view written = text_.substr(name_at, at_ - name_at);
      check_attribute(name, name_at);
      alt = alt || name == "alt";
      if (at_ == text_.size() || text_[at_] != '=') {
        add_text(' ' + std::string(written));
        continue;
      }
      const char mark = ++at_ < text_.size() ? text_[at_] : ' ';
      const size_t end = mark == '"' || mark == '\'' ? text_.find(mark, at_ + 1) : std::string_view::npos;
      if (end == std::string_view::npos) {
        return error(name_at, "the value of " + quote(name) + " needs quotation marks around it");
      }
      ++at_;
      if (name == "rel") relation = small(text_.substr(at_, end - at_));
      add_text(' ' + std::string(written) + "=\"");
      value(name, end);
      add_text("\"");
      at_ = end + 1;
    }
    closed_itself_ = text_[at_] == '/';
    at_ += closed_itself_ ? 2 : 1;
    add_text(closed_itself_ ? "/>" : ">");
    if (tag_name == "img" && !alt) {
      report_.warning(places_.at(begin), "this picture has no words for those who don't see it: alt",
                      Code::missing_alt);
    }
    if (tag_name == "link" && !is_one_of(relation, kRelations)) {
      error(begin, relation == "stylesheet" ? "styles belong in theme/style.css"
                                            : "a <link> of rel " + quote(relation) + " can't stand here");
    }
  }

  void check_attribute(const std::string& name, size_t offset) {
    const bool known = is_one_of(name, in_head() ? Names(kHeadAttributes) : Names(kBodyAttributes)) ||
                       (!in_head() && name.starts_with("aria-"));
    if (known) return;
    if (name == "style") return error(offset, "styles belong in theme/style.css, not in an attribute");
    if (name.starts_with("on")) {
      return error(offset, "a theme runs no scripts, so " + quote(name) + " can't stand here");
    }
    error(offset, "the attribute " + quote(name) + " can't stand here");
  }

  // Up to `end`, where its quotation mark is.
  void value(const std::string& name, size_t end) {
    const size_t begin = at_;
    const std::string all(text_.substr(begin, end - begin));
    const bool address = name == "href" || name == "src";
    if (address && all.find("{{") == std::string::npos) return link(all, name == "src", begin);
    if (address && !all.starts_with("{{")) error(begin, "an address begins with its {{name}}");
    if (name == "class") check_classes(all, begin);
    while (at_ < end) {
      if (rest().starts_with("{{")) {
        placeholder(end, true);
      } else {
        add_text(text_[at_] == '"' ? std::string_view("&quot;") : text_.substr(at_, 1));  // between '
        ++at_;
      }
    }
  }

  void check_classes(const std::string& all, size_t begin) {
    for (size_t at = 0; at < all.size();) {
      const size_t end = std::min(all.find_first_of(" \t\n\r", at), all.size());
      const std::string_view one = std::string_view(all).substr(at, end - at);
      if (is_one_of(one, kViewersClasses)) error(begin, "the class " + quote(one) + " is the viewer's own");
      at = end + 1;
    }
  }

  void link(const std::string& url, bool image, size_t begin) {
    const std::string allowed = image ? ingest::allowed_image(url) : ingest::allowed_link(url);
    if (allowed.empty()) return error(begin, "the address " + quote(url) + " is not allowed");
    const size_t colon = allowed.find(':');
    const bool absolute = colon != std::string::npos && colon < allowed.find_first_of("/?#");
    if (absolute || allowed.starts_with("//") || allowed.starts_with('#')) {
      std::string safe;
      for (const char c : allowed) safe += c == '"' ? std::string("%22") : std::string(1, c);
      return add_text(safe);
    }
    std::string problem;
    std::string path = resolve_(allowed, problem);
    if (!problem.empty()) return error(begin, "the address " + quote(url) + ' ' + problem);
    pieces_.push_back({Kind::link, std::move(path)});
  }

  const std::string_view text_;
  const ThemePart part_;
  const ThemeResolver& resolve_;
  const ingest::PlaceIndex places_;
  ingest::Report report_;
  size_t at_ = 0;
  ThemeTemplate pieces_;
  std::vector<std::pair<std::string, size_t>> open_;
  bool closed_itself_ = false;
  bool named_ = false;
  bool wrong_ = false;
};

}  // namespace

std::optional<ThemeTemplate> parse_theme_template(std::string_view text, ThemePart part,
                                                  const std::string& path,
                                                  const ThemeResolver& resolve,
                                                  Diagnostics& diagnostics) {
  return Parser(text, part, path, resolve, diagnostics).parse();
}

}  // namespace lectern::publish
