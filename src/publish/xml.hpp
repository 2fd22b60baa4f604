// SPDX-License-Identifier: MIT
// Text in XML, for feeds and sitemaps.
#pragma once

#include <string>
#include <string_view>

namespace lectern::publish {

inline constexpr std::string_view kXmlStart = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// &, <, > and " as entities, so that it can stand in an element, an attribute, and never ends a
// CDATA section. What XML 1.0 has no place for (section 2.2: most control characters, U+FFFE and
// U+FFFF) is left out; broken UTF-8 becomes U+FFFD.
std::string escape_xml(std::string_view text);

// "<name>text</name>" and a line end; "" without text.
std::string xml_element(std::string_view name, std::string_view text);

}  // namespace lectern::publish
