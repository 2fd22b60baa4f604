// SPDX-License-Identifier: MIT
#include "publish/absolute_urls.hpp"

#include <algorithm>

#include "model/urls.hpp"

namespace lectern::publish {
std::string with_absolute_urls(std::string_view html, std::string_view page_url) {
  std::string out;
  bool in_tag = false;
  size_t done = 0;
  // In a tag each value stands between quotes, and neither quote nor "<" is in text.
  for (size_t i = 0; i < html.size(); ++i) {
    if (!in_tag) {
      in_tag = html[i] == '<';
      continue;
    }
    if (html[i] == '>') in_tag = false;
    if (html[i] != '"') continue;
    const size_t end = std::min(html.find('"', i + 1), html.size());
    const std::string_view before = html.substr(0, i);
    if (before.ends_with(" href=") || before.ends_with(" src=")) {
      out.append(html.substr(done, i + 1 - done));
      out += model::resolve_url(page_url, html.substr(i + 1, end - i - 1));
      done = end;
    }
    i = end;
  }
  out.append(html.substr(done));
  return out;
}

}  // namespace lectern::publish
