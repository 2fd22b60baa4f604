// SPDX-License-Identifier: MIT
#include "ingest/import/shortcodes.hpp"

#include <gumbo.h>

#include <algorithm>

namespace lectern::ingest {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr size_t kLongest = 4000;  // of one shortcode or code span

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_name(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  ShownShortcodes read() {
    while (at_ < text_.size()) {
      const size_t end = std::min(text_.find('\n', at_), text_.size());
      const std::string_view line = text_.substr(at_, end - at_);
      if (is_code_line(line)) {
        out_.text += line;
        at_ = end;
      } else if (is_module_line(line)) {
        show(end);
      } else {
        read_line(end);
      }
      if (at_ < text_.size() && text_[at_] == '\n') out_.text += text_[at_++];
    }
    return std::move(out_);
  }

 private:
  // Also opens and closes fences.
  bool is_code_line(std::string_view line) {
    const size_t begin = std::min(line.find_first_not_of(" >"), line.size());
    const char mark = begin < line.size() ? line[begin] : '\0';
    const size_t end = std::min(line.find_first_not_of(mark, begin), line.size());
    const bool fence = (mark == '`' || mark == '~') && end - begin >= 3;
    if (fence_ == 0) {
      const bool opens = fence && (mark == '~' || line.find('`', end) == npos);
      if (opens) fence_ = end - begin, mark_ = mark;
      return opens || line.starts_with("    ") || line.starts_with('\t');
    }
    const bool closes = fence && mark == mark_ && end - begin >= fence_ &&
                        line.find_first_not_of(" \t", end) == npos;
    if (closes) fence_ = 0;
    return true;
  }

  static bool is_module_line(std::string_view line) {
    if (line.starts_with("import ")) {
      return line.find(" from '") != npos || line.find(" from \"") != npos ||
             line.starts_with("import '") || line.starts_with("import \"");
    }
    if (!line.starts_with("export ")) return false;
    for (const std::string_view word : {"const ", "default ", "function ", "let ", "{", "* "}) {
      if (line.substr(7).starts_with(word)) return true;
    }
    return false;
  }

  // A line, and more when a shortcode goes on in the next ones.
  void read_line(size_t end) {
    while (at_ < end) {
      const char c = text_[at_];
      if (c == '\\' && at_ + 1 < end) {
        copy(2);
      } else if (c == '`') {
        copy(code_span(end));
      } else if (const size_t stop = c == '{' || c == '<' ? end_of_mark() : 0; stop > 0) {
        show(stop);
        if (at_ > end) return;
      } else {
        copy(1);
      }
    }
  }

  void copy(size_t bytes) {
    out_.text += text_.substr(at_, bytes);
    at_ += bytes;
  }

  // The bytes of a code span on this line, or of the backticks alone.
  size_t code_span(size_t end) const {
    end = std::min(end, at_ + kLongest);
    const size_t run = std::min(text_.find_first_not_of('`', at_), end) - at_;
    for (size_t i = text_.find('`', at_ + run); i < end; i = text_.find('`', i)) {
      const size_t close = std::min(text_.find_first_not_of('`', i), end);
      if (close - i == run) return close - at_;
      i = close;
    }
    return run;
  }

  // Where what begins here ends, if it is one of theirs; 0 if not.
  size_t end_of_mark() {
    if (at_ >= paragraph_end_) paragraph_end_ = std::min(text_.find("\n\n", at_), text_.size());
    const std::string_view rest = text_.substr(at_, std::min(kLongest, paragraph_end_ - at_));
    for (Mark& mark : marks_) {
      if (!rest.starts_with(mark.open)) continue;
      // What was searched in vain for one need not be searched again for the next.
      const size_t from =
          std::max(mark.open.size(), mark.none_before - std::min(at_, mark.none_before));
      const size_t found = rest.find(mark.close, from);
      if (found != npos) return at_ + found + mark.close.size();
      mark.none_before = at_ + rest.size() - std::min(mark.close.size(), rest.size());
      return 0;
    }
    return rest.starts_with('<') ? end_of_component(rest) : 0;
  }

  // "<Chart …>": a capital first, a small letter somewhere, and no element of HTML.
  size_t end_of_component(std::string_view rest) const {
    const size_t begin = rest.starts_with("</") ? 2 : 1;
    size_t end = begin;
    bool small = false;
    for (; end < rest.size() && is_name(rest[end]); ++end)
      small = small || (rest[end] >= 'a' && rest[end] <= 'z');
    if (end == begin || !is_upper(rest[begin]) || !small) return 0;
    const std::string_view name = rest.substr(begin, end - begin);
    const auto length = static_cast<unsigned int>(name.size());
    if (gumbo_tagn_enum(name.data(), length) != GUMBO_TAG_UNKNOWN) return 0;
    const size_t close = rest.find('>', end);
    return close == npos ? at_ + end : at_ + close + 1;
  }

  void show(size_t stop) {
    if (!out_.first) out_.first = at_;
    for (; at_ < stop; ++at_) {
      constexpr std::string_view kMarks = "\\`*_[]<&~";
      if (kMarks.find(text_[at_]) != npos) out_.text += '\\';
      out_.text += text_[at_];
    }
  }

  struct Mark {
    std::string_view open, close;
    size_t none_before = 0;
  };

  std::string_view text_;
  size_t at_ = 0;
  size_t paragraph_end_ = 0;
  Mark marks_[3] = {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}};
  size_t fence_ = 0;  // its length while one is open
  char mark_ = '\0';
  ShownShortcodes out_;
};

}  // namespace

ShownShortcodes show_shortcodes(std::string_view markdown) {
  return Reader(markdown).read();
}

}  // namespace lectern::ingest
