// SPDX-License-Identifier: MIT
// The generated part of the stylesheet, behind the tokens as custom properties. What stands here is only
// what the layout computes with too; looks without a measure (colours of states, list markers, the canvas
// rules) are in web/lectern.css.
#include "base/number.hpp"
#include "layout/mood_drawings.hpp"
#include "semantics/html_writer.hpp"

namespace lectern::semantics {
namespace {

using namespace layout;

std::string number(float value) {
  return decimal(static_cast<double>(value), 4);
}
std::string rem(float value) { return value == 0 ? "0" : number(value) + "rem"; }

// The selector of an element; "" for one without a rule of its own.
std::string selector_of(const ElementToken& token) {
  switch (token.element) {
    case Element::list:
      return ".body :is(ul,ol)";
    case Element::quote:
      return ".body blockquote";
    case Element::pull_quote:
      return ".body .pull-quote";
    case Element::definitions:
      return ".body dl";
    case Element::term:
      return ".body dt";
    case Element::definition:
      return ".body dd";
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
      return "figure :is(img,audio,video)";
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

std::string type(TextStyle style) { return "font:var(--" + std::string(type_of(style).name) + ')'; }

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
    out += type(token.style) + ";color:" + color_name(type_of(token.style)) + ';';
    if (fit_of(token.style) == Fit::balanced) out += "text-wrap:balance;";
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
std::string styled(const std::string& selector, TextStyle style) {
  return rule(selector, type(style));
}

std::string type_by_place() {
  return styled(".body li", TextStyle::body) + styled(".body h3", TextStyle::heading3) +
         styled(".body h4", TextStyle::heading4) + styled(".body h5", TextStyle::heading5) +
         styled(".body h6", TextStyle::heading6) +
         styled(".body blockquote :is(p,.t)", TextStyle::quote) +
         styled(".body .pull-quote > p", TextStyle::pull_quote) +
         styled(".body .footnotes :is(p,.t,li)", TextStyle::note);
}

// Masks, so that they have the text's colour.
std::string mood_drawings() {
  const ElementToken& button = token_of(Element::mood_button);
  std::string out = rule(".mood-button::before",
      "content:\"\";position:absolute;top:" + rem(button.pad_top - kDrawingSize - kDrawingGap) + ";left:calc(50% - " + rem(kDrawingSize / 2) +
      ");width:" + rem(kDrawingSize) + ";height:" + rem(kDrawingSize) + ";background:currentColor;forced-color-adjust:none;transition:transform " +
      std::to_string(kMotionMs) + "ms ease-out");
  out += rule(".mood-button[aria-pressed=\"true\"]::before", "transform:scale(" + number(kChosenScale) + ')');
  for (const model::MoodName& mood : model::kMoods) {
    const MoodDrawing& drawing = drawing_of(mood.mood);
    std::string path;
    for (const Curve& c : drawing.curves) {
      path += 'M' + number(c.x0) + ' ' + number(c.y0) + 'Q' + number(c.control_x) + ' ' + number(c.control_y) + ' ' + number(c.x1) + ' ' + number(c.y1);
    }
    const std::string grid = number(kDrawingGrid), middle = number(kDrawingGrid / 2);
    const std::string url =
        "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + grid + ' ' + grid +
        "' fill='none' stroke='%23000' stroke-linecap='round' stroke-width='" + number(kDrawingStroke) + "'%3E" +
        (drawing.is_face ? "%3Ccircle cx='" + middle + "' cy='" + middle + "' r='" + number(kFaceRadius) + "'/%3E" : "") +
        "%3Cpath d='" + path + "'/%3E%3C/svg%3E\")";
    out += rule(".mood-button[data-key=\"" + std::string(mood.key) + "\"]::before", "-webkit-mask:" + url + ";mask:" + url);
  }
  return out;
}

// On a phone each style is what the properties have for one.
std::string phone_types() {
  std::string out;
  for (const TypeToken& token : tokens().types) {
    const std::string name(token.name);
    out += "--" + name + ":var(--" + name + "-phone);";
  }
  return rule(".page", out);
}

}  // namespace

std::string write_token_styles() {
  const Tokens& t = tokens();
  std::string out = write_token_properties(t);
  for (int i = 0; i < kElementCount; ++i) out += element_rule(token_of(static_cast<Element>(i)));
  out += type_by_place();
  out += rule(".body :is(p,.t)", "text-align:var(--align);hyphens:var(--hyphens)");
  out += rule(".body h6", "color:" + color_name(type_of(TextStyle::heading6)));
  out += rule(".footnotes p", "margin-top:" + rem(t.note_gap()));
  out += rule(".body :is(h2,h3,h4,h5,h6)+*", "margin-top:" + rem(t.after_heading()));
  out += rule(".body dd>:first-child", "margin-top:" + rem(t.after_term()));
  out += rule(".body :is(td,th)", "padding-inline-end:" + rem(kCellGap));
  out += rule(".page", "padding:0 " + rem(t.page_padding) +
                           ";grid-template-columns:minmax(0,var(--main-width))");
  out += rule(".mood-grid", "grid-template-columns:repeat(2,minmax(0,1fr));gap:" + rem(t.button_gap));
  out += rule(".gallery", "grid-template-columns:repeat(2,minmax(0,1fr));gap:" + rem(t.button_gap));
  out += rule(".gallery img", "margin-top:0");
  out += rule(".turn", "grid-template-columns:minmax(0,1fr);column-gap:" + rem(t.space[4]));
  out += rule(".crumbs", "column-gap:" + rem(kCrumbGap));
  out += rule(":is(.share-row,.languages)", "gap:" + rem(t.button_gap));
  for (int depth = 1; depth < kMaxColumnDepth; ++depth) {
    out += rule(".column-item[data-depth=\"" + std::to_string(depth) + "\"]",
                "padding-inline-start:" + rem(kColumnIndent * static_cast<float>(depth)));
  }
  out += mood_drawings();
  out += ":is(code,kbd,samp){font-family:var(--mono);font-size:" + number(kInlineCodeScale) + "em}\n";
  out += rule("pre code", "font:inherit");
  for (size_t i = static_cast<size_t>(Color::code_comment); i < t.colors.size(); ++i) {
    const std::string name(t.colors[i].name);
    out += rule('.' + name, "color:var(--" + name + ')');
  }
  out += rule(":is(sup,sub)", "font-size:" + number(kScriptScale) + "em");
  out += rule("sup", "top:-" + number(kSuperscriptRise / kScriptScale) + "em");
  out += rule("sub", "top:" + number(kSubscriptDrop / kScriptScale) + "em");
  out += rule("small", "font-size:" + number(kSmallScale) + "em");
  // Container, not media queries: the layout is told the width without the scroll bar.
  out += "@container (width < " + rem(kPhoneBelow) + "){" + phone_types() + "}\n";
  out += "@container (width >= " + rem(kPhoneBelow) +
         "){.mood-grid{grid-template-columns:repeat(4,minmax(0,1fr))}"
         ".gallery[data-columns=\"3\"]{grid-template-columns:repeat(3,minmax(0,1fr))}"
         ".turn{grid-template-columns:repeat(2,minmax(0,1fr))}}\n";
  out += "@container (width >= " + rem(t.wide_from) + "){.page{grid-template-columns:minmax(0,var(--main-width)) " +
         rem(t.side_width) + ";column-gap:" + rem(t.column_gap) +
         "}.page.alone{grid-template-columns:minmax(0,var(--main-width))}}\n";
  return out;
}

}  // namespace lectern::semantics
