// SPDX-License-Identifier: MIT
// Where a page is written to, element by element: as HTML text (HtmlMarkup) for the publisher, as
// steps (MarkupSteps) for the viewer, which has elements made without any HTML being parsed.
#pragma once

#include <string_view>

namespace lectern::semantics {

class Markup {
 public:
  virtual ~Markup() = default;

  // What follows stands inside, until close(). `tag` must live as long.
  virtual void open(std::string_view tag) = 0;
  // Of the element just opened, before its content.
  virtual void attribute(std::string_view name, std::string_view value) = 0;
  // A URL out of an article, percent-encoded.
  virtual void url(std::string_view name, std::string_view value) { attribute(name, value); }
  // An attribute that says all by being there.
  virtual void flag(std::string_view name) { attribute(name, ""); }
  virtual void text(std::string_view text) = 0;
  virtual void close() = 0;
};

}  // namespace lectern::semantics
