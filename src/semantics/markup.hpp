// SPDX-License-Identifier: MIT
// Where a page is written to, element by element: as HTML text (HtmlMarkup) for the publisher, as
// steps (MarkupSteps) for the viewer, which has elements made without any HTML being parsed.
#pragma once

#include <string_view>

namespace lectern::semantics {

class Markup {
 public:
  virtual ~Markup() = default;

  // What follows stands inside, until close(). Tags and names are literals; `const char*`, since two
  // numbers for each in every call are a thousandth of the download.
  virtual void open(const char* tag) = 0;
  // Of the element just opened, before its content.
  virtual void attribute(const char* name, std::string_view value) = 0;
  // A URL out of an article, percent-encoded.
  virtual void url(const char* name, std::string_view value) { attribute(name, value); }
  // An attribute that says all by being there.
  virtual void flag(const char* name) { attribute(name, ""); }
  virtual void text(std::string_view text) = 0;
  virtual void close() = 0;
};

}  // namespace lectern::semantics
