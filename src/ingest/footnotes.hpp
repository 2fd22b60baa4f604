// SPDX-License-Identifier: MIT
// Footnotes in Markdown, in GitHub's form, which md4c does not know:
//
//   A word.[^label]
//
//   [^label]: The note, whose first paragraph may go on in lines without an indent.
//
//       What is indented by four columns belongs to it too.
//
// The definitions are taken out of the text before md4c reads it; each note is read as a text of its
// own. What is found in code or raw HTML is none. A label is at most 999 bytes without white space
// and brackets, in any case of ASCII letters. Limit: a definition inside a quote is not found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_buffer.hpp"
#include "ingest/place_index.hpp"
#include "ingest/report.hpp"

namespace lectern::ingest {

class Footnotes {
 public:
  // Finds the definitions, and warns of labels that are defined twice. The text must outlive it.
  // Cost: linear; texts that have what looks like a definition are read by md4c once more.
  Footnotes(std::string_view text, const PlaceIndex& places, Report& report);

  bool empty() const { return definitions_.empty(); }

  // The text with spaces in place of the definitions: what is left stands where it stood.
  std::string_view body() const { return body_.empty() ? text_ : std::string_view(body_); }

  // One more reference. `note` is 0 when nothing of that label is defined.
  struct Reference {
    int note = 0;
    int nth = 0;
  };
  Reference refer(std::string_view label);

  // The notes that were referred to, by number from 1, in the order of their first references.
  int count() const { return static_cast<int>(order_.size()); }
  size_t offset_of(int note) const { return definition(note).begin; }
  HtmlBuffer text_of(int note) const;

  void warn_of_unused(const PlaceIndex& places, Report& report) const;

 private:
  struct Definition {
    std::string key;  // the label in lower case
    size_t begin = 0, content = 0, end = 0;
    Reference last;  // reference so far
  };

  void find_definitions();
  void leave_out_code();
  void take_out(const Definition& definition);
  const Definition& definition(int note) const {
    return definitions_[order_[static_cast<size_t>(note) - 1]];
  }

  std::string_view text_;
  std::string body_;
  std::vector<Definition> definitions_;  // by key
  std::vector<size_t> order_;
};

// The label of a reference or definition that begins at `offset`; empty when none does.
std::string_view footnote_label(std::string_view text, size_t offset);

}  // namespace lectern::ingest
