// SPDX-License-Identifier: MIT
// Inline elements as HTML. The text between the tags is exactly model::text_of, so that the viewer's
// offsets hold in the DOM.
#pragma once

#include <string>
#include <string_view>

#include "model/inline.hpp"

namespace lectern::semantics {

// What the links of an element carry beyond their address.
struct LinkAttributes {
  std::string_view rel;
  std::string_view current;  // aria-current
};

void write_inlines(const model::Inlines& inlines, const LinkAttributes& link, std::string& out);

}  // namespace lectern::semantics
