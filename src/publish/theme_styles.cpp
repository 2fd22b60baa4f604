// SPDX-License-Identifier: MIT
#include "publish/theme_styles.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "ingest/place_index.hpp"
#include "ingest/report.hpp"
#include "layout/token_values.hpp"

namespace lectern::publish {
namespace {

bool loads(std::string_view css) {
  constexpr std::string_view kWays[] = {"@import", "@charset", "url("};
  return std::any_of(std::begin(kWays), std::end(kWays), [&](std::string_view way) {
    return css.size() >= way.size() &&
           std::equal(way.begin(), way.end(), css.begin(), [](char a, char b) {
             return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
           });
  });
}

// Of a text in quotation marks with both, by CSS Syntax 3, 4.3.5; 0 when its line ends first.
size_t text_length(std::string_view css) {
  size_t length = 1;
  while (length < css.size() && css[length] != css[0] && css[length] != '\n') {
    length += css[length] == '\\' ? 2u : 1u;
  }
  return length < css.size() && css[length] == css[0] ? length + 1 : 0;
}

}  // namespace

std::string nested_theme_styles(std::string_view css, const std::string& path,
                                Diagnostics& diagnostics) {
  if (css.find_first_not_of(" \t\n") == std::string_view::npos) return "";
  const ingest::PlaceIndex places(css, {1, 1});
  const auto wrong = [&](size_t offset, std::string sentence) {
    diagnostics.push_back({Severity::error, path, places.at(offset), std::move(sentence), Code::theme_file});
    return std::string();
  };
  std::string out = ".theme{\n";
  std::vector<size_t> open;
  for (size_t at = 0; at < css.size();) {
    const std::string_view rest = css.substr(at);
    if (rest.starts_with("/*")) {
      const size_t end = rest.find("*/", 2);
      if (end == std::string_view::npos) return wrong(at, "this comment is not closed");
      at += end + 2;
      continue;
    }
    const bool text = rest[0] == '"' || rest[0] == '\'';
    const size_t length = text ? text_length(rest) : 1;
    if (length == 0) return wrong(at, "this text is not closed");
    // 404.html has the styles inside of <style>.
    if (rest[0] == '\\' || rest.substr(0, length).find('<') != std::string_view::npos) {
      return wrong(at, "a theme's styles can't hold < or, outside of a text, \\");
    }
    if (loads(rest)) return wrong(at, "a theme's styles load nothing, neither by @import nor by url()");
    if (rest[0] == '{') open.push_back(at);
    if (rest[0] == '}') {
      if (open.empty()) return wrong(at, "this } closes nothing");
      open.pop_back();
    }
    out += rest.substr(0, length);
    at += length;
  }
  if (!open.empty()) return wrong(open.back(), "this { is not closed");
  return out + "}\n";
}

std::string font_face(std::string_view file_name, std::string_view url) {
  constexpr std::string_view kEnding = ".woff2", kItalic = "-italic";
  if (!file_name.ends_with(kEnding)) return "";
  file_name.remove_suffix(kEnding.size());
  const bool italic = file_name.ends_with(kItalic);
  if (italic) file_name.remove_suffix(kItalic.size());
  const size_t dash = file_name.rfind('-');
  if (dash == std::string_view::npos || dash == 0) return "";
  const std::string weight(file_name.substr(dash + 1)), family(file_name.substr(0, dash));
  layout::Tokens scratch;
  const bool fine = layout::set_token(scratch, "body-weight", weight) == layout::TokenFault::none &&
                    family.find_first_of("\",") == std::string::npos &&
                    layout::set_token(scratch, "serif", family) == layout::TokenFault::none;
  if (!fine) return "";
  return "@font-face{font-family:\"" + family + "\";src:url(\"" + std::string(url) +
         "\") format(\"woff2\");font-weight:" + weight + ";font-style:" + (italic ? "italic" : "normal") +
         ";font-display:swap}\n";
}

}  // namespace lectern::publish
