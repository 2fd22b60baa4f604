// SPDX-License-Identifier: MIT
// Which addresses a link or an image may have. An allowlist: what is not known is refused.
// A browser drops tabs and line ends anywhere in a URL, and spaces and control characters at its
// ends (WHATWG URL, "basic URL parser", steps 1 to 3); here none of them counts inside a scheme,
// so "java\nscript:" is what it would become.
#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "ingest/ingest.hpp"

namespace lectern::ingest {
namespace {

bool is_invisible(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

// What stands before the first colon, when that colon comes before any "/", "?" or "#": only then
// could a browser see a scheme. In lower case, without white space and control characters.
// Gives false for a relative URL.
bool find_scheme(std::string_view url, std::string& scheme) {
  for (const char c : url) {
    if (c == ':') return true;
    // A browser reads "\" as "/" after a special scheme, and a relative URL inherits one.
    if (c == '/' || c == '?' || c == '#' || c == '\\') return false;
    if (!is_invisible(c)) scheme += lower(c);
  }
  return false;
}

std::string cleaned(std::string_view url) {
  while (!url.empty() && is_invisible(url.front()))
    url.remove_prefix(1);
  while (!url.empty() && is_invisible(url.back()))
    url.remove_suffix(1);
  std::string out(url);
  out.erase(std::remove_if(out.begin(), out.end(),
                           [](char c) { return c == '\t' || c == '\n' || c == '\r'; }),
            out.end());
  if (!find_control(out)) return out;
  std::string encoded;  // as a browser does it
  for (const char c : out) {
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      encoded += c;
    } else {
      encoded += {'%', static_cast<char>('0' + (c >> 4)), "0123456789ABCDEF"[c & 15]};
    }
  }
  return encoded;
}

// data:image/png;base64,… and its kin. SVG is not raster: it can hold scripts and links.
bool is_raster_data(std::string_view url) {
  constexpr std::string_view kTypes[] = {"png", "jpeg", "jpg", "gif", "webp", "avif", "bmp"};
  std::string head;
  for (const char c : url) {
    if (c == ';' || c == ',') break;
    if (head.size() > 32) return false;
    head += lower(c);
  }
  if (head.size() == url.size()) return false;
  constexpr std::string_view kPrefix = "data:image/";
  if (head.compare(0, kPrefix.size(), kPrefix) != 0) return false;
  const std::string_view type = std::string_view(head).substr(kPrefix.size());
  return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

}  // namespace

std::string allowed_link(std::string_view url) {
  std::string out = cleaned(url), scheme;
  if (!find_scheme(out, scheme)) return out;
  const bool allowed =
      scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
  return allowed ? out : std::string();
}

std::string allowed_image(std::string_view url) {
  std::string out = cleaned(url), scheme;
  if (!find_scheme(out, scheme)) return out;
  const bool allowed = scheme == "http" || scheme == "https" || is_raster_data(out);
  return allowed ? out : std::string();
}

}  // namespace lectern::ingest
