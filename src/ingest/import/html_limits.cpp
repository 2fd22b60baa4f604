// SPDX-License-Identifier: MIT
// A scanner for tags alone. Where it is not sure what a browser would do (raw text inside of svg,
// math and select), it takes more for tags than there are, never less.
#include "ingest/import/html_limits.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

namespace lectern::ingest {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view kBlanks = " \t\n\f\r";

// Elements without content, and those that the parser closes by itself when the next of them
// begins: they never pile up.
constexpr std::string_view kUncounted[] = {
    "area",   "base",     "body",  "br",    "col",   "colgroup", "dd",     "dt",    "embed",
    "frame",  "head",     "hr",    "html",  "img",   "input",    "li",     "link",  "meta",
    "option", "optgroup", "p",     "param", "rp",    "rt",       "source", "tbody", "td",
    "tfoot",  "th",       "thead", "tr",    "track", "wbr"};
// They stay open when what is around them ends, and go on in what follows (HTML, 13.2.4.3).
constexpr std::string_view kFormatting[] = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                            "nobr", "s", "small", "strike", "strong", "tt",   "u"};
constexpr std::string_view kRawText[] = {"iframe", "noembed",  "noframes", "script",
                                         "style",  "textarea", "title",    "xmp"};
// What is in these is read by other rules.
constexpr std::string_view kForeign[] = {"math", "select", "svg"};

template <size_t N>
bool is_in(const std::string_view (&names)[N], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Scanner {
 public:
  explicit Scanner(std::string& html) : html_(html), view_(html) {}

  HtmlExcess run() {
    for (size_t i = view_.find('<'); i != npos && i < view_.size(); i = view_.find('<', i)) {
      i = read(i);
    }
    return excess_;
  }

 private:
  // What begins with the "<" at an offset; gives where to go on.
  size_t read(size_t at) {
    const char next = at + 1 < view_.size() ? view_[at + 1] : '\0';
    if (is_letter(next)) return start_tag(at);
    if (next == '!') return after_markup(at);
    if (next == '?') return after(view_.find('>', at));
    if (next != '/') return at + 1;
    if (at + 2 < view_.size() && is_letter(view_[at + 2])) return end_tag(at);
    return after(view_.find('>', at));
  }

  size_t after(size_t end) const { return end == npos ? view_.size() : end + 1; }

  size_t after_markup(size_t at) const {
    if (view_.substr(at, 4) != "<!--") return after(view_.find('>', at));
    const std::string_view rest = view_.substr(at + 4);
    if (rest.starts_with('>')) return at + 5;
    if (rest.starts_with("->")) return at + 6;
    for (size_t i = view_.find("--", at + 4); i != npos; i = view_.find("--", i + 1)) {
      if (view_.substr(i + 2, 1) == ">") return i + 3;
      if (view_.substr(i + 2, 2) == "!>") return i + 4;
    }
    return view_.size();
  }

  std::string name_at(size_t begin) const {
    const size_t end = std::min(view_.find_first_of(" \t\n\f\r/>", begin), view_.size());
    std::string name(view_.substr(begin, std::min<size_t>(end - begin, 16)));
    for (char& c : name) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    return name;
  }

  // The offset after the ">" of a tag, whose attributes beyond those that it may have are gone then; quotes count only
  // where a value begins.
  size_t tag_end(size_t i) {
    size_t attributes = 0, too_many = npos;
    i = view_.find_first_of(" \t\n\f\r/>", i);
    while (i != npos) {
      i = view_.find_first_not_of(" \t\n\f\r/", i);
      if (i == npos) break;
      if (view_[i] == '>') {
        if (too_many != npos) blank(too_many, i, excess_.wide);
        return i + 1;
      }
      if (++attributes == kMaxHtmlAttributes + 1) too_many = i;
      i = view_.find_first_of("= \t\n\f\r/>", i + 1);
      if (i != npos) i = view_.find_first_not_of(kBlanks, i);
      if (i == npos) break;
      if (view_[i] != '=') continue;
      i = view_.find_first_not_of(kBlanks, i + 1);
      if (i == npos) break;
      if (view_[i] == '"' || view_[i] == '\'') {
        i = view_.find(view_[i], i + 1);
        if (i != npos) ++i;
        if (i == view_.size()) break;
      } else if (view_[i] != '>') {
        i = view_.find_first_of(" \t\n\f\r>", i);
      }
    }
    if (too_many != npos) blank(too_many, view_.size(), excess_.wide);
    return view_.size();
  }

  size_t start_tag(size_t at) {
    const std::string name = name_at(at + 1);
    const size_t end = tag_end(at + 1);
    const bool foreign = foreign_ > 0;
    if (!foreign && sure_ && is_in(kRawText, name)) return after_raw_text(end, name);
    if (is_in(kUncounted, name)) return end;
    if (foreign && end >= 2 && view_[end - 2] == '/') return end;
    if (name == "a" || name == "nobr") close_formatting(name);
    if (open_.size() >= kMaxHtmlDepth) {
      blank(at, end, excess_.deep);
      return end;
    }
    if (is_in(kForeign, name)) ++foreign_;
    open_.push_back(name);
    return end;
  }

  size_t after_raw_text(size_t from, std::string_view name) {
    for (size_t i = view_.find("</", from); i != npos; i = view_.find("</", i + 2)) {
      const size_t end = i + 2 + name.size();
      if (end < view_.size() && name_at(i + 2) == name) return tag_end(i + 2);
    }
    return view_.size();
  }

  void close_formatting(std::string_view name) {
    const auto last = std::find(open_.rbegin(), open_.rend(), name);
    if (last != open_.rend()) open_.erase(std::next(last).base());
  }

  size_t end_tag(size_t at) {
    const std::string name = name_at(at + 2);
    const size_t end = tag_end(at + 2);
    if (is_in(kUncounted, name)) return end;
    // In foreign content an end tag that is not the innermost element's may close nothing.
    if (foreign_ > 0 && (open_.empty() || open_.back() != name)) {
      sure_ = false;
      return end;
    }
    const auto last = std::find(open_.rbegin(), open_.rend(), name);
    if (last == open_.rend()) return end;
    const auto begin = std::next(last).base();
    if (is_in(kForeign, name)) --foreign_;
    if (is_in(kFormatting, name)) {
      open_.erase(begin);
      return end;
    }
    open_.erase(std::remove_if(begin + 1, open_.end(),
                               [](const std::string& each) { return !is_in(kFormatting, each); }),
                open_.end());
    open_.erase(begin);
    return end;
  }

  void blank(size_t begin, size_t end, std::optional<size_t>& first) {
    if (!first) first = begin;
    for (size_t i = begin; i < end; ++i) {
      if (html_[i] != '\n') html_[i] = ' ';
    }
  }

  std::string& html_;
  std::string_view view_;
  std::vector<std::string> open_;
  int foreign_ = 0;
  bool sure_ = true;
  HtmlExcess excess_;
};

}  // namespace

HtmlExcess limit_html(std::string& html) {
  return Scanner(html).run();
}

}  // namespace lectern::ingest
