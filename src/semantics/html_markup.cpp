// SPDX-License-Identifier: MIT
#include "semantics/html_markup.hpp"

#include "semantics/html_writer.hpp"

namespace lectern::semantics {
namespace {

// Elements without content, which have no end tag.
bool is_void(std::string_view tag) {
  return tag == "img" || tag == "br" || tag == "hr" || tag == "input";
}

}  // namespace

void HtmlMarkup::open(const char* tag) {
  end_tag();
  out_ += '<';
  out_ += tag;
  open_.push_back(tag);
  in_tag_ = true;
}

void HtmlMarkup::attribute(const char* name, std::string_view value) {
  flag(name);
  out_ += "=\"";
  out_ += escape_html(value);
  out_ += '"';
}

// Of what is escaped in HTML, "&" alone is left in a URL; the specification escapes "'" as well.
void HtmlMarkup::url(const char* name, std::string_view value) {
  flag(name);
  out_ += "=\"";
  for (const char c : value) {
    if (c == '&') {
      out_ += "&amp;";
    } else if (c == '\'') {
      out_ += "&#x27;";
    } else {
      out_ += c;
    }
  }
  out_ += '"';
}

void HtmlMarkup::flag(const char* name) {
  out_ += ' ';
  out_ += name;
}

void HtmlMarkup::text(std::string_view text) {
  end_tag();
  out_ += escape_html(text);
}

void HtmlMarkup::close() {
  const char* const tag = open_.back();
  open_.pop_back();
  if (is_void(tag)) {
    out_ += " />";
    in_tag_ = false;
    return;
  }
  end_tag();
  out_ += "</";
  out_ += tag;
  out_ += '>';
}

void HtmlMarkup::end_tag() {
  if (in_tag_) out_ += '>';
  in_tag_ = false;
}

}  // namespace lectern::semantics
