// SPDX-License-Identifier: MIT
#include "ingest/footnotes.hpp"

#include <md4c.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace lectern::ingest {
namespace {

constexpr size_t kMaxLabel = 999;  // as CommonMark has it for the labels of links
constexpr size_t kIndent = 4;
constexpr std::string_view kBlanks = " \t";

std::string lower(std::string_view label) {
  std::string out(label);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

// The offset after the end of the line that `offset` is in.
size_t next_line(std::string_view text, size_t offset) {
  const size_t end = text.find_first_of("\r\n", offset);
  if (end == std::string_view::npos) return text.size();
  return end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
}

std::string_view line_at(std::string_view text, size_t offset) {
  return text.substr(offset, next_line(text, offset) - offset);
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// How many bytes of white space make up four columns at a line's start; 0 when there are not so many.
size_t indent_of(std::string_view line) {
  for (size_t i = 0; i < std::min(kIndent, line.size()); ++i) {
    if (line[i] == '\t') return i + 1;
    if (line[i] != ' ') return 0;
  }
  return line.size() >= kIndent ? kIndent : 0;
}

// The offset of "[" in a line that defines a note; npos in others.
size_t definition_in(std::string_view line) {
  const size_t begin = line.find_first_not_of(' ');
  if (begin == std::string_view::npos || begin >= kIndent) return std::string_view::npos;
  const size_t size = footnote_label(line, begin).size();
  const bool defines = size > 0 && line.substr(begin + size + 3, 1) == ":";
  return defines ? begin : std::string_view::npos;
}

// Whether a line without an indent goes on with the paragraph before it.
bool goes_on(std::string_view line) {
  const size_t begin = line.find_first_not_of(' ');
  const std::string_view rest = line.substr(begin);
  if (definition_in(line) != std::string_view::npos) return false;
  if (std::string_view("#>`~<|").find(rest[0]) != std::string_view::npos) return false;
  const size_t mark = std::min(rest.find_first_not_of("0123456789"), rest.size() - 1);
  if (std::string_view("-+*_=.)").find(rest[mark]) == std::string_view::npos) return true;
  // A list's mark has white space after it, a rule consists of marks.
  const char marks[] = {rest[mark], ' ', '\t', '\r', '\n', 0};
  return !is_blank(rest.substr(mark + 1, 1)) && rest.find_first_not_of(marks) < rest.size();
}

// Where a note ends that begins at `begin`: after its last line that is not blank.
size_t note_end(std::string_view text, size_t begin) {
  size_t end = next_line(text, begin);
  bool first_paragraph = true;
  for (size_t i = end; i < text.size();) {
    const std::string_view line = line_at(text, i);
    i += line.size();
    if (is_blank(line)) {
      first_paragraph = false;
    } else if (indent_of(line) > 0 || (first_paragraph && goes_on(line))) {
      end = i;
    } else {
      break;
    }
  }
  return end;
}

// What md4c shows as code or raw HTML.
struct Verbatim {
  std::string_view text;
  std::vector<std::pair<size_t, size_t>> pieces;  // begin and end
};

int nothing(MD_BLOCKTYPE, void*, void*) { return 0; }
int no_span(MD_SPANTYPE, void*, void*) { return 0; }

int note_verbatim(MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* user) {
  auto& verbatim = *static_cast<Verbatim*>(user);
  if (type != MD_TEXT_CODE && type != MD_TEXT_HTML) return 0;
  const auto offset = reinterpret_cast<std::uintptr_t>(piece) -
                      reinterpret_cast<std::uintptr_t>(verbatim.text.data());
  if (offset < verbatim.text.size()) verbatim.pieces.emplace_back(offset, offset + size);
  return 0;
}

}  // namespace

std::string_view footnote_label(std::string_view text, size_t offset) {
  if (text.substr(offset, 2) != "[^") return {};
  const std::string_view rest = text.substr(offset + 2, kMaxLabel + 1);
  const size_t end = rest.find_first_of("[] \t\r\n");
  return end != std::string_view::npos && rest[end] == ']' ? rest.substr(0, end) : std::string_view();
}

Footnotes::Footnotes(std::string_view text, const PlaceIndex& places, Report& report)
    : text_(text) {
  find_definitions();
  if (definitions_.empty()) return;
  leave_out_code();
  if (definitions_.empty()) return;
  for (const Definition& definition : definitions_)
    take_out(definition);
  // By heap, which is a third of std::sort's code: a reader downloads it.
  const auto before = [](const Definition& a, const Definition& b) {
    const int order = a.key.compare(b.key);
    return order == 0 ? a.begin < b.begin : order < 0;
  };
  std::make_heap(definitions_.begin(), definitions_.end(), before);
  std::sort_heap(definitions_.begin(), definitions_.end(), before);
  size_t kept = 0;
  for (size_t i = 1; i < definitions_.size(); ++i) {
    Definition& next = definitions_[i];
    if (next.key != definitions_[kept].key) {
      std::swap(definitions_[++kept], next);
    } else {
      report.warning(places.at(next.begin), "the footnote " + quote(next.key) +
                                                " is defined a second time here; that is left out",
                     Code::footnote);
    }
  }
  definitions_.resize(kept + 1);
}

Footnotes::Reference Footnotes::refer(std::string_view label) {
  const std::string key = lower(label);
  const auto found =
      std::lower_bound(definitions_.begin(), definitions_.end(), key,
                       [](const Definition& a, const std::string& b) { return a.key < b; });
  if (found == definitions_.end() || found->key != key) return {};
  Reference& last = found->last;
  if (last.note == 0) {
    order_.push_back(static_cast<size_t>(found - definitions_.begin()));
    last.note = count();
  }
  ++last.nth;
  return last;
}

HtmlBuffer Footnotes::text_of(int note) const {
  HtmlBuffer out;
  const Definition& of = definition(note);
  for (size_t i = of.content; i < of.end;) {
    const std::string_view line = line_at(text_, i);
    const size_t indent = i == of.content ? 0 : indent_of(line);
    out.append({line.substr(indent), i + indent});
    i += line.size();
  }
  return out;
}

void Footnotes::warn_of_unused(const PlaceIndex& places, Report& report) const {
  for (const Definition& definition : definitions_) {
    if (definition.last.note > 0) continue;
    report.warning(places.at(definition.begin), "nothing refers to the footnote " +
                                                    quote(definition.key) +
                                                    ", so it is left out",
                   Code::footnote);
  }
}

void Footnotes::find_definitions() {
  for (size_t i = 0; i < text_.size();) {
    const std::string_view line = line_at(text_, i);
    const size_t begin = definition_in(line);
    if (begin == std::string_view::npos) {
      i += line.size();
      continue;
    }
    Definition definition;
    definition.begin = i + begin;
    const std::string_view label = footnote_label(text_, definition.begin);
    definition.key = lower(label);
    const size_t marks = definition.begin + label.size() + std::string_view("[^]:").size();
    definition.content = std::min(text_.find_first_not_of(kBlanks, marks), text_.size());
    definition.end = note_end(text_, definition.begin);
    i = definition.end;
    definitions_.push_back(std::move(definition));
  }
}

void Footnotes::leave_out_code() {
  Verbatim verbatim{text_, {}};
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = parser.leave_block = nothing;
  parser.enter_span = parser.leave_span = no_span;
  parser.text = note_verbatim;
  md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, &verbatim);
  const auto& pieces = verbatim.pieces;
  std::erase_if(definitions_, [&](const Definition& definition) {
    const auto after = std::upper_bound(
        pieces.begin(), pieces.end(), definition.begin,
        [](size_t offset, const auto& piece) { return offset < piece.first; });
    return after != pieces.begin() && definition.begin < (after - 1)->second;
  });
}

void Footnotes::take_out(const Definition& definition) {
  if (body_.empty()) body_ = text_;
  for (size_t i = definition.begin; i < definition.end; ++i) {
    if (body_[i] != '\n' && body_[i] != '\r') body_[i] = ' ';
  }
}

}  // namespace lectern::ingest
