// SPDX-License-Identifier: MIT
// HTML as a tree, parsed as browsers parse it (Gumbo), with bounds on depth and memory. Native
// builds only.
#pragma once

#include <gumbo.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/import/text_source.hpp"

namespace lectern::ingest {

class HtmlTree {
 public:
  // Parses clean text; what is beyond a limit is said in `source.report`. `html` need not outlive
  // it.
  HtmlTree(std::string_view html, const TextSource& source);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  // The document's node; null when it could not be read within the limits.
  const GumboNode* document() const { return document_; }
  // The elements <html> and <body>; null without a document.
  const GumboNode* html() const;
  const GumboNode* body() const;
  // Where a text or an element begins, as a byte offset.
  size_t offset(const GumboNode& node) const;

  size_t bytes() const { return html_.size(); }

  class Memory;

 private:
  std::string html_;
  std::unique_ptr<Memory> memory_;
  const GumboNode* document_ = nullptr;
};

bool is_element(const GumboNode& node);
bool is_text(const GumboNode& node);
// The children of an element or the document; null for others.
const GumboVector* children_of(const GumboNode& node);
const GumboNode& child_at(const GumboVector& children, unsigned int index);

// In lower case; that of an element which HTML does not know is as written, but for its case.
std::string name_of(const GumboNode& element);
bool is_named(const GumboNode& node, GumboTag tag);
// "" when it is not there.
std::string_view attribute_of(const GumboNode& element, const char* name);
bool has_attribute(const GumboNode& element, const char* name);

// All text in a node but that of elements which are left out (scripts and the like); <br> is "\n".
// Without recursion. At most `limit` bytes and some.
std::string text_in(const GumboNode& node, size_t limit = static_cast<size_t>(-1));

}  // namespace lectern::ingest
