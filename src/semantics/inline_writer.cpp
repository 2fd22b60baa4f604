// SPDX-License-Identifier: MIT
#include "semantics/inline_writer.hpp"

#include "semantics/html_writer.hpp"

namespace lectern::semantics {
namespace {

using model::Inline;
using model::InlineKind;

std::string_view tag_of(InlineKind kind) {
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
    case InlineKind::link: return "a";
    case InlineKind::footnote_return: return "a";
    case InlineKind::time: return "time";
    default: return "";
  }
}

// CommonMark's escaping of a URL inside an attribute: what is not allowed there is percent-encoded,
// what is encoded already stays.
std::string escape_url(std::string_view url) {
  constexpr std::string_view kAllowed = "-_.+!*'(),%#@?=;:/,&$~";
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       kAllowed.find(c) != std::string_view::npos;
    if (c == '&') {
      out += "&amp;";
    } else if (c == '\'') {
      out += "&#x27;";
    } else if (plain) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

void attribute(std::string_view name, std::string_view value, std::string& out) {
  out += ' ';
  out += name;
  out += "=\"";
  out += value;
  out += '"';
}

void write_image(const Inline& image, std::string& out) {
  out += "<img";
  attribute("src", escape_url(image.url), out);
  attribute("alt", escape_html(image.text), out);
  if (!image.title.empty()) attribute("title", escape_html(image.title), out);
  if (image.width > 0 && image.height > 0) {
    attribute("width", std::to_string(image.width), out);
    attribute("height", std::to_string(image.height), out);
  }
  out += " />";
}

void write_reference(const Inline& item, std::string& out) {
  const std::string number = std::to_string(item.note);
  out += "<sup class=\"footnote-ref\"><a";
  attribute("href", "#fn-" + number, out);
  attribute("id", "fnref-" + number + (item.nth > 1 ? '-' + std::to_string(item.nth) : ""), out);
  out += '>' + number + "</a></sup>";
}

// What an inline's title is in HTML.
std::string_view title_attribute(InlineKind kind) {
  switch (kind) {
    case InlineKind::time: return "datetime";
    case InlineKind::footnote_return: return "aria-label";
    default: return "title";
  }
}

void write_inline(const Inline& item, const LinkAttributes& link, std::string& out) {
  switch (item.kind) {
    case InlineKind::text:
      out += escape_html(item.text);
      return;
    case InlineKind::soft_break:
      out += '\n';
      return;
    case InlineKind::hard_break:
      out += "<br />\n";
      return;
    case InlineKind::image:
      // Without an address the alternative text stands for it.
      item.url.empty() ? void(out += escape_html(item.text)) : write_image(item, out);
      return;
    case InlineKind::footnote_reference:
      return write_reference(item, out);
    case InlineKind::code:
      out += "<code>" + escape_html(item.text);
      write_inlines(item.children, link, out);
      out += "</code>";
      return;
    default:
      break;
  }
  const std::string_view tag = tag_of(item.kind);
  out += '<';
  out += tag;
  if (item.kind == InlineKind::link || item.kind == InlineKind::footnote_return) {
    attribute("href", escape_url(item.url), out);
    if (!link.rel.empty()) attribute("rel", link.rel, out);
    if (!link.current.empty()) attribute("aria-current", link.current, out);
  }
  if (!item.title.empty()) attribute(title_attribute(item.kind), escape_html(item.title), out);
  out += '>';
  write_inlines(item.children, link, out);
  out += "</";
  out += tag;
  out += '>';
}

}  // namespace

void write_inlines(const model::Inlines& inlines, const LinkAttributes& link, std::string& out) {
  for (const Inline& item : inlines) write_inline(item, link, out);
}

}  // namespace lectern::semantics
