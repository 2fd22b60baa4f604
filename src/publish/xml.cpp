// SPDX-License-Identifier: MIT
#include "publish/xml.hpp"

#include "base/utf8.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::publish {
namespace {

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::string escape_xml(std::string_view text) {
  std::string allowed;
  allowed.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    i += static_cast<size_t>(c.bytes);
    if (is_xml_character(c.value)) append_utf8(allowed, c.value);
  }
  return semantics::escape_html(allowed);
}

std::string xml_element(std::string_view name, std::string_view text) {
  const std::string inside = escape_xml(text);
  if (inside.empty()) return "";
  return '<' + std::string(name) + '>' + inside + "</" + std::string(name) + ">\n";
}

}  // namespace lectern::publish
