// SPDX-License-Identifier: MIT
#include "ingest/html_tags.hpp"

#include <algorithm>

#include "ingest/entities.hpp"

namespace lectern::ingest {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool same_name(std::string_view any_case, std::string_view name) {
  return std::equal(any_case.begin(), any_case.end(), name.begin(), name.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

size_t name_end(std::string_view html, size_t offset) {
  while (offset < html.size() && !is_space(html[offset]) && html[offset] != '/' &&
         html[offset] != '>') {
    ++offset;
  }
  return offset;
}

// One attribute, and where the next may begin.
struct Attribute {
  std::string_view name, value;
};

bool next_attribute(std::string_view text, size_t& i, Attribute& out) {
  while (i < text.size() && (is_space(text[i]) || text[i] == '/'))
    ++i;
  if (i >= text.size()) return false;
  const size_t begin = i;
  while (i < text.size() && !is_space(text[i]) && text[i] != '/' &&
         (text[i] != '=' || i == begin)) {
    ++i;
  }
  out = {text.substr(begin, i - begin), {}};
  size_t next = i;
  while (next < text.size() && is_space(text[next]))
    ++next;
  if (next >= text.size() || text[next] != '=') return true;
  do
    ++next;
  while (next < text.size() && is_space(text[next]));
  size_t end = next;
  if (next < text.size() && (text[next] == '"' || text[next] == '\'')) {
    end = std::min(text.find(text[next], next + 1), text.size());
    out.value = text.substr(next + 1, end - next - 1);
    i = std::min(end + 1, text.size());
  } else {
    while (end < text.size() && !is_space(text[end]))
      ++end;
    out.value = text.substr(next, end - next);
    i = end;
  }
  return true;
}

// The offset of the ">" that ends a start tag, past quoted values; the size when there is none.
size_t tag_end(std::string_view html, size_t offset) {
  bool value_may_begin = false;
  for (; offset < html.size(); ++offset) {
    const char c = html[offset];
    if (c == '>') return offset;
    if (value_may_begin && (c == '"' || c == '\'')) {
      offset = html.find(c, offset + 1);
      if (offset == npos) return html.size();
    }
    value_may_begin = c == '=' || (value_may_begin && is_space(c));
  }
  return html.size();
}

HtmlToken markup(std::string_view html, size_t offset, size_t content, std::string_view closer) {
  HtmlToken token{TokenKind::markup, offset, html.size(), {}, {}, {}};
  const size_t found = html.find(closer, content);
  if (found == npos) {
    token.missing = closer;
  } else {
    token.end = found + closer.size();
  }
  return token;
}

HtmlToken tag(std::string_view html, size_t offset, TokenKind kind) {
  const size_t name = offset + (kind == TokenKind::end_tag ? 2 : 1);
  const size_t after = name_end(html, name);
  const size_t close = tag_end(html, after);
  return {kind,
          offset,
          std::min(close + 1, html.size()),
          html.substr(name, after - name),
          html.substr(after, close - after),
          {}};
}

}  // namespace

HtmlToken next_token(std::string_view html, size_t offset) {
  const std::string_view rest = html.substr(offset);
  if (rest[0] != '<') {
    return {TokenKind::text, offset, std::min(html.find('<', offset), html.size()), {}, {}, {}};
  }
  const char second = rest.size() > 1 ? rest[1] : ' ';
  const char third = rest.size() > 2 ? rest[2] : ' ';
  if (is_letter(second)) return tag(html, offset, TokenKind::start_tag);
  if (second == '/' && is_letter(third)) return tag(html, offset, TokenKind::end_tag);
  // "<!-->" and "<!--->" are whole comments: the dashes count twice.
  if (rest.substr(0, 5) == "<!-->") return markup(html, offset, offset + 2, "-->");
  if (rest.substr(0, 6) == "<!--->") return markup(html, offset, offset + 3, "-->");
  if (rest.substr(0, 4) == "<!--") return markup(html, offset, offset + 4, "-->");
  if (rest.substr(0, 9) == "<![CDATA[") return markup(html, offset, offset + 9, "]]>");
  if (second == '?') return markup(html, offset, offset + 2, "?>");
  if (second == '!' || second == '/') return markup(html, offset, offset + 2, ">");
  const size_t end = std::min(html.find('<', offset + 1), html.size());
  return {TokenKind::text, offset, end, {}, {}, {}};
}

std::optional<std::string> attribute(std::string_view attributes, std::string_view name) {
  size_t i = 0;
  for (Attribute item; next_attribute(attributes, i, item);) {
    if (same_name(item.name, name)) return decode_entities(item.value);
  }
  return std::nullopt;
}

int pixels(std::string_view value) {
  constexpr size_t kMaxDigits = 5;  // no picture is shown wider than 99,999 px
  int number = 0;
  size_t digits = 0;
  while (digits < value.size() && value[digits] >= '0' && value[digits] <= '9') {
    if (digits == kMaxDigits) return 0;
    number = number * 10 + (value[digits++] - '0');
  }
  const std::string_view unit = value.substr(digits);
  return unit.empty() || same_name(unit, "px") ? number : 0;
}

bool is_tag(std::string_view html, size_t offset, std::string_view name) {
  const std::string_view rest = html.substr(offset);
  if (!same_name(rest.substr(0, name.size()), name)) return false;
  const char next = rest.size() > name.size() ? rest[name.size()] : '>';
  return is_space(next) || next == '/' || next == '>';
}

std::optional<size_t> find_element_end(std::string_view html, size_t from, std::string_view name,
                                       bool nested) {
  int depth = 1;
  for (size_t i = html.find('<', from); i != npos; i = html.find('<', i + 1)) {
    const bool end_tag = html.substr(i + 1, 1) == "/";
    if (!end_tag && !nested) continue;
    if (!is_tag(html, i + (end_tag ? 2 : 1), name)) continue;
    depth += end_tag ? -1 : 1;
    if (depth > 0) continue;
    const size_t close = html.find('>', i);
    return close == npos ? html.size() : close + 1;
  }
  return std::nullopt;
}

std::optional<size_t> find_last_end_tag(std::string_view html, std::string_view name) {
  for (size_t i = html.rfind("</"); i != npos; i = html.rfind("</", i - 1)) {
    if (is_tag(html, i + 2, name)) return i;
    if (i == 0) break;
  }
  return std::nullopt;
}

}  // namespace lectern::ingest
