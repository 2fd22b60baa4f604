// SPDX-License-Identifier: MIT
#include "semantics/inline_writer.hpp"

#include <string>

#include "base/number.hpp"
#include "layout/page_tree.hpp"

namespace lectern::semantics {
namespace {

using model::Inline;
using model::InlineKind;

const char* tag_of(InlineKind kind) {
  switch (kind) {
    case InlineKind::emphasis: return "em";
    case InlineKind::strong: return "strong";
    case InlineKind::strikethrough: return "del";
    case InlineKind::underline: return "u";
    case InlineKind::superscript: return "sup";
    case InlineKind::subscript: return "sub";
    case InlineKind::keyboard: return "kbd";
    case InlineKind::mark: return "mark";
    case InlineKind::small: return "small";
    case InlineKind::abbreviation: return "abbr";
    case InlineKind::citation: return "cite";
    case InlineKind::quotation: return "q";
    case InlineKind::sample: return "samp";
    case InlineKind::variable: return "var";
    case InlineKind::inserted: return "ins";
    case InlineKind::italic: return "i";
    case InlineKind::bold: return "b";
    case InlineKind::struck: return "s";
    case InlineKind::ruby: return "ruby";
    case InlineKind::ruby_text: return "rt";
    case InlineKind::ruby_parenthesis: return "rp";
    case InlineKind::link: return "a";
    case InlineKind::footnote_return: return "a";
    case InlineKind::time: return "time";
    default: return "";
  }
}

// CommonMark's escaping of a URL: what is not allowed there is percent-encoded, what is encoded
// already stays.
std::string escape_url(std::string_view url) {
  constexpr std::string_view kAllowed = "-_.+!*'(),%#@?=;:/,&$~";
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       kAllowed.find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

void write_image(const Inline& image, Markup& out) {
  const model::Medium medium = model::medium_of(image.url);
  if (medium != model::Medium::picture) {
    out.open(medium == model::Medium::sound ? "audio" : "video");
    write_player(image, out);
    return out.close();
  }
  out.open("img");
  write_choice(image, out);
  out.url("src", escape_url(image.url));
  out.attribute("alt", image.text);
  if (!image.title.empty()) out.attribute("title", image.title);
  if (image.width > 0 && image.height > 0) {
    out.attribute("width", std::to_string(image.width));
    out.attribute("height", std::to_string(image.height));
  }
  out.close();
}

void write_reference(const Inline& item, Markup& out) {
  const std::string number = std::to_string(item.note);
  out.open("sup");
  out.attribute("class", "footnote-ref");
  out.open("a");
  out.attribute("href", "#fn-" + number);
  out.attribute("id", "fnref-" + number + (item.nth > 1 ? '-' + std::to_string(item.nth) : ""));
  out.text(number);
  out.close();
  out.close();
}

// What an inline's title is in HTML.
const char* title_attribute(InlineKind kind) {
  switch (kind) {
    case InlineKind::time: return "datetime";
    case InlineKind::footnote_return: return "aria-label";
    default: return "title";
  }
}

void write_inline(const Inline& item, const LinkAttributes& link, Markup& out) {
  switch (item.kind) {
    case InlineKind::text:
      return out.text(item.text);
    case InlineKind::soft_break:
      return out.text("\n");
    case InlineKind::hard_break:
      out.open("br");
      out.close();
      return out.text("\n");
    case InlineKind::image:
      // Without an address the alternative text stands for it.
      item.url.empty() ? out.text(item.text) : write_image(item, out);
      return;
    case InlineKind::footnote_reference:
      return write_reference(item, out);
    case InlineKind::coloured:
      out.open("span");
      out.attribute("class", layout::color_of(layout::color_of_code(item.code)).name);
      out.text(item.text);
      return out.close();
    case InlineKind::code:
      out.open("code");
      out.text(item.text);
      write_inlines(item.children, link, out);
      return out.close();
    default:
      break;
  }
  out.open(tag_of(item.kind));
  if (item.kind == InlineKind::link || item.kind == InlineKind::footnote_return) {
    out.url("href", escape_url(item.url));
    if (!link.rel.empty()) out.attribute("rel", link.rel);
    if (!link.current.empty()) out.attribute("aria-current", link.current);
    if (!link.dir.empty()) out.attribute("dir", link.dir);
    if (!link.hreflang.empty()) {
      out.attribute("lang", link.hreflang);
      out.attribute("hreflang", link.hreflang);
    }
  }
  if (!item.title.empty()) out.attribute(title_attribute(item.kind), item.title);
  write_inlines(item.children, link, out);
  out.close();
}

}  // namespace

void write_choice(const Inline& image, Markup& out) {
  if (image.srcset.empty()) return;
  out.attribute("srcset", image.srcset);
  constexpr float kPxOfRem = 16;  // in a media query rem is the browser's own
  const layout::Tokens& tokens = layout::tokens();
  if (static_cast<float>(image.width) <= tokens.main_width * kPxOfRem) {
    return out.attribute("sizes", std::to_string(image.width) + "px");
  }
  const auto rem = [](float value) { return decimal(static_cast<double>(value), 4) + "rem"; };
  const float beside = 2 * tokens.page_padding;
  out.attribute("sizes", "(min-width: " + rem(tokens.main_width + beside) + ") " +
                             rem(tokens.main_width) + ", calc(100vw - " + rem(beside) + ')');
}

void write_player(const Inline& medium, Markup& out) {
  out.flag("controls");
  // Nobody elsewhere hears of a reader before they press play.
  out.attribute("preload", medium.url.find("//") == std::string::npos ? "metadata" : "none");
  out.url("src", escape_url(medium.url));
  if (!medium.text.empty()) out.attribute("aria-label", medium.text);
  if (medium.width > 0 && medium.height > 0) {
    out.attribute("width", std::to_string(medium.width));
    out.attribute("height", std::to_string(medium.height));
  }
}

void write_inlines(const model::Inlines& inlines, const LinkAttributes& link, Markup& out) {
  for (const Inline& item : inlines) write_inline(item, link, out);
}

}  // namespace lectern::semantics
