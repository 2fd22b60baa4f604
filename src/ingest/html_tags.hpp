// SPDX-License-Identifier: MIT
// Raw HTML in Markdown, as tokens and as policy: which element becomes what. It is no HTML parser
// and need not be one, since nothing of the input's HTML is ever written out: what it misreads is
// shown as text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/inline.hpp"

namespace lectern::ingest {

enum class ElementUse {
  text,      // the tag vanishes, its text stays
  block,     // the same, and a paragraph ends here
  details,   // becomes a block with a summary
  figure,    // becomes a block with a caption
  caption,   // <summary>, <figcaption>: becomes that of the block around it
  phrase,    // becomes an inline of `kind`
  line_end,  // <br>
  image,
  link,
  removed,         // vanishes with its content, which ends at the first end tag (script, style)
  removed_nested,  // the same for elements that can hold one another (svg)
};

struct ElementRule {
  std::string_view name;  // in lower case
  ElementUse use = ElementUse::text;
  model::InlineKind kind = model::InlineKind::text;
};

// The rule for an element, whatever the case of its name.
const ElementRule& rule_of(std::string_view name);

// Whether an element becomes a block that holds others.
inline bool is_holder(const ElementRule& rule) {
  return rule.use == ElementUse::details || rule.use == ElementUse::figure;
}

inline bool is_removed(const ElementRule& rule) {
  return rule.use == ElementUse::removed || rule.use == ElementUse::removed_nested;
}

enum class TokenKind { text, start_tag, end_tag, markup };  // markup: comments, <?…>, <!…>

struct HtmlToken {
  TokenKind kind = TokenKind::text;
  size_t begin = 0;  // byte offsets of the whole token
  size_t end = 0;
  std::string_view name;        // of a tag, as written
  std::string_view attributes;  // of a start tag, between name and ">"
  std::string_view missing;     // markup whose end is not there: what would end it
};

// The token at an offset below the text's size. A tag that is not closed reaches to the end.
HtmlToken next_token(std::string_view html, size_t offset);

// The value of an attribute, with its references resolved; the first one counts (HTML, 13.2.5.33).
std::optional<std::string> attribute(std::string_view attributes, std::string_view name);

// A number of CSS px, 0 when it is none ("50%" is none).
int pixels(std::string_view value);

// The offset after the end tag that closes an element whose content begins at `from`, if it is
// there. `nested` counts elements of the same name inside. Cost: linear.
std::optional<size_t> find_element_end(std::string_view html, size_t from, std::string_view name,
                                       bool nested);

// The offset of the last end tag of that name. Cost: linear.
std::optional<size_t> find_last_end_tag(std::string_view html, std::string_view name);

}  // namespace lectern::ingest
