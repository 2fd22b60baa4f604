// SPDX-License-Identifier: MIT
// The generated part of the stylesheet. What stands here is only what the layout computes with too;
// looks without a measure (colours of states, list markers, the canvas rules) are in web/lectern.css.
#include <cmath>
#include <cstdio>

#include "base/number.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::semantics {
namespace {

using namespace layout;

std::string number(float value) {
  return decimal(static_cast<double>(value), 4);
}
std::string rem(float value) { return value == 0 ? "0" : number(value) + "rem"; }

std::string colors(bool dark) {
  std::string out = ":root{";
  for (const ColorToken& token : kColors) {
    char value[16];
    std::snprintf(value, sizeof value, "#%06x", static_cast<unsigned>(dark ? token.dark : token.light));
    out += "--" + std::string(token.name) + ':' + value + ';';
  }
  return out + "}\n";
}

// The selector of an element; "" for one without a rule of its own.
std::string selector_of(const ElementToken& token) {
  switch (token.element) {
    case Element::list:
      return ".body :is(ul,ol)";
    case Element::quote:
      return ".body blockquote";
    case Element::table:
      return ".body table";
    case Element::paragraph:
      return ".body p";
    case Element::heading:
      return ".body :is(h2,h3,h4,h5,h6)";
    case Element::code:
      return ".body pre";
    case Element::caption:
      return "figcaption";
    case Element::cell:
      return ".body :is(td,th)";
    case Element::image:
      return "figure img";
    case Element::rule:
      return ".body hr";
    case Element::details:
      return ".body details";
    case Element::summary:
      return ".body summary";
    default:
      break;
  }
  if (token.css_class.empty()) return "";
  // "button share-button": the last class is the element's own.
  return '.' + std::string(token.css_class.substr(token.css_class.rfind(' ') + 1));
}

// A line's height by its text's size, so that it grows with what a reader makes larger. Rounded up: browsers
// round the product down.
std::string ratio(float line_height, float size) {
  constexpr double kParts = 1e6;
  return decimal(std::ceil(kParts * static_cast<double>(line_height) / static_cast<double>(size)) / kParts, 6);
}

std::string type(const TypeToken& token, bool phone) {
  const float size = phone ? token.phone_size : token.size;
  std::string out = "font:";
  if (token.italic) out += "italic ";
  out += std::to_string(token.weight) + ' ' + rem(size) + '/' +
         ratio(phone ? token.phone_line_height : token.line_height, size) + ' ';
  out += css_family(token.family);
  return out;
}

std::string color_name(const TypeToken& token) {
  return "var(--" + std::string(color_of(token.color).name) + ')';
}

std::string rule(const std::string& selector, const std::string& declarations) {
  return selector + '{' + declarations + "}\n";
}

std::string element_rule(const ElementToken& token) {
  const std::string selector = selector_of(token);
  if (selector.empty()) return "";
  std::string out;
  if (token.text) {
    out += type(type_of(token.style), false) + ";color:" + color_name(type_of(token.style)) + ';';
  }
  if (token.gap > 0) out += "margin-top:" + rem(token.gap) + ';';
  if (token.pad_top + token.pad_bottom + token.pad_side > 0) {
    out += "padding:" + rem(token.pad_top) + ' ' + rem(token.pad_side) + ' ' +
           rem(token.pad_bottom) + ';';
  }
  if (token.indent > 0) out += "padding-inline-start:" + rem(token.indent) + ';';
  if (out.empty()) return "";
  return rule(selector, out);
}

// Text whose style comes from where it stands.
std::string styled(const std::string& selector, TextStyle style, bool phone) {
  return rule(selector, type(type_of(style), phone));
}

std::string type_by_place(bool phone) {
  return styled(".body li", TextStyle::body, phone) +
         styled(".body h3", TextStyle::heading3, phone) +
         styled(".body h4", TextStyle::heading4, phone) +
         styled(".body h5", TextStyle::heading5, phone) +
         styled(".body h6", TextStyle::heading6, phone) +
         styled(".body blockquote :is(p,.t)", TextStyle::quote, phone) +
         styled(".body .footnotes :is(p,.t,li)", TextStyle::note, phone);
}

std::string phone_types() {
  std::string out;
  for (int i = 0; i < kElementCount; ++i) {
    const ElementToken& token = token_of(static_cast<Element>(i));
    const TypeToken& style = type_of(token.style);
    if (!token.text || selector_of(token).empty()) continue;
    if (style.size == style.phone_size && style.line_height == style.phone_line_height) continue;
    out += rule(selector_of(token), type(style, true));
  }
  return out + type_by_place(true);
}

}  // namespace

std::string write_token_styles() {
  std::string out = colors(false);
  out += "@media (prefers-color-scheme:dark){" + colors(true) + "}\n";
  for (int i = 0; i < kElementCount; ++i) out += element_rule(token_of(static_cast<Element>(i)));
  out += type_by_place(false);
  out += rule(".body h6", "color:" + color_name(type_of(TextStyle::heading6)));
  out += rule(".footnotes p", "margin-top:" + rem(kNoteGap));
  out += rule(".body :is(h2,h3,h4,h5,h6)+*", "margin-top:" + rem(kAfterHeading));
  out += rule(".body :is(td,th)", "padding-inline-end:" + rem(kCellGap));
  out += rule(".page", "padding:0 " + rem(kPagePadding) +
                           ";grid-template-columns:minmax(0," + rem(kMainWidth) + ')');
  out += rule(".mood-grid", "grid-template-columns:repeat(2,minmax(0,1fr));gap:" + rem(kButtonGap));
  out += rule(".turn", "grid-template-columns:minmax(0,1fr);column-gap:" + rem(kSpace5));
  out += rule(".crumbs", "column-gap:" + rem(kCrumbGap));
  out += rule(":is(.share-row,.languages)", "gap:" + rem(kButtonGap));
  for (int depth = 1; depth < kMaxColumnDepth; ++depth) {
    out += rule(".column-item[data-depth=\"" + std::to_string(depth) + "\"]",
                "padding-inline-start:" + rem(kColumnIndent * static_cast<float>(depth)));
  }
  out += ":is(code,kbd,samp){font-family:" + std::string(css_family(Family::mono)) +
         ";font-size:" + number(kInlineCodeScale) + "em}\n";
  out += rule("pre code", "font:inherit");
  out += rule(":is(sup,sub)", "font-size:" + number(kScriptScale) + "em");
  out += rule("sup", "top:-" + number(kSuperscriptRise / kScriptScale) + "em");
  out += rule("sub", "top:" + number(kSubscriptDrop / kScriptScale) + "em");
  out += rule("small", "font-size:" + number(kSmallScale) + "em");
  // Container, not media queries: the layout is told the width without the scroll bar.
  out += "@container (width < " + rem(kPhoneBelow) + "){" + phone_types() + "}\n";
  out += "@container (width >= " + rem(kPhoneBelow) +
         "){.mood-grid{grid-template-columns:repeat(4,minmax(0,1fr))}"
         ".turn{grid-template-columns:repeat(2,minmax(0,1fr))}}\n";
  out += "@container (width >= " + rem(kWideFrom) + "){.page{grid-template-columns:minmax(0," +
         rem(kMainWidth) + ") " + rem(kSideWidth) + ";column-gap:" + rem(kColumnGap) +
         "}.page.alone{grid-template-columns:minmax(0," + rem(kMainWidth) + ")}}\n";
  return out;
}

}  // namespace lectern::semantics
