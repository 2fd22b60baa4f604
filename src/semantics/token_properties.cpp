// SPDX-License-Identifier: MIT
// The tokens as custom properties: what the stylesheet begins with, and all that changes in it when others
// come into force while a page is read.
#include <cmath>

#include "base/number.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::semantics {
namespace {

using namespace layout;

std::string rem(float value) { return decimal(static_cast<double>(value), 6) + "rem"; }

std::string property(std::string_view name, const std::string& value) {
  return "--" + std::string(name) + ':' + value + ';';
}

std::string colors(const Tokens& tokens, bool dark) {
  std::string out;
  for (const ColorToken& token : tokens.colors) {
    std::string value = "#";
    for (int shift = 20; shift >= 0; shift -= 4) {
      value += "0123456789abcdef"[(dark ? token.dark : token.light) >> shift & 15];
    }
    out += property(token.name, value);
  }
  return out;
}

// A line's height by its text's size, so that it grows with what a reader makes larger. Rounded up: browsers
// round the product down.
std::string ratio(float line_height, float size) {
  constexpr double kParts = 1e6;
  return decimal(std::ceil(kParts * static_cast<double>(line_height) / static_cast<double>(size)) / kParts, 6);
}

constexpr std::string_view kFamilies[] = {"serif", "sans", "mono"};

std::string font(const TypeToken& token, bool leaded, bool phone) {
  const float size = phone ? token.phone_size : token.size;
  const std::string line = ratio(phone ? token.phone_line_height : token.line_height, size);
  return (token.italic ? "italic " : "") + std::to_string(token.weight) + ' ' + rem(size) + '/' +
         (leaded ? "calc(" + line + "*var(--leading))" : line) + " var(--" +
         std::string(kFamilies[static_cast<int>(token.family)]) + ')';
}

}  // namespace

std::string write_token_properties(const Tokens& tokens) {
  std::string out = ":root{" + colors(tokens, false);
  for (int i = 0; i < kFamilyCount; ++i) out += property(kFamilies[i], tokens.faces[static_cast<size_t>(i)]);
  for (int i = 0; i < kTextStyleCount; ++i) {
    const TypeToken& token = tokens.types[static_cast<size_t>(i)];
    const bool leaded = is_read_at_length(static_cast<TextStyle>(i));
    out += property(token.name, font(token, leaded, false));
    out += property(std::string(token.name) + "-phone", font(token, leaded, true));
  }
  out += property("leading", decimal(static_cast<double>(tokens.leading), 4)) +
         property("align", tokens.justified ? "justify" : "start") +
         property("hyphens", tokens.hyphenated ? "auto" : "manual") +
         property("main-width", rem(tokens.main_width)) + property("radius", rem(tokens.radius));
  const std::string dark = colors(tokens, true);
  return out + "}\n@media (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark +
         "}}\n:root[data-theme=dark]{" + dark + "}\n";
}

}  // namespace lectern::semantics
